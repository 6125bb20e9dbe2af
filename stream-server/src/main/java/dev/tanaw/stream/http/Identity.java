package dev.tanaw.stream.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/// By what a server shows over TLS who it is: a private key and the certificates that speak for it.
public final class Identity {
    private static final String FILE = "identity.p12";
    private static final String ALIAS = "tanaw";

    /// The file is for its owner only, and whoever can read it could read a password beside it; but
    /// the format wants one.
    private static final String PASSWORD = "not-secret";

    /// What browsers take at most.
    private static final int DAYS = 825;

    private static final Duration RENEWAL = Duration.ofDays(30);
    private static final int PATIENCE_SECONDS = 60;
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.-]{1,253}|[0-9A-Fa-f:.]+");

    private final KeyStore keys;
    private final X509Certificate certificate;
    private final Optional<PemFiles> files;

    private Identity(KeyStore keys, Optional<PemFiles> files) throws GeneralSecurityException {
        this.keys = keys;
        this.files = files;
        this.certificate = (X509Certificate) keys.getCertificate(ALIAS);
    }

    /// From two PEM files: the certificate, followed by those of its issuers, and the unencrypted
    /// PKCS #8 key. When they are renewed while a server runs, it shows the new ones. The message
    /// of the exception says what is wrong with which file.
    public static Identity of(Path certificates, Path key) throws IOException {
        return of(PemFiles.of(certificates, key));
    }

    static Identity of(PemFiles files) throws IOException {
        List<Certificate> chain = files.chain();
        PrivateKey secret = files.secretOf(chain.getFirst().getPublicKey());
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry(
                    ALIAS, secret, PASSWORD.toCharArray(), chain.toArray(new Certificate[0]));
            return new Identity(keys, Optional.of(files));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("they are a pair, and every Java has PKCS #12", e);
        }
    }

    /// The one that is kept in this folder; made for these names when there is none yet, or when it
    /// ends within thirty days. Nobody but its own fingerprint vouches for it.
    public static Identity in(Path folder, Set<String> names, InstantSource clock)
            throws IOException {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            Identity kept = load(file);
            if (kept.ends().isAfter(clock.instant().plus(RENEWAL))) {
                return kept;
            }
        }
        make(file, names);
        return load(file);
    }

    private static Identity load(Path file) throws IOException {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(new ByteArrayInputStream(Files.readAllBytes(file)), PASSWORD.toCharArray());
            if (keys.getCertificate(ALIAS) == null) {
                throw new IOException("no key in it");
            }
            return new Identity(keys, Optional.empty());
        } catch (IOException | GeneralSecurityException e) {
            throw new IOException(
                    "%s cannot be read. Move it away, and the next start makes another; its fingerprint will be new."
                            .formatted(file),
                    e);
        }
    }

    /// By the tool that comes with Java, in a folder aside that only its owner may read.
    private static void make(Path file, Set<String> names) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path aside = Files.createTempDirectory(folder, "identity");
        Path made = aside.resolve(FILE);
        try {
            run(made, names);
            if (Files.getFileAttributeView(made, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(made);
            Files.delete(aside);
        }
    }

    private static void run(Path made, Set<String> names) throws IOException {
        ProcessBuilder keytool =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=Tanaw",
                        "-ext",
                        "san=" + alternatives(names),
                        "-ext",
                        "eku=serverAuth",
                        "-validity",
                        Integer.toString(DAYS),
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        made.toString(),
                        "-storepass",
                        PASSWORD);
        keytool.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = keytool.start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(
                        "No certificate could be made: keytool failed. Give one with --certificate and --key.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a certificate was made", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String alternatives(Set<String> names) {
        Set<String> all = new LinkedHashSet<>(List.of("dns:localhost", "ip:127.0.0.1"));
        for (String name : names) {
            if (NAME.matcher(name).matches()) {
                all.add((ADDRESS.matcher(name).matches() ? "ip:" : "dns:") + name);
            }
        }
        return String.join(",", all);
    }

    /// SHA-256 of the certificate, as browsers and `openssl x509 -fingerprint -sha256` write it.
    public String fingerprint() {
        return fingerprint(certificate);
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("it was read before, and every Java has SHA-256", e);
        }
    }

    public Instant ends() {
        return certificate.getNotAfter().toInstant();
    }

    /// Empty when it was made here.
    Optional<PemFiles> files() {
        return files;
    }

    void showOn(SslContextFactory.Server tls) {
        tls.setKeyStore(keys);
        tls.setKeyStorePassword(PASSWORD);
    }
}
