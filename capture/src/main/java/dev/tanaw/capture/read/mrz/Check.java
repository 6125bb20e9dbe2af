package dev.tanaw.capture.read.mrz;

import java.util.Locale;

/// A check digit of the zone.
public enum Check {
    NUMBER,
    BIRTH,
    EXPIRY,
    OPTIONAL,
    COMPOSITE;

    /// As on the wire, like `mrz_check_digit_birth:pass`.
    String told(boolean right) {
        return "mrz_check_digit_" + name().toLowerCase(Locale.ROOT) + (right ? ":pass" : ":fail");
    }
}
