/// The program: its command line, its settings, and the one page that puts the station together.
@NullMarked
package dev.tanaw.desktop.app;

import org.jspecify.annotations.NullMarked;
