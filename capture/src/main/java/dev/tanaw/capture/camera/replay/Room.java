package dev.tanaw.capture.camera.replay;

/// Where the replay camera stands.
///
/// @param desk what documents are held over
public record Room(Surface desk, Light light) {
    /// Where people are served.
    public static final Room USUAL = new Room(Surface.WOOD, Light.OFFICE);

    /// What the camera looks at.
    public enum Surface {
        /// Dark wood.
        WOOD,
        /// A white table.
        WHITE,
        /// The wood, with papers and pens on it.
        CLUTTER
    }

    /// How bright it is.
    public enum Light {
        OFFICE(1),
        /// The lamp is off and the blinds are down.
        DARK(0.13);

        private final double share;

        Light(double share) {
            this.share = share;
        }

        double share() {
            return share;
        }
    }
}
