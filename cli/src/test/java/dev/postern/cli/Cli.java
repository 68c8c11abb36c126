package dev.postern.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs the command line as the process does, with a state folder of its own. */
record Cli(Path home) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What a run has printed, and its exit code. */
    record Printed(int exit, String out, String err) {
        JsonNode json() {
            try {
                return MAPPER.readTree(out);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + out, e);
            }
        }

        List<String> lines() {
            return out.lines().toList();
        }
    }

    /** Runs where nobody is there to answer. */
    Printed run(String... args) {
        return run(false, "", args);
    }

    /** Runs where somebody types this. */
    Printed typing(String input, String... args) {
        return run(true, input, args);
    }

    /** Runs with this on standard input. */
    Printed piping(String input, String... args) {
        return run(false, input, args);
    }

    private Printed run(boolean interactive, String input, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = Terminal.of(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                Map.of("HOME", home.toString()),
                interactive);
        var exit = Main.run(args, terminal);
        return new Printed(exit, out.toString(), err.toString());
    }

    /** The folder of a sample. */
    static String sample(String name) {
        return Path.of("..", "sample-actions", name).toString();
    }

    static String[] with(String[] args, String... more) {
        return Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray(String[]::new);
    }
}
