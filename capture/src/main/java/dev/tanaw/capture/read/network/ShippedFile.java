package dev.tanaw.capture.read.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file on the class path that is used only when it is byte for byte the one that was tested.
public final class ShippedFile {
    private ShippedFile() {}

    /// @param path from the root of the class path
    /// @param sha256 in hexadecimal
    public static byte[] read(String path, String sha256) throws NetworkDamaged {
        byte[] bytes = bytes(path);
        if (!digest(bytes).equals(sha256)) {
            throw new NetworkDamaged(path + " is not the file that was shipped");
        }
        return bytes;
    }

    /// @return the first word of a file that holds a hash; what follows it is a comment
    public static String hash(String path) throws NetworkDamaged {
        return new String(bytes(path), StandardCharsets.US_ASCII).strip().split(" ", 2)[0];
    }

    private static byte[] bytes(String path) throws NetworkDamaged {
        try (InputStream in = ShippedFile.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new NetworkDamaged(path + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new NetworkDamaged(path + " cannot be read", e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
