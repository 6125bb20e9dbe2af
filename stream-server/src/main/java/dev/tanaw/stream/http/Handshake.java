package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/// The beginning of a WebSocket (RFC 6455, 4.2), without extensions and sub-protocols.
final class Handshake {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_BYTES = 16;

    private Handshake() {}

    static Optional<Problem> fault(Request request) {
        HttpFields headers = request.getHeaders();
        if (!headers.contains(HttpHeader.UPGRADE, "websocket")
                || !headers.contains(HttpHeader.CONNECTION, "upgrade")) {
            return Optional.of(
                    new Problem(
                            HttpStatus.UPGRADE_REQUIRED_426,
                            "websocket_only",
                            "This address speaks WebSocket only."));
        }
        if (!"13".equals(headers.get(HttpHeader.SEC_WEBSOCKET_VERSION))
                || !isKey(headers.get(HttpHeader.SEC_WEBSOCKET_KEY))) {
            return Optional.of(
                    Problem.badRequest(
                            "handshake", "This is not a WebSocket handshake of version 13."));
        }
        return Optional.empty();
    }

    private static boolean isKey(@Nullable String key) {
        try {
            return key != null && Base64.getDecoder().decode(key.strip()).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static void accept(Request request, Response response) {
        String key = String.valueOf(request.getHeaders().get(HttpHeader.SEC_WEBSOCKET_KEY)).strip();
        response.setStatus(HttpStatus.SWITCHING_PROTOCOLS_101);
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.UPGRADE, "websocket");
        headers.put(HttpHeader.CONNECTION, "Upgrade");
        headers.put(HttpHeader.SEC_WEBSOCKET_ACCEPT, answer(key));
    }

    private static String answer(String key) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-1")
                                    .digest((key + MAGIC).getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
