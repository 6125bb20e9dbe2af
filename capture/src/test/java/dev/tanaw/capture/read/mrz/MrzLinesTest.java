package dev.tanaw.capture.read.mrz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MrzLinesTest {
    /// A floor against getting worse, not a goal: 0.81 of the whole set were read when this was
    /// written, without a format, from thresholded crops.
    private static final double ACCURACY = 0.72;

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
