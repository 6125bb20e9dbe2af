package dev.tanaw.capture.read.mrz;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.bytedeco.opencv.opencv_core.Mat;

/// The trained recogniser of OCR-B lines (`capture/training`). Thread-safe.
final class Recogniser implements StripReader {
    private static final String MODEL = "ocrb.onnx";

    private final OrtEnvironment environment;
    private final OrtSession session;

    private Recogniser(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    static Recogniser load() throws ReaderDamaged {
        return load(resource(MODEL), resource(MODEL + ".sha256"));
    }

    /// @param digest SHA-256 of the model in hexadecimal; what follows it is a comment
    static Recogniser load(byte[] model, byte[] digest) throws ReaderDamaged {
        String expected = new String(digest, StandardCharsets.US_ASCII).strip().split(" ", 2)[0];
        if (!sha256(model).equals(expected)) {
            throw new ReaderDamaged(MODEL + " is not the file that was shipped");
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return new Recogniser(environment, environment.createSession(model, options));
        } catch (OrtException e) {
            throw new ReaderDamaged(MODEL + " cannot be used", e);
        }
    }

    @Override
    public Steps read(Mat strip) {
        float[] pixels = StripPixels.normalised(strip);
        long[] shape = {1, 1, strip.rows(), strip.cols()};
        try (OnnxTensor line =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(pixels), shape);
                OrtSession.Result result = session.run(Map.of("line", line))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            int classes = Alphabet.ALL.length() + 1;
            float[][] steps = new float[values.remaining() / classes][classes];
            for (float[] step : steps) {
                values.get(step);
            }
            return Steps.ofLogits(steps);
        } catch (OrtException e) {
            throw new IllegalStateException("the recogniser failed", e);
        }
    }

    private static byte[] resource(String name) throws ReaderDamaged {
        try (InputStream in = Recogniser.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new ReaderDamaged(name + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ReaderDamaged(name + " cannot be read", e);
        }
    }

    private static String sha256(byte[] model) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the recogniser did not close", e);
        }
    }
}
