package dev.tanaw.capture.face;

import dev.tanaw.capture.event.Component;
import dev.tanaw.capture.locate.Point;
import java.util.List;

/// The qualities of a face picture with the formulas of ISO/IEC 29794-5 as OFIQ publishes them, on
/// what we measure in place of its segmentation and networks: in its style, not conformance-tested.
/// Sharpness has no formula there but a trained one; ours is given in hundredths.
final class FaceReport {
    private FaceReport() {}

    static List<Component> of(Landmarks face, FaceCut.Looks looks, FaceMeasurer.Frame frame) {
        FaceLight light = looks.light();
        HeadPose pose = face.pose();
        double eyes = face.eyeDistance();
        double length = face.length();
        double size = Math.abs(length / frame.height() - 0.45);
        Point middle = face.eyes();
        double left = middle.x() / eyes;
        double right = (frame.width() - middle.x()) / eyes;
        double above = middle.y() / length;
        double below = (frame.height() - middle.y()) / length;
        return List.of(
                part("single_face", frame.second(), 100 * (1 - frame.second())),
                part("inter_eye_distance", eyes, Formula.rising(eyes, 70, 20)),
                part("head_size", size, Formula.least(size, 200, 1, 0, 0.05)),
                part("crop_left", left, Formula.rising(left, 0.9, 0.1)),
                part("crop_right", right, Formula.rising(right, 0.9, 0.1)),
                part("crop_above", above, Formula.rising(above, 1.4, 0.1)),
                part("crop_below", below, Formula.rising(below, 1.8, 0.1)),
                part("head_pose_yaw", pose.yaw(), Formula.angle(pose.yaw())),
                part("head_pose_pitch", pose.pitch(), Formula.angle(pose.pitch())),
                part("head_pose_roll", pose.roll(), Formula.angle(pose.roll())),
                part("eyes_open", face.eyesOpen(), Formula.rising(face.eyesOpen(), 0.02, 0.01)),
                part(
                        "mouth_closed",
                        face.mouthOpen(),
                        Formula.falling(face.mouthOpen(), 0.2, 0.06)),
                part("luminance_mean", light.mean(), Formula.luminance(light.mean())),
                part("luminance_variance", light.variance(), Formula.variance(light.variance())),
                part(
                        "under_exposure",
                        light.under(),
                        Formula.least(light.under(), 120, 0.832, 0.92, 0.05)),
                part("over_exposure", light.over(), Formula.overExposure(light.over())),
                part("dynamic_range", light.bits(), Formula.dynamicRange(light.bits())),
                part(
                        "illumination_uniformity",
                        light.evenness(),
                        Formula.uniformity(light.evenness())),
                part("sharpness", looks.sharpness(), 100 * looks.sharpness()),
                part(
                        "background_uniformity",
                        frame.background(),
                        Formula.least(frame.background(), 190, 1, 10, 100)));
    }

    private static Component part(String name, double value, double score) {
        return new Component(name, value, Formula.clamp(score));
    }
}
