package dev.tanaw.capture.camera;

/// An opened camera. One thread uses it: it calls [#read] until it has had enough, then [#close].
public interface Camera extends AutoCloseable {

    /// Waits for the next picture, at most a few seconds.
    ///
    /// @throws CameraException when no picture came: pulled out, stalled, or unreadable. The camera
    ///   is of no more use then, except to be closed.
    Frame read(FramePool pool) throws CameraException, InterruptedException;

    @Override
    void close();
}
