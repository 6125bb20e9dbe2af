package dev.tanaw.desktop.kiosk;

/// How the window looks at the start; each can be changed on the screen.
public record Appearance(Theme theme, TextSize size, Motion motion) {
    public static final Appearance USUAL = new Appearance(Theme.DARK, TextSize.NORMAL, Motion.FULL);
}
