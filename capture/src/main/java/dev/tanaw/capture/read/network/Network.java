package dev.tanaw.capture.read.network;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;

/// A network with one input and one output of floating point numbers, on one thread of the caller's
/// choice. Thread-safe.
public final class Network implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String input;

    private Network(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
        this.input = session.getInputNames().iterator().next();
    }

    /// One of our own, whose hash lies beside it in a file of the same name and `.sha256`.
    public static Network open(String path) throws NetworkDamaged {
        return open(path, ShippedFile.hash(path + ".sha256"));
    }

    /// @param path from the root of the class path
    /// @param sha256 of the file, in hexadecimal
    public static Network open(String path, String sha256) throws NetworkDamaged {
        byte[] model = ShippedFile.read(path, sha256);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return new Network(environment, environment.createSession(model, options));
        } catch (OrtException e) {
            throw new NetworkDamaged(path + " cannot be used", e);
        }
    }

    /// @return what came out, row after row
    public float[] run(float[] values, long... shape) {
        try (OnnxTensor tensor =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            OnnxTensor first = (OnnxTensor) result.get(0);
            FloatBuffer buffer = first.getFloatBuffer();
            float[] out = new float[buffer.remaining()];
            buffer.get(out);
            return out;
        } catch (OrtException e) {
            throw new IllegalStateException("a network failed", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("a network did not close", e);
        }
    }
}
