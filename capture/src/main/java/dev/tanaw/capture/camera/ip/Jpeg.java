package dev.tanaw.capture.camera.ip;

/// Looks at a JPEG's markers before anything decodes it: a cut-off picture decodes to grey without
/// a complaint, and a forged size makes a decoder allocate gigabytes.
final class Jpeg {
    private static final int MARK = 0xFF;
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;

    /// Some cameras pad their parts.
    private static final int PADDING = 512;

    private Jpeg() {}

    /// Whether it begins and ends as a JPEG does and has no more pixels than that.
    static boolean whole(byte[] picture, long mostPixels) {
        return picture.length > 4
                && at(picture, 0) == MARK
                && at(picture, 1) == START
                && ends(picture)
                && sized(picture, mostPixels);
    }

    private static boolean ends(byte[] picture) {
        int least = Math.max(2, picture.length - PADDING);
        for (int i = picture.length - 2; i >= least; i--) {
            if (at(picture, i) == MARK && at(picture, i + 1) == END) {
                return true;
            }
        }
        return false;
    }

    private static boolean sized(byte[] picture, long mostPixels) {
        int i = 2;
        while (i + 9 < picture.length && at(picture, i) == MARK) {
            int marker = at(picture, i + 1);
            if (marker == MARK) {
                i++;
            } else if (isFrameHeader(marker)) {
                long pixels = (long) word(picture, i + 5) * word(picture, i + 7);
                return pixels > 0 && pixels <= mostPixels;
            } else if (marker == SCAN) {
                return false;
            } else {
                i += 2 + word(picture, i + 2);
            }
        }
        return false;
    }

    private static boolean isFrameHeader(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    private static int word(byte[] picture, int i) {
        return at(picture, i) << 8 | at(picture, i + 1);
    }

    private static int at(byte[] picture, int i) {
        return picture[i] & 0xFF;
    }
}
