package dev.tanaw.desktop.app;

import dev.tanaw.stream.access.Credential;
import dev.tanaw.stream.access.Pairing;
import dev.tanaw.stream.access.Role;
import dev.tanaw.stream.access.Tokens;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// Makes and revokes the tokens by which programs and browsers say who they are. A running hub on
/// the same data folder sees a change within a second.
@Command(
        name = "token",
        description = "Makes, lists and revokes tokens.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class TokenCommand implements Runnable {
    @Option(
            names = "--data",
            scope = ScopeType.INHERIT,
            description = "folder for what is kept between starts")
    private Path data = DataFolder.usual();

    @Spec private CommandSpec spec = CommandSpec.create();

    static Path file(Path data) {
        return data.resolve("tokens.json");
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "add, list, pair or revoke?");
    }

    @Command(name = "add", description = "Makes a token and shows it, once.")
    int add(
            @Parameters(paramLabel = "ROLE", description = "${COMPLETION-CANDIDATES}") Role role,
            @Parameters(
                            paramLabel = "NAME",
                            description = "whose it is; of a station, the name in its events")
                    String name)
            throws StartFailure {
        Tokens tokens = open();
        try {
            Tokens.Made made =
                    tokens.add(
                            name,
                            role,
                            Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
            out().println(made.token());
            err().printf(
                            "%s, %s. This is the only time that it is shown. Revoke it with: ./tanaw token revoke %s%n",
                            name, word(role), made.credential().id());
            return CommandLine.ExitCode.OK;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Command(name = "list", description = "Lists the tokens that are valid.")
    int list() throws StartFailure {
        for (Credential each : open().all()) {
            out().printf(
                            "%s  %-10s  %s  %s%n",
                            each.id(), word(each.role()), each.created(), each.name());
        }
        out().flush();
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "revoke", description = "Makes a token invalid and ends its streams.")
    int revoke(@Parameters(paramLabel = "ID", description = "as in the list") String id)
            throws StartFailure {
        try {
            if (open().revoke(id)) {
                return CommandLine.ExitCode.OK;
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
        err().printf("There is no token %s. ./tanaw token list shows them.%n", id);
        return CommandLine.ExitCode.SOFTWARE;
    }

    @Command(
            name = "pair",
            description = "Shows six digits that let one browser in to read, for 12 hours.")
    int pair() throws StartFailure {
        try {
            Pairing.Code code = open().pairing().begin(Clock.systemUTC().instant());
            out().println(code.digits());
            err().printf(
                            "Type it on the login page within %d minutes. It works once.%n",
                            Pairing.VALID.toMinutes());
            return CommandLine.ExitCode.OK;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Tokens open() throws StartFailure {
        DataFolder.open(data);
        return Tokens.in(file(data));
    }

    private StartFailure unwritable(IOException cause) {
        return new StartFailure(
                "TOKEN-01: cannot write %s. Nothing was changed. Make it writable, or give another folder with --data."
                        .formatted(file(data)),
                cause);
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
