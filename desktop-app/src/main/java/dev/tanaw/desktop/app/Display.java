package dev.tanaw.desktop.app;

import java.util.Locale;

/// Whether there is a screen to show a window on.
final class Display {
    private static final String PLATFORM = "glass.platform";
    private static final String HEADLESS = "Headless";

    private Display() {}

    static boolean present() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win") || system.contains("mac")) {
            return true;
        }
        return set("DISPLAY") || set("WAYLAND_DISPLAY") || drawn();
    }

    /// Whether it was started to draw into memory (`-Dglass.platform=Headless`).
    private static boolean drawn() {
        return HEADLESS.equals(System.getProperty(PLATFORM));
    }

    /// Has JavaFX draw into memory, for measuring without a screen. Before JavaFX starts.
    static void draw() {
        System.setProperty(PLATFORM, HEADLESS);
        System.setProperty("prism.order", "sw");
    }

    private static boolean set(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}
