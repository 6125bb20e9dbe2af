package dev.tanaw.desktop.app;

import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line. Exit codes: 0 well, 1 something failed and was said, 2 wrong usage.
@Command(
        name = "tanaw",
        description = "Captures identity documents and lets supervisors watch live.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            CalibrateCommand.class,
            HubCommand.class,
            SimulateCommand.class,
            TokenCommand.class,
            PinCommand.class,
            DoctorCommand.class,
            SpecimensCommand.class,
            BenchCommand.class,
            ReadCommand.class,
            EvaluateCommand.class,
            ReplayCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .registerConverter(Locale.class, Locale::forLanguageTag)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, _) -> {
                    if (failure instanceof StartFailure expected) {
                        line.getErr().println(expected.getMessage());
                        return CommandLine.ExitCode.SOFTWARE;
                    }
                    throw failure;
                });
    }
}
