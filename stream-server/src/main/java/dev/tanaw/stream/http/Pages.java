package dev.tanaw.stream.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import java.util.Map;

/// The supervisor page at `/` and the libraries it uses below `/webjars`, where they are present.
final class Pages {
    private Pages() {}

    static void register(JavalinConfig settings) {
        if (isPresent("supervisor")) {
            settings.staticFiles.add(files -> {
                files.hostedPath = "/";
                files.directory = "/supervisor";
                files.location = Location.CLASSPATH;
                files.headers = Map.of("Cache-Control", "no-cache");
            });
        }
        if (isPresent("META-INF/resources/webjars")) {
            settings.staticFiles.enableWebjars();
        }
    }

    private static boolean isPresent(String folder) {
        return Pages.class.getClassLoader().getResource(folder) != null;
    }
}
