/// Who may do what: roles and tokens.
@NullMarked
package dev.tanaw.stream.access;

import org.jspecify.annotations.NullMarked;
