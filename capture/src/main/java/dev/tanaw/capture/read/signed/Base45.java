package dev.tanaw.capture.read.signed;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/// Bytes as QR codes carry them best, RFC 9285.
final class Base45 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private Base45() {}

    /// Empty for what is no Base45.
    static Optional<byte[]> decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i += 3) {
            int length = Math.min(3, text.length() - i);
            int value = 0;
            int weight = 1;
            for (int j = i; j < i + length; j++) {
                int digit = ALPHABET.indexOf(text.charAt(j));
                if (digit < 0) {
                    return Optional.empty();
                }
                value += digit * weight;
                weight *= 45;
            }
            if (length == 1 || value > (length == 3 ? 0xffff : 0xff)) {
                return Optional.empty();
            }
            if (length == 3) {
                bytes.write(value >> 8);
            }
            bytes.write(value & 0xff);
        }
        return Optional.of(bytes.toByteArray());
    }
}
