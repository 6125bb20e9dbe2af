package dev.tanaw.desktop.kiosk;

/// Relative luminance and contrast as WCAG 2.2 defines them.
final class Luminance {
    private Luminance() {}

    /// @param colour as `#rrggbb`
    static double of(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return of((rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
    }

    static double of(double red, double green, double blue) {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    /// @return 1 to 21
    static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
