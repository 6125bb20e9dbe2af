package dev.tanaw.stream.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;

/// `GET /stations/{station}/picture`: what its camera sees now, made coarse by the station itself.
/// Asked for anew each time, kept nowhere, part of no log.
final class Pictures {
    private static final Problem NONE_HERE =
            new Problem(
                    HttpStatus.CONFLICT_409,
                    "no_pictures",
                    "No picture of this station can be seen here: it is another process, or was started without --live-picture.");

    private volatile Optional<LivePicture> source = Optional.empty();

    void register(RoutesConfig routes) {
        routes.get("/stations/{station}/picture", this::show);
    }

    void by(LivePicture picture) {
        source = Optional.of(picture);
    }

    boolean areShown() {
        return source.isPresent();
    }

    private static byte[] bytes(ByteBuffer png) {
        byte[] bytes = new byte[png.remaining()];
        png.duplicate().get(bytes);
        return bytes;
    }

    private void show(Context context) {
        String station = context.pathParam("station");
        LivePicture.Look look =
                source.map(each -> each.look(station)).orElseGet(LivePicture.Look.Elsewhere::new);
        switch (look) {
            case LivePicture.Look.Shown shown ->
                    context.contentType("image/png")
                            .header("Cache-Control", "no-store")
                            .header("Tanaw-Age-Ms", Long.toString(shown.age().toMillis()))
                            .result(bytes(shown.png()));
            // Nothing older is shown.
            case LivePicture.Look.Blind _ ->
                    context.status(HttpStatus.NO_CONTENT_204).header("Cache-Control", "no-store");
            case LivePicture.Look.Elsewhere _ -> Routes.refuse(context, NONE_HERE);
        }
    }
}
