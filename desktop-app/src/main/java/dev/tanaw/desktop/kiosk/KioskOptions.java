package dev.tanaw.desktop.kiosk;

import java.util.Locale;

/// @param language which of the kiosk's languages comes first; the person can switch at any time
/// @param demonstration whether the camera shows something drawn, which the window then says
/// @param pulses who hears how the window keeps up
public record KioskOptions(
        boolean fullScreen, Locale language, boolean demonstration, PulseListener pulses) {
    public KioskOptions(boolean fullScreen, Locale language, boolean demonstration) {
        this(fullScreen, language, demonstration, PulseListener.NOBODY);
    }
}
