package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sample does what its {@code expected.json} says, given its {@code answers.json}; {@code postern test --update}
 * writes that file anew, for you to read.
 */
final class SamplesTest extends CommandTest {

    private static final Path SAMPLES = Path.of("..", "sample-actions");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<Path> samples() throws IOException {
        try (var folders = Files.list(SAMPLES)) {
            return folders
                    .filter(Files::isDirectory)
                    .filter(folder -> !Files.exists(folder.resolve("pom.xml"))) // a server, with tests of its own
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void doesWhatItSays(Path sample) {
        var tested = cli.run("test", sample.toString());
        assertEquals("ok    " + sample + "\n", tested.out(), tested.err());
        assertEquals(0, tested.exit());
        assertFalse(tested.err().contains("is not documented"), tested.err());
    }

    @Test
    void thereIsOneForEachTrigger() throws IOException {
        var triggers = new TreeSet<String>();
        for (var sample : samples().toList()) {
            triggers.add(MAPPER.readTree(sample.resolve("expected.json").toFile())
                    .path("trigger")
                    .asText());
        }
        assertEquals(
                Arrays.stream(Trigger.values()).map(Trigger::id).collect(Collectors.toCollection(TreeSet::new)),
                triggers);
    }
}
