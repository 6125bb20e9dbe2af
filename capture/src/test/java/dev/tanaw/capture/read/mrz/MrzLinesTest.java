package dev.tanaw.capture.read.mrz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MrzLinesTest {
    /// Some labels of the set are wrong: nobody can reach all of it.
    private static final double ACCURACY = 0.97;

    @Test
    void linesThatSomebodyElseCroppedAreRead() throws IOException, ReaderDamaged {
        assumeThat(LabelledLines.folder())
                .as("labelled lines, looked for at -Dtanaw.data")
                .isDirectory();

        try (Recogniser reader = Recogniser.load()) {
            LabelledLines read = LabelledLines.read(reader, 6);
            assertThat(read.lines()).isGreaterThan(50);
            assertThat(read.accuracy()).isGreaterThan(ACCURACY);
        }
    }
}
