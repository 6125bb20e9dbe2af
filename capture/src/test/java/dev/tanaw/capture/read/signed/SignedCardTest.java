package dev.tanaw.capture.read.signed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tanaw.capture.event.Band;
import dev.tanaw.capture.event.Field;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignedCardTest {
    private static final String BODY =
            "{\"DateIssued\":\"05 October 2023\",\"Issuer\":\"UTO\",\"subject\":{\"Suffix\":\"\",\"lName\":\"Muñoz\",\"fName\":\"Ligaya\",\"mName\":\"Abad\",\"sex\":\"Female\",\"BF\":\"[9,9]\",\"DOB\":\"April 07, 1997\",\"POB\":\"Port Amaya\",\"PCN\":\"1234-5678-9012-3456\"},\"alg\":\"EDDSA\"}";

    @Test
    void aCardIsVerifiedByTheKeyThatSignedIt() throws Exception {
        KeyPair keys = ed25519();
        SignedCard card = card(json(keys, BODY), SignatureKeys.of(keys.getPublic()));

        assertThat(card.values())
                .containsEntry("last_name", "Muñoz")
                .containsEntry("first_name", "Ligaya")
                .containsEntry("date_of_birth", "1997-04-07")
                .containsEntry("sex", "F")
                .containsEntry("issue_date", "2023-10-05")
                .containsEntry("document_number", "1234-5678-9012-3456");
        assertThat(card.fields(List.of()))
                .allMatch(field -> field.source() == Field.Source.SIGNED_QR)
                .allMatch(field -> field.checks().equals(List.of("signature:pass")))
                .allMatch(field -> field.band() == Band.GREEN);
    }

    @Test
    void oneChangedLetterFails() throws Exception {
        KeyPair keys = ed25519();
        String forged = json(keys, BODY).replace("Ligaya", "Ligaye");
        SignedCard card = card(forged, SignatureKeys.of(keys.getPublic()));

        assertThat(card.fields(List.of()))
                .allMatch(field -> field.source() == Field.Source.BARCODE)
                .allMatch(field -> field.checks().equals(List.of("signature:fail")))
                .allMatch(field -> field.band() == Band.RED);
    }

    @Test
    void withoutAKeyNothingIsCalledValid() throws Exception {
        SignedCard card = card(json(ed25519(), BODY), SignatureKeys.none());

        assertThat(card.signature()).isEqualTo(dev.tanaw.capture.read.signed.Signature.NOT_CHECKED);
        assertThat(card.fields(List.of()))
                .allMatch(field -> field.checks().equals(List.of("signature:not_checked")))
                .noneMatch(field -> field.band() == Band.GREEN);
    }

    @Test
    void fingersAndTheConfidentialNumberStayInTheCode() throws Exception {
        String body = BODY.replace("1234-5678-9012-3456", "1234-5678-9012");
        SignedCard card = card(json(ed25519(), body), SignatureKeys.none());

        assertThat(card.values()).doesNotContainKey("document_number");
        assertThat(card.values().values()).noneMatch(value -> value.contains("[9,9]"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void claim169IsVerified(boolean packed) throws Exception {
        KeyPair keys = p256();
        String payload = cose(keys, claims(), packed);
        SignedCard card = card(payload, SignatureKeys.of(keys.getPublic()));

        assertThat(card.signature()).isEqualTo(dev.tanaw.capture.read.signed.Signature.VERIFIED);
        assertThat(card.values())
                .containsEntry("full_name", "Zoë Muñoz")
                .containsEntry("date_of_birth", "1997-04-07")
                .containsEntry("sex", "F");
    }

    @Test
    void anotherKeyDoesNotVerify() throws Exception {
        String payload = cose(p256(), claims(), false);
        SignedCard card =
                card(payload, SignatureKeys.of(ed25519().getPublic(), p256().getPublic()));

        assertThat(card.signature()).isEqualTo(dev.tanaw.capture.read.signed.Signature.FAILED);
    }

    @Test
    void aThousandNestedListsAreNothing() {
        byte[] nested = new byte[1_000];
        java.util.Arrays.fill(nested, (byte) 0x81);

        assertThat(SignedCard.parse(base45(nested), SignatureKeys.none())).isEmpty();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Cbor.parse(nested));
    }

    /// Lists that promise more than there is, numbers beyond all lengths, bytes that are not there.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9affffffff",
                "5affffffff00",
                "9bffffffffffffffff",
                "9f01ff",
                "a1",
                "f97c00ff"
            })
    void damagedObjectsAreRefusedAtOnce(String hex) {
        byte[] bytes = java.util.HexFormat.of().parseHex(hex);

        assertThat(SignedCard.parse(base45(bytes), SignatureKeys.none())).isEmpty();
    }

    @Test
    void megabytesThatComeOutOfKilobytesAreRefused() {
        byte[] packed = deflated(new byte[4_000_000]);

        assertThat(packed.length).isLessThan(8_000);
        assertThat(SignedCard.parse(base45(packed), SignatureKeys.none())).isEmpty();
    }

    @Test
    void megabytesOfTextAreNothing() {
        assertThat(SignedCard.parse("{".repeat(5_000_000), SignatureKeys.none())).isEmpty();
        assertThat(SignedCard.parse("{\"a\":".repeat(3_000), SignatureKeys.none())).isEmpty();
    }

    @Test
    void controlCharactersDoNotGetThrough() throws Exception {
        String body = BODY.replace("Ligaya", "Li\\u0000ga\\u001b[31mya\\n");
        SignedCard card = card(json(ed25519(), body), SignatureKeys.none());

        assertThat(card.values()).containsEntry("first_name", "Liga[31mya");
    }

    @Test
    void whatWasReadIsNotInTheName() throws Exception {
        SignedCard card = card(json(ed25519(), BODY), SignatureKeys.none());

        assertThat(card.toString()).doesNotContain("Ligaya", "Abad");
    }

    @Test
    void keysComeFromAFolder(@TempDir Path folder) throws Exception {
        KeyPair keys = ed25519();
        Files.writeString(
                folder.resolve("issuer.pem"),
                "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                        .formatted(
                                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded())));

        assertThat(card(json(keys, BODY), SignatureKeys.in(folder)).signature())
                .isEqualTo(dev.tanaw.capture.read.signed.Signature.VERIFIED);

        Files.writeString(folder.resolve("broken.pem"), "nothing");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> SignatureKeys.in(folder))
                .withMessageContaining("broken.pem");
    }

    private static SignedCard card(String payload, SignatureKeys keys) {
        return SignedCard.parse(payload, keys).orElseThrow();
    }

    private static String json(KeyPair keys, String body) throws GeneralSecurityException {
        byte[] signature = sign("Ed25519", keys, body.getBytes(StandardCharsets.UTF_8));
        return body.substring(0, body.length() - 1)
                + ",\"signature\":\"%s\"}".formatted(Base64.getEncoder().encodeToString(signature));
    }

    private static byte[] sign(String algorithm, KeyPair keys, byte[] message)
            throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(keys.getPrivate());
        signature.update(message);
        return signature.sign();
    }

    private static KeyPair ed25519() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private static KeyPair p256() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /// `{169: {4: "Zoë Muñoz", 8: "19970407", 9: 2}}`.
    private static byte[] claims() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xa1, 0x18, (byte) 169, (byte) 0xa3, 0x04});
        text(out, "Zoë Muñoz");
        out.write(0x08);
        text(out, "19970407");
        out.writeBytes(new byte[] {0x09, 0x02});
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(0x60 | bytes.length);
        out.writeBytes(bytes);
    }

    private static String cose(KeyPair keys, byte[] claims, boolean packed)
            throws GeneralSecurityException {
        byte[] head = {(byte) 0xa1, 0x01, 0x26};
        byte[] signature =
                sign("SHA256withECDSAinP1363Format", keys, CoseCard.signed(head, claims));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xd2, (byte) 0x84});
        bytes(out, head);
        out.write(0xa0);
        bytes(out, claims);
        bytes(out, signature);
        byte[] message = out.toByteArray();
        return base45(packed ? deflated(message) : message);
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        out.write(0x58);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[bytes.length + 100];
        int length = deflater.deflate(out);
        deflater.end();
        // Cards are packed at the usual level, which the first byte tells with the second.
        return java.util.Arrays.copyOf(out, length);
    }

    private static String base45(byte[] bytes) {
        String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 2) {
            boolean pair = i + 1 < bytes.length;
            int value = pair ? ((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff) : (bytes[i] & 0xff);
            for (int j = 0; j < (pair ? 3 : 2); j++) {
                text.append(alphabet.charAt(value % 45));
                value /= 45;
            }
        }
        return text.toString();
    }
}
