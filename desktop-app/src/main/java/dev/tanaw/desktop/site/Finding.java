package dev.tanaw.desktop.site;

/// One thing that was measured, in words.
///
/// @param value with its unit
/// @param advice what to do about it; empty when it is well
public record Finding(String what, String value, String advice) {
    static Finding well(String what, String value) {
        return new Finding(what, value, "");
    }

    public boolean well() {
        return advice.isEmpty();
    }

    public String line() {
        return well()
                ? "  pass  %-16s %s".formatted(what, value)
                : "  WARN  %-16s %s%n        %-16s %s".formatted(what, value, "", advice);
    }
}
