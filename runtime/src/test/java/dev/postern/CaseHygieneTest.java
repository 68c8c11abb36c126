package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A case whose files nobody reads proves nothing. */
final class CaseHygieneTest {

    static Stream<Case> cases() {
        return Case.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void holdsOnlyFilesThatAreRead(Case test) throws IOException {
        try (var files = Files.list(test.folder())) {
            var names = files.map(file -> file.getFileName().toString()).toList();
            var unknown = new HashSet<>(names);
            unknown.removeAll(test.knownFiles());
            unknown.removeIf(name -> name.matches("\\d+-[a-z0-9-]+\\.js"));
            assertEquals(List.of(), List.copyOf(unknown), test.name());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void expectsAResultOfEachStep(Case test) {
        for (var step = 1; step <= test.steps(); step++) {
            assertTrue(test.expected(step).contains("\"outcome\""), test.name());
        }
    }
}
