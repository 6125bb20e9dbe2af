package dev.tanaw.capture.read.text;

import java.util.List;

/// All print of one side of a document.
///
/// @param lines from top to bottom as one reads the document; their places are on the picture
///   turned so
/// @param upsideDown true where the picture had to be turned by half
/// @param complete false where time ran out before all was read
public record Page(List<TextLine> lines, boolean upsideDown, boolean complete) {
    public static final Page EMPTY = new Page(List.of(), false, true);

    public Page {
        lines = List.copyOf(lines);
    }

    /// Never shows what was read.
    @Override
    public String toString() {
        return "Page[" + lines.size() + " lines]";
    }
}
