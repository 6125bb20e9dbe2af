/// Kinds of documents, described by data: how one knows them and where their values stand.
@NullMarked
package dev.tanaw.capture.read.type;

import org.jspecify.annotations.NullMarked;
