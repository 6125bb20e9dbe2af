package dev.tanaw.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.stream.access.Pairing;
import dev.tanaw.stream.access.Role;
import dev.tanaw.stream.access.Tokens;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TokenCommandTest {
    @TempDir private Path data = Path.of("target");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aTokenIsMadeListedAndRevoked() {
        assertThat(run("add", "station", "kiosk-07")).isZero();
        String token = out.toString().strip();
        Tokens tokens = Tokens.in(TokenCommand.file(data));
        String id = tokens.of(token).orElseThrow().id();

        assertThat(tokens.of(token).orElseThrow().role()).isEqualTo(Role.STATION);
        assertThat(err.toString()).contains("only time", id);
        assertThat(run("list")).isZero();
        assertThat(out.toString().substring(token.length())).contains(id, "kiosk-07");
        assertThat(run("revoke", id)).isZero();
        assertThat(run("revoke", id)).isEqualTo(1);
        assertThat(Tokens.in(TokenCommand.file(data)).all()).isEmpty();
    }

    @Test
    void whatIsNoNameOrRoleIsRefused() {
        assertThat(run("add", "station", "a b")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(run("add", "king", "me")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(run()).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(Tokens.in(TokenCommand.file(data)).all()).isEmpty();
    }

    @Test
    void aCodeLetsOneBrowserInOfAServerOnTheSameFolder() {
        assertThat(run("pair")).isZero();
        String digits = out.toString().strip();
        Pairing server = Tokens.in(TokenCommand.file(data)).pairing();

        assertThat(digits).matches("[0-9]{6}");
        assertThat(err.toString()).contains("2 minutes", "once");
        assertThat(server.redeem(digits, Instant.now())).isTrue();
        assertThat(server.redeem(digits, Instant.now())).isFalse();
    }

    private int run(String... words) {
        String[] all = new String[words.length + 3];
        System.arraycopy(new String[] {"token", "--data", data.toString()}, 0, all, 0, 3);
        System.arraycopy(words, 0, all, 3, words.length);
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
