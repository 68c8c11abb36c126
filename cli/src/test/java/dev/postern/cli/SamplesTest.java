package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sample does what its {@code expected.json} says, given its {@code answers.json}; {@code -Dsamples.update=true}
 * writes that file anew, for you to read.
 */
final class SamplesTest {

    private static final Path SAMPLES = Path.of("..", "sample-actions");
    private static final boolean UPDATE = Boolean.getBoolean("samples.update") && System.getenv("CI") == null;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path home = Path.of(".");

    static Stream<Path> samples() throws IOException {
        try (var folders = Files.list(SAMPLES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void doesWhatItSays(Path sample) throws IOException {
        var args = new ArrayList<>(
                List.of("run", sample.toString(), "--json", "--no-input", "--now", "2026-01-01T12:00:00Z"));
        MAPPER.readTree(sample.resolve("answers.json").toFile())
                .forEach(answer -> args.addAll(List.of("--answer", answer.asText())));
        var secrets = sample.resolve("secrets.json");
        if (Files.exists(secrets)) {
            args.addAll(List.of("--secrets", secrets.toString()));
        }
        var printed = new Cli(home).run(args.toArray(String[]::new));
        assertFalse(printed.err().contains("is not documented"), printed.err());
        var document = stable(printed.json()).toPrettyString();
        var expected = sample.resolve("expected.json");
        if (UPDATE) {
            Files.writeString(expected, document + "\n");
        }
        assertEquals(MAPPER.readTree(expected.toFile()).toPrettyString(), document);
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

    /** The document without times, and without an id where the trigger's events have none. */
    private static JsonNode stable(JsonNode document) {
        if (document.path("transaction_id").asText().matches("txn_[0-9a-f-]{36}")) {
            ((ObjectNode) document).remove("transaction_id");
        }
        document.path("executions").forEach(execution -> ((ObjectNode) execution).remove("duration_ms"));
        return document;
    }
}
