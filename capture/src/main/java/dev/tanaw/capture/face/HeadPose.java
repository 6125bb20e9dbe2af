package dev.tanaw.capture.face;

/// How a head is held, in degrees; 0, 0, 0 looks straight into the camera.
///
/// From two lines of the landmarks in space, *e* from the outer corner of the right eye to that of
/// the left one and *c* from the forehead to the chin: roll = atan2(e.y, e.x); yaw = atan2(e.z,
/// |e.xy|); pitch = atan2(c.z, |c.xy|) less [#UPRIGHT]. Depth is what the network believes, not
/// what anything measured: right to a few degrees near the front, less so from the side.
///
/// @param yaw positive when the person looks towards their own left
/// @param pitch positive when they look down
/// @param roll positive when the head leans to the right of the picture
public record HeadPose(double yaw, double pitch, double roll) {
    /// What the line from forehead to chin leans on a face held upright: the median of the 271
    /// frontal pictures of Caltech Faces 1999 is 8.1, the mean of four passport portraits 7.7.
    static final double UPRIGHT = 8;

    static HeadPose of(double[] eyes, double[] face) {
        double yaw = Math.toDegrees(Math.atan2(eyes[2], Math.hypot(eyes[0], eyes[1])));
        double pitch = Math.toDegrees(Math.atan2(face[2], Math.hypot(face[0], face[1])));
        double roll = Math.toDegrees(Math.atan2(eyes[1], eyes[0]));
        return new HeadPose(yaw, pitch - UPRIGHT, roll);
    }
}
