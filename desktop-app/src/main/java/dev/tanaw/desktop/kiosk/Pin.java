package dev.tanaw.desktop.kiosk;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// The operator's PIN, as a salted hash: the digits themselves are nowhere.
public final class Pin {
    /// OWASP's figure for PBKDF2 with SHA-256. Ten thousand PINs are soon tried all the same: the
    /// file belongs to the operator alone.
    private static final int ROUNDS = 600_000;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{4,8}");

    private final byte[] salt;
    private final byte[] hash;

    private Pin(byte[] salt, byte[] hash) {
        this.salt = salt;
        this.hash = hash;
    }

    /// @param digits 4 to 8 of them
    public static Pin of(String digits) {
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("a PIN has 4 to 8 digits");
        }
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return new Pin(salt, hash(digits, salt));
    }

    public static Pin parse(String written) {
        String[] parts = written.strip().split(":", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a PIN file");
        }
        return new Pin(Base64.getDecoder().decode(parts[0]), Base64.getDecoder().decode(parts[1]));
    }

    public String written() {
        return Base64.getEncoder().encodeToString(salt)
                + ":"
                + Base64.getEncoder().encodeToString(hash);
    }

    boolean is(String digits) {
        return MessageDigest.isEqual(hash, hash(digits, salt));
    }

    private static byte[] hash(String digits, byte[] salt) {
        PBEKeySpec spec = new PBEKeySpec(digits.toCharArray(), salt, ROUNDS, 256);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pin pin
                && Arrays.equals(salt, pin.salt)
                && Arrays.equals(hash, pin.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }
}
