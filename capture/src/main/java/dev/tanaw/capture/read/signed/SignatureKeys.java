package dev.tanaw.capture.read.signed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// Public keys of those who sign cards, as the station was given them: Ed25519 or P-256.
public final class SignatureKeys {
    private static final SignatureKeys NONE = new SignatureKeys(List.of());

    private final List<PublicKey> keys;

    private SignatureKeys(List<PublicKey> keys) {
        this.keys = List.copyOf(keys);
    }

    public static SignatureKeys none() {
        return NONE;
    }

    public static SignatureKeys of(PublicKey... keys) {
        return new SignatureKeys(List.of(keys));
    }

    /// Each `*.pem` of a folder, in the form `-----BEGIN PUBLIC KEY-----`.
    ///
    /// @throws IOException naming the file that holds no such key
    public static SignatureKeys in(Path folder) throws IOException {
        List<PublicKey> keys = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".pem")).sorted().toList()) {
                keys.add(key(file));
            }
        }
        return new SignatureKeys(keys);
    }

    private static PublicKey key(Path file) throws IOException {
        String pem = Files.readString(file, StandardCharsets.US_ASCII);
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        for (String algorithm : List.of("Ed25519", "EC")) {
            try {
                byte[] bytes = Base64.getDecoder().decode(base64);
                return KeyFactory.getInstance(algorithm)
                        .generatePublic(new X509EncodedKeySpec(bytes));
            } catch (GeneralSecurityException | IllegalArgumentException _) {
                // Perhaps a key of the other kind.
            }
        }
        throw new IOException(file + " holds no public key for Ed25519 or P-256");
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /// Whether one of the keys made this signature.
    ///
    /// @param raw as COSE and JSON carry it: for P-256 both numbers, 32 bytes each
    boolean verify(byte[] message, byte[] raw) {
        return keys.stream().anyMatch(key -> verify(key, message, raw));
    }

    private static boolean verify(PublicKey key, byte[] message, byte[] raw) {
        try {
            boolean curve = key.getAlgorithm().equals("EC");
            Signature signature =
                    Signature.getInstance(curve ? "SHA256withECDSAinP1363Format" : "Ed25519");
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(raw);
        } catch (GeneralSecurityException _) {
            // A signature of another length or form is no signature of this key.
            return false;
        }
    }
}
