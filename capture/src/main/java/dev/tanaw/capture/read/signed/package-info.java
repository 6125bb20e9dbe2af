/// Signed QR codes of identity cards: what they say, and whether their signature holds.
@NullMarked
package dev.tanaw.capture.read.signed;

import org.jspecify.annotations.NullMarked;
