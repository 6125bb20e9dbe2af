package dev.tanaw.stream.client;

import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// Whose certificate is accepted.
public sealed interface Trust {
    /// One that an authority known to this Java vouches for.
    record Usual() implements Trust {}

    /// Exactly one of these, by the SHA-256 of the certificate, whatever name is in it: a station
    /// signs its own.
    record Pinned(Set<String> fingerprints) implements Trust {
        private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

        public Pinned {
            fingerprints = fingerprints.stream().map(Pinned::plain).collect(Collectors.toSet());
            if (fingerprints.isEmpty()
                    || !fingerprints.stream().allMatch(each -> SHA_256.matcher(each).matches())) {
                throw new IllegalArgumentException(
                        "a fingerprint is a SHA-256: 64 hexadecimal digits, with or without colons");
            }
        }

        private static String plain(String fingerprint) {
            return fingerprint.replace(":", "").strip().toLowerCase(Locale.ROOT);
        }
    }

    default SSLContext context() {
        try {
            return switch (this) {
                case Usual _ -> SSLContext.getDefault();
                case Pinned pinned -> {
                    SSLContext context = SSLContext.getInstance("TLS");
                    context.init(null, new TrustManager[] {new PinnedTrust(pinned)}, null);
                    yield context;
                }
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }
}
