package dev.tanaw.desktop.replay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong with a file is said with its place.
final class SituationFileTest {
    @TempDir private Path folder = Path.of("target");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"about": "x", \\n "steps": [} | line 2
                    {"steps": [{"do": "empty"}]} | about: is missing
                    {"about": "x"} | steps: either steps or a recording is wanted
                    {"about": "x", "steps": [{"do": "aproach"}]} | steps[0].do: unknown 'aproach'; one of empty, approach
                    {"about": "x", "steps": [{"do": "empty", "sec": 1}]} | steps[0].sec: is not known here
                    {"about": "x", "steps": [{"do": "empty", "s": "1"}]} | steps[0].s: a number of seconds is wanted
                    {"about": "x", "steps": [{"do": "approach", "what": "y"}]} | steps[0].what: no thing is called 'y'
                    {"about": "x", "things": {"y": {"document": "letter"}}, "steps": [{"do": "empty"}]} | things.y.document: unknown 'letter'
                    {"about": "x", "steps": [{"do": "empty"}], "expect": [{"event": "a", "within_s": 1, "after": "b"}]} | expect[0].after: no step has this name
                    {"about": "x", "steps": [{"do": "empty"}], "never": [{}]} | never[0]: says nothing
                    {"about": "x", "camera": {"fps": 0}, "steps": [{"do": "empty"}]} | camera: no camera is like that
                    {"about": "x", "today": "1.1.26", "steps": [{"do": "empty"}]} | today: a date
                    {"about": "x", "desk": "glass", "steps": [{"do": "empty"}]} | desk: unknown 'glass'; one of wood, white, clutter
                    """)
    void saysWhere(String text, String message) throws IOException {
        Path file = folder.resolve("situation.json");
        Files.writeString(file, text.replace("\\n", "\n"));

        assertThatThrownBy(() -> Situation.read(file))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message);
    }
}
