package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A certificate, followed by those of its issuers, and its unencrypted PKCS #8 key, in two PEM
/// files; and when those were last written. A file that is gone was never written.
record PemFiles(Path certificates, Path key, FileTime certified, FileTime keyed) {
    private static final FileTime NEVER = FileTime.fromMillis(0);
    private static final Pattern KEY =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    static PemFiles of(Path certificates, Path key) {
        return new PemFiles(certificates, key, written(certificates), written(key));
    }

    PemFiles asTheyAre() {
        return of(certificates, key);
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return NEVER;
        }
    }

    List<Certificate> chain() throws IOException {
        try (InputStream in = Files.newInputStream(certificates)) {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (!all.isEmpty()) {
                return new ArrayList<>(all);
            }
        } catch (CertificateException e) {
            throw new IOException(
                    "%s is not a certificate in PEM form.".formatted(certificates), e);
        }
        throw new IOException("%s has no certificate in it.".formatted(certificates));
    }

    PrivateKey secretOf(PublicKey known) throws IOException {
        Matcher pem = KEY.matcher(Files.readString(key, US_ASCII));
        if (!pem.find()) {
            throw new IOException(
                    "%s is not an unencrypted PKCS #8 key in PEM form. This makes one: openssl pkcs8 -topk8 -nodes -in %s"
                            .formatted(key, key.getFileName()));
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(pem.group(1));
            PrivateKey secret =
                    KeyFactory.getInstance(known.getAlgorithm())
                            .generatePrivate(new PKCS8EncodedKeySpec(bytes));
            if (isPair(secret, known)) {
                return secret;
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("%s has no %s key.".formatted(key, known.getAlgorithm()), e);
        }
        throw new IOException(
                "The key in %s is not the one of the certificate in %s."
                        .formatted(key, certificates));
    }

    private static boolean isPair(PrivateKey secret, PublicKey known)
            throws GeneralSecurityException {
        String algorithm =
                switch (known.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> known.getAlgorithm();
                };
        byte[] probe = {1, 2, 3};
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(secret);
        signature.update(probe);
        byte[] signed = signature.sign();
        signature.initVerify(known);
        signature.update(probe);
        return signature.verify(signed);
    }
}
