package dev.tanaw.desktop.kiosk;

import java.util.Locale;
import java.util.Optional;

/// @param language which of the kiosk's languages comes first; the person can switch at any time
/// @param demonstration whether the camera shows something drawn, which the window then says
/// @param pulses who hears how the window keeps up
/// @param face whether this station captures faces
/// @param pin what opens the operator's panel; without one it opens by itself
public record KioskOptions(
        boolean fullScreen,
        Locale language,
        boolean demonstration,
        PulseListener pulses,
        Appearance appearance,
        Brand brand,
        Optional<Pin> pin,
        boolean face) {
    public KioskOptions(boolean fullScreen, Locale language, boolean demonstration) {
        this(
                fullScreen,
                language,
                demonstration,
                PulseListener.NOBODY,
                Appearance.USUAL,
                Brand.NONE,
                Optional.empty(),
                true);
    }

    public KioskOptions hearing(PulseListener listener) {
        return new KioskOptions(
                fullScreen, language, demonstration, listener, appearance, brand, pin, face);
    }

    public KioskOptions looking(Appearance other) {
        return new KioskOptions(
                fullScreen, language, demonstration, pulses, other, brand, pin, face);
    }

    public KioskOptions branded(Brand other) {
        return new KioskOptions(
                fullScreen, language, demonstration, pulses, appearance, other, pin, face);
    }

    public KioskOptions locked(Optional<Pin> other) {
        return new KioskOptions(
                fullScreen, language, demonstration, pulses, appearance, brand, other, face);
    }

    public KioskOptions facing(boolean captured) {
        return new KioskOptions(
                fullScreen, language, demonstration, pulses, appearance, brand, pin, captured);
    }
}
