package dev.tanaw.desktop.kiosk;

/// Digits that let one browser in to watch.
///
/// @param until when they are void, as [System#nanoTime]
public record PairingCode(String digits, long until) {
    /// In two groups, as one reads them out.
    String spoken() {
        int half = digits.length() / 2;
        return digits.substring(0, half) + " " + digits.substring(half);
    }

    /// The digits are nobody's business.
    @Override
    public String toString() {
        return "PairingCode[" + digits.length() + " digits]";
    }
}
