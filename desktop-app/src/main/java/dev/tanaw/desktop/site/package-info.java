/// What was measured where a station stands, kept between starts, and what follows from it.
@NullMarked
package dev.tanaw.desktop.site;

import org.jspecify.annotations.NullMarked;
