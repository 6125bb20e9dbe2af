package dev.tanaw.capture.read.mrz;

import org.bytedeco.opencv.opencv_core.Mat;

/// Tells for each place of a strip which character stands there.
interface StripReader extends AutoCloseable {

    /// @param strip 8-bit grey, [Strip#HEIGHT] high, capitals about [Strip#CAPITAL]
    Steps read(Mat strip);

    @Override
    void close();
}
