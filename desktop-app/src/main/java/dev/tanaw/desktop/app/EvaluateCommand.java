package dev.tanaw.desktop.app;

import dev.tanaw.capture.face.FaceComparer;
import dev.tanaw.capture.face.FaceMeasurer;
import dev.tanaw.capture.read.DocumentReader;
import dev.tanaw.desktop.bench.Evaluation;
import dev.tanaw.desktop.bench.FaceEvaluation;
import dev.tanaw.desktop.bench.Peer;
import dev.tanaw.desktop.bench.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs the readers on labelled pictures and counts what was right.
@Command(
        name = "evaluate",
        description = "Runs the readers on labelled sets and counts what was right.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "SET",
            description = "folder with pictures and truth.json")
    private List<Path> sets = List.of();

    @Option(
            names = "--against",
            split = ",",
            paramLabel = "PEER,...",
            description =
                    "${COMPLETION-CANDIDATES}: run beside it on the same pictures, if installed")
    private List<Peer> peers = List.of();

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Option(names = "--faces", description = "look for faces of people instead")
    private boolean faces;

    @Option(names = "--show", description = "name each file that was not read exactly")
    private boolean show;

    @Option(names = "--data", description = "folder for what is kept between starts")
    private Path data = DataFolder.usual();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws StartFailure, IOException, InterruptedException {
        DataFolder.open(data);
        PrintWriter out = spec.commandLine().getOut();
        Report report = new Report(out, json ? Report.Form.JSON : Report.Form.TABLE);
        for (Path set : sets) {
            if (!Files.isRegularFile(set.resolve("truth.json"))) {
                throw new StartFailure(
                        "EVAL-01: %s has no truth.json. Give the folder of a labelled set."
                                .formatted(set));
            }
        }
        if (faces) {
            faces(out, report);
            return 0;
        }
        try (DocumentReader reader = Readers.all(data, Clock.systemUTC())) {
            for (Path set : sets) {
                Evaluation evaluation = new Evaluation(set, report);
                List<String> missed = evaluation.run(reader);
                if (show) {
                    missed.forEach(out::println);
                }
                for (Peer peer : peers) {
                    evaluation.run(peer);
                }
                out.flush();
            }
        }
        return 0;
    }

    private void faces(PrintWriter out, Report report) throws StartFailure, IOException {
        try (FaceMeasurer measurer = Readers.faces();
                FaceComparer comparer = Readers.comparer()) {
            for (Path set : sets) {
                List<String> remarkable = new FaceEvaluation(set, report).run(measurer, comparer);
                if (show) {
                    remarkable.forEach(out::println);
                }
                out.flush();
            }
        }
    }
}
