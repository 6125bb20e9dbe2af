package dev.tanaw.capture.camera.ip;

import dev.tanaw.capture.camera.Camera;
import dev.tanaw.capture.camera.CameraDriver;
import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.CameraException.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Cameras that are reached by their address. Nothing is searched for: the addresses are given.
public final class MjpegDriver implements CameraDriver {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<CameraInfo> cameras;

    public MjpegDriver(List<URI> addresses) {
        cameras = addresses.stream().map(MjpegDriver::camera).toList();
    }

    /// The camera at this address; the address is its identity.
    ///
    /// @throws IllegalArgumentException when it is no `http` or `https` address
    public static CameraInfo camera(URI address) {
        boolean http =
                "http".equalsIgnoreCase(address.getScheme())
                        || "https".equalsIgnoreCase(address.getScheme());
        if (!http || address.getHost() == null) {
            throw new IllegalArgumentException("not the address of a camera: " + shown(address));
        }
        return new CameraInfo(address.toString(), shown(address), Kind.NETWORK);
    }

    @Override
    public List<CameraInfo> list(Duration limit) {
        return cameras;
    }

    @Override
    public Camera open(CameraInfo camera, Format wish)
            throws CameraException, InterruptedException {
        URI address = URI.create(camera.id());
        HttpClient client =
                HttpClient.newBuilder()
                        .connectTimeout(PATIENCE)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
        try {
            HttpResponse<InputStream> response =
                    client.send(request(address), HttpResponse.BodyHandlers.ofInputStream());
            return new MjpegCamera(
                    camera.name(), client, response.body(), boundary(camera.name(), response));
        } catch (HttpTimeoutException e) {
            client.shutdownNow();
            throw new CameraException(
                    Fault.STALLED, camera.name() + " did not answer within " + PATIENCE, e);
        } catch (ConnectException e) {
            client.shutdownNow();
            throw new CameraException(Fault.NOT_FOUND, "nothing answers at " + camera.name(), e);
        } catch (IOException e) {
            client.shutdownNow();
            throw new CameraException(
                    Fault.DISCONNECTED, camera.name() + " broke off: " + e.getMessage(), e);
        } catch (CameraException | InterruptedException e) {
            client.shutdownNow();
            throw e;
        }
    }

    private static HttpRequest request(URI address) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(withoutSecret(address))
                        .timeout(PATIENCE)
                        .header("Accept", "multipart/x-mixed-replace, image/jpeg");
        Optional.ofNullable(address.getUserInfo())
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .map(Base64.getEncoder()::encodeToString)
                .ifPresent(basic -> request.header("Authorization", "Basic " + basic));
        return request.build();
    }

    private static String boundary(String name, HttpResponse<InputStream> response)
            throws CameraException {
        int status = response.statusCode();
        if (status != 200) {
            throw new CameraException(
                    switch (status) {
                        case 401, 403 -> Fault.DENIED;
                        case 429, 503 -> Fault.BUSY;
                        default -> Fault.NOT_FOUND;
                    },
                    name + " answered " + status);
        }
        String type = response.headers().firstValue("Content-Type").orElse("nothing");
        return Multipart.boundary(type)
                .orElseThrow(() ->
                        new CameraException(
                                Fault.BAD_PICTURE,
                                name + " serves " + type + ", not a stream of pictures"));
    }

    /// For people and logs: no password, no query.
    private static String shown(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port + address.getPath();
    }

    private static URI withoutSecret(URI address) {
        String text = address.toString();
        String secret = address.getRawUserInfo();
        return secret == null ? address : URI.create(text.replaceFirst("//[^@/]*@", "//"));
    }
}
