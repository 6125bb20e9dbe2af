package dev.tanaw.stream.hub;

import java.util.Comparator;

/// Who watches: the name of a token and its role, or `local` where nobody needs to say who they
/// are. Never an address.
public record Viewer(String name, String role) implements Comparable<Viewer> {
    public static final Viewer LOCAL = new Viewer("local", "viewer");

    private static final Comparator<Viewer> ORDER =
            Comparator.comparing(Viewer::name).thenComparing(Viewer::role);

    @Override
    public int compareTo(Viewer other) {
        return ORDER.compare(this, other);
    }
}
