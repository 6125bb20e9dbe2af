package dev.tanaw.stream.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.Optional;

/// Where a browser trades a token, or the code that the station shows, for a cookie. Works without
/// a script.
final class LoginPage {
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
              <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Tanaw</title>
                <link rel="icon" href="icon.svg">
                <link rel="stylesheet" href="css/tokens.css">
                <link rel="stylesheet" href="css/page.css">
              </head>
              <body>
                <main>
                  <h1>Tanaw</h1>
                  <p role="status">WORDS</p>
                  <form method="post" action="login">
                    <label>Token or code <input type="password" name="token" required autofocus></label>
                    <button>Log in</button>
                  </form>
                </main>
              </body>
            </html>
            """;
    private static final String ASK =
            "Enter the token that you were given, or the six digits that the station shows.";
    private static final String WRONG =
            "This is not valid, or no longer. Check it, or ask for another.";

    private final Access access;

    LoginPage(Access access) {
        this.access = access;
    }

    void register(RoutesConfig routes) {
        routes.get("/login", context -> show(context, ASK));
        routes.post("/login", this::login);
        routes.post("/logout", this::logout);
    }

    private static void show(Context context, String words) {
        context.header("Cache-Control", "no-store").html(PAGE.replace("WORDS", words));
    }

    private void login(Context context) {
        Optional<String> cookie =
                Optional.ofNullable(context.formParam("token"))
                        .flatMap(text -> access.login(text, context.ip()));
        if (cookie.isEmpty()) {
            context.status(access.wrong(context.ip()).status());
            show(context, WRONG);
            return;
        }
        set(context, cookie.get(), Math.toIntExact(Access.LOGIN.toSeconds()));
    }

    private void logout(Context context) {
        Optional.ofNullable(context.cookie(Access.COOKIE)).ifPresent(access::logout);
        set(context, "", 0);
    }

    private static void set(Context context, String value, int seconds) {
        context.cookie(
                new Cookie(
                        Access.COOKIE,
                        value,
                        "/",
                        seconds,
                        context.scheme().equals("https"),
                        true,
                        null,
                        SameSite.STRICT));
        context.redirect("/", HttpStatus.SEE_OTHER);
    }
}
