package dev.tanaw.capture.read.mrz;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/// The network that reads a line of OCR-B: see `capture/training`. Any thread may use it.
final class Recogniser implements AutoCloseable {
    static final int HEIGHT = 32;

    /// Pixels of width for each step of the output.
    static final int STEP = 4;

    private static final String MODEL = "ocrb.onnx";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    private Recogniser(OrtSession session) {
        this.session = session;
    }

    /// @throws ModelDamaged when the model is not there or not the one that was trained
    static Recogniser load() throws ModelDamaged {
        byte[] model = resource(MODEL);
        String wanted = new String(resource(MODEL + ".sha256"), StandardCharsets.US_ASCII);
        if (!wanted.strip().startsWith(hash(model))) {
            throw new ModelDamaged(MODEL + " is not the file that was trained");
        }
        // The environment is the library's one instance; closing it would be closing it for others.
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new Recogniser(OrtEnvironment.getEnvironment().createSession(model, options));
        } catch (OrtException e) {
            throw new ModelDamaged(MODEL + " cannot be loaded", e);
        }
    }

    /// Logarithms of the probability of each class (0 is the blank) at each step.
    ///
    /// @param line rows of [#HEIGHT] by `width` pixels, 0 black to 1 white
    /// @param width a multiple of 8
    float[][] read(FloatBuffer line, int width) {
        try (OnnxTensor input =
                        OnnxTensor.createTensor(
                                environment, line, new long[] {1, 1, HEIGHT, width});
                OrtSession.Result result = session.run(Map.of("line", input))) {
            float[][] steps = ((float[][][]) result.get(0).getValue())[0];
            for (float[] step : steps) {
                normalise(step);
            }
            return steps;
        } catch (OrtException e) {
            throw new IllegalStateException("the MRZ model failed on a valid line", e);
        }
    }

    private static void normalise(float[] logits) {
        float most = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            most = Math.max(most, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - most);
        }
        float log = (float) (most + Math.log(sum));
        for (int i = 0; i < logits.length; i++) {
            logits[i] -= log;
        }
    }

    private static byte[] resource(String name) throws ModelDamaged {
        try (InputStream in = Recogniser.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new ModelDamaged(name + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
