package dev.tanaw.desktop.app;

import dev.tanaw.capture.specimen.Specimen;
import dev.tanaw.capture.specimen.Specimens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes pictures of the fictional documents, to print or to try a camera with.
@Command(
        name = "specimens",
        description = "Writes pictures of fictional documents.",
        mixinStandardHelpOptions = true)
final class SpecimensCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "where to write; created when missing")
    private Path folder = Path.of(".");

    @Option(names = "--seed", defaultValue = "1", description = "another seed, another person")
    private long seed = 1;

    @Option(
            names = "--labelled",
            paramLabel = "PEOPLE",
            defaultValue = "0",
            description =
                    "instead write a set for evaluate: all documents of so many people as a camera sees them, with truth.json")
    private int people;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws StartFailure {
        List<Specimen> all = new ArrayList<>();
        for (Specimen.Kind kind : Specimen.Kind.values()) {
            all.addAll(Specimens.of(kind, seed));
        }
        try {
            Files.createDirectories(folder);
            if (people > 0) {
                spec.commandLine().getOut().println(LabelledSet.write(folder, seed, people));
                return 0;
            }
            for (Specimen specimen : all) {
                Path file =
                        folder.resolve(
                                "%s_%d_%s.png"
                                        .formatted(
                                                specimen.kind().name().toLowerCase(Locale.ROOT),
                                                seed,
                                                specimen.face().name().toLowerCase(Locale.ROOT)));
                ImageIO.write(specimen.picture(), "png", file.toFile());
                spec.commandLine().getOut().println(file);
            }
        } catch (IOException e) {
            throw new StartFailure("cannot write to %s: %s".formatted(folder, e.getMessage()), e);
        }
        return 0;
    }
}
