package dev.tanaw.stream.clients;

import java.util.Random;

/// Where the next connection breaks, found byte by byte as its answer goes by.
final class Cut {
    /// Any of them may be the one that a client does not expect.
    enum Place {
        HEADERS,
        OPENING,
        ANYWHERE,
        INSIDE_A_CHARACTER,
        INSIDE_AN_ID,
        BEFORE_THE_BLANK_LINE
    }

    private static final int HEADERS = 150;
    private static final int OPENING = 500;
    private static final int FAR = 25_000;

    /// A stream that does not have such a place is cut all the same.
    private static final int FARTHEST = 35_000;

    private final Place place;
    private final int from;
    private int count;
    private char first;
    private boolean lineBegins = true;
    private int sinceId = -1;

    Cut(Place place, Random random) {
        this.place = place;
        this.from =
                switch (place) {
                    case HEADERS -> random.nextInt(HEADERS);
                    case OPENING -> random.nextInt(HEADERS, OPENING);
                    case ANYWHERE, INSIDE_A_CHARACTER, INSIDE_AN_ID, BEFORE_THE_BLANK_LINE ->
                            random.nextInt(OPENING, FAR);
                };
    }

    /// Whether the connection ends right behind this byte.
    boolean isBehind(byte each) {
        count++;
        boolean newline = each == '\n';
        first = lineBegins ? (char) each : first;
        lineBegins = newline;
        sinceId = first == 'i' && !newline ? sinceId + 1 : 0;
        boolean there =
                switch (place) {
                    case HEADERS, OPENING, ANYWHERE -> true;
                    case INSIDE_A_CHARACTER -> (each & 0xc0) == 0xc0;
                    case INSIDE_AN_ID -> sinceId > 8;
                    case BEFORE_THE_BLANK_LINE -> newline && first == 'd';
                };
        return count > FARTHEST || (count > from && there);
    }
}
