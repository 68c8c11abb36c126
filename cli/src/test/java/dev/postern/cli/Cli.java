package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.trigger.Trigger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Runs the command line as the process does, with a state folder of its own. */
record Cli(Path home) {

    /** The event of a user who has nothing. */
    static final String USER = Trigger.POST_LOGIN.sampleEvent().toString();

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
    }

    /** Writes an Action into the home folder. */
    String script(String name, String code) throws IOException {
        return Files.writeString(home.resolve(name), code).toString();
    }

    /** Runs this one Action for a user who has nothing. */
    Printed runAction(String name, String code, String... args) throws IOException {
        return piping(USER, with(new String[] {"run", script(name, code), "--event", "-"}, args));
    }

    /** Runs a flow to its first pause, and gives the resume token. */
    String pause(String... args) {
        var paused = run(with(new String[] {"run"}, with(args, "--no-input", "--json")));
        assertEquals(ExitCode.PAUSED, paused.exit(), paused.err());
        return paused.json().path("resume_token").asText();
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

    /** Runs with these variables in the environment. */
    Printed runIn(Map<String, String> environment, String... args) {
        return run(environment, false, "", args);
    }

    private Printed run(boolean interactive, String input, String... args) {
        return run(Map.of(), interactive, input, args);
    }

    private Printed run(Map<String, String> environment, boolean interactive, String input, String... args) {
        var variables = new HashMap<>(environment);
        variables.put("HOME", home.toString());
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = Terminal.of(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err),
                variables,
                interactive);
        var exit = Main.run(args, terminal);
        return new Printed(exit, out.toString(), err.toString());
    }

    /** The folder of a sample. */
    static String sample(String name) {
        return Path.of("..", "sample-actions", name).toString();
    }

    /** The arguments, and more. */
    static String[] with(String[] args, String... more) {
        return Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray(String[]::new);
    }
}
