package dev.tanaw.capture.read.signed;

import dev.tanaw.capture.read.signed.Cbor.Bytes;
import dev.tanaw.capture.read.signed.Cbor.Dictionary;
import dev.tanaw.capture.read.signed.Cbor.Sequence;
import dev.tanaw.capture.read.signed.Cbor.Tagged;
import dev.tanaw.capture.read.signed.Cbor.Text;
import dev.tanaw.capture.read.signed.Cbor.Whole;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The later form of identity codes: Base45, possibly zlib, a signed CBOR message (COSE_Sign1) with
/// the identity in claim 169.
final class CoseCard {
    private static final long IDENTITY = 169;
    private static final int SIGNED_PARTS = 4;

    /// A code of 4 KB may unpack to gigabytes.
    private static final int MOST_UNPACKED = 65_536;

    /// Members of claim 169 and the fields that they become.
    private static final Map<Long, String> TEXTS =
            Map.of(5L, "first_name", 6L, "middle_name", 7L, "last_name", 10L, "address");

    private static final Map<Long, String> CIVIL_STATUS =
            Map.of(1L, "UNMARRIED", 2L, "MARRIED", 3L, "DIVORCED");

    private CoseCard() {}

    static Optional<SignedCard> parse(String payload, SignatureKeys keys) {
        try {
            return Base45.decode(payload)
                    .map(CoseCard::unpacked)
                    .map(Cbor::parse)
                    .flatMap(message -> message(message, keys));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static byte[] unpacked(byte[] bytes) {
        // zlib's first byte is no CBOR message's.
        if (bytes.length == 0 || bytes[0] != 0x78) {
            return bytes;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            byte[] out = new byte[MOST_UNPACKED];
            int length = inflater.inflate(out);
            if (!inflater.finished()) {
                throw new IllegalArgumentException("unpacks to too much, or cut off");
            }
            return Arrays.copyOf(out, length);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("not zlib", e);
        } finally {
            inflater.end();
        }
    }

    private static Optional<SignedCard> message(Cbor message, SignatureKeys keys) {
        Cbor item = message;
        while (item instanceof Tagged(long _, Cbor inner)) {
            item = inner;
        }
        if (item instanceof Sequence(var parts)
                && parts.size() == SIGNED_PARTS
                && parts.get(0) instanceof Bytes head
                && parts.get(2) instanceof Bytes body
                && parts.get(3) instanceof Bytes signature
                && Cbor.parse(body.copy()) instanceof Dictionary(var claims)) {
            return identity(claims)
                    .map(values ->
                            new SignedCard(
                                    values.all(),
                                    signature(head.copy(), body.copy(), signature.copy(), keys)));
        }
        return Optional.empty();
    }

    private static Signature signature(
            byte[] head, byte[] body, byte[] signature, SignatureKeys keys) {
        if (keys.isEmpty()) {
            return Signature.NOT_CHECKED;
        }
        return keys.verify(signed(head, body), signature) ? Signature.VERIFIED : Signature.FAILED;
    }

    /// What the signature is made over, RFC 9052, section 4.4.
    static byte[] signed(byte[] head, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0x84);
        byte[] context = "Signature1".getBytes(StandardCharsets.US_ASCII);
        out.write(0x60 | context.length);
        out.writeBytes(context);
        bytes(out, head);
        out.write(0x40);
        bytes(out, body);
        return out.toByteArray();
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        int length = bytes.length;
        if (length < 24) {
            out.write(0x40 | length);
        } else if (length < 0x100) {
            out.write(0x58);
            out.write(length);
        } else {
            out.write(0x59);
            out.write(length >> 8);
            out.write(length & 0xff);
        }
        out.writeBytes(bytes);
    }

    private static Optional<Values> identity(Map<Cbor, Cbor> claims) {
        Cbor claim = claims.get(new Whole(IDENTITY));
        if (claim instanceof Bytes wrapped) {
            claim = Cbor.parse(wrapped.copy());
        }
        if (!(claim instanceof Dictionary(var members))) {
            return Optional.empty();
        }
        Values values = new Values();
        TEXTS.forEach((key, name) -> text(members, key).ifPresent(t -> values.text(name, t)));
        text(members, 1L).ifPresent(number -> values.number("document_number", number));
        text(members, 4L).ifPresent(name -> values.text("full_name", name));
        text(members, 8L).ifPresent(day -> values.day("date_of_birth", day));
        text(members, 9L).ifPresent(values::sex);
        text(members, 13L).ifPresent(nation -> values.text("nationality", nation));
        text(members, 14L)
                .ifPresent(status ->
                        values.text(
                                "civil_status",
                                status.matches("[123]")
                                        ? CIVIL_STATUS.getOrDefault(Long.parseLong(status), status)
                                        : status));
        return Optional.of(values);
    }

    private static Optional<String> text(Map<Cbor, Cbor> members, long key) {
        Cbor value = members.get(new Whole(key));
        return switch (value) {
            case Text(String text) -> Optional.of(text);
            case Whole(long number) -> Optional.of(Long.toString(number));
            case null -> Optional.empty();
            case Bytes _, Sequence _, Dictionary _, Tagged _, Cbor.Simple _ -> Optional.empty();
        };
    }
}
