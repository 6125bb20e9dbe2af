package dev.tanaw.desktop.kiosk;

import java.util.Locale;

/// @param language which of the kiosk's languages comes first; the person can switch at any time
/// @param demonstration whether the camera shows something drawn, which the window then says
public record KioskOptions(boolean fullScreen, Locale language, boolean demonstration) {}
