package dev.tanaw.desktop.app;

import dev.tanaw.desktop.kiosk.Pin;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Sets the PIN of the operator's panel. It is asked for, never given on the command line, where
/// other programs can read it.
@Command(
        name = "pin",
        description = "Sets the operator's PIN, which is asked for, or read from standard input.",
        mixinStandardHelpOptions = true)
final class PinCommand implements Callable<Integer> {
    @Option(names = "--data", description = "folder for what is kept between starts")
    private Path data = DataFolder.usual();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        DataFolder.open(data);
        write(parse(ask()), LookOptions.pinFile(data));
        spec.commandLine()
                .getOut()
                .println("The PIN is set. A station that runs takes it at its next start.");
        return 0;
    }

    private Pin parse(String digits) {
        try {
            return Pin.of(digits.strip());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    static void write(Pin pin, Path file) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(aside, pin.written());
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String ask() {
        Optional<Console> terminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (terminal.isPresent()) {
            char[] typed = terminal.get().readPassword("New PIN, 4 to 8 digits: ");
            return typed == null ? "" : new String(typed);
        }
        try (Scanner input = new Scanner(System.in, java.nio.charset.StandardCharsets.UTF_8)) {
            return input.hasNextLine() ? input.nextLine() : "";
        }
    }
}
