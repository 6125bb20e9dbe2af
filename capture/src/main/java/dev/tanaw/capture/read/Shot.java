package dev.tanaw.capture.read;

import dev.tanaw.capture.locate.Quad;
import org.bytedeco.opencv.opencv_core.Mat;

/// A picture of a document whose outline is known.
///
/// @param picture 8UC3, the caller's, who closes it after the reading
public record Shot(Mat picture, Quad outline) {}
