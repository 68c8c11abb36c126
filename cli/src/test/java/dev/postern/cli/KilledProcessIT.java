package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process that is killed while it waits for an answer. */
final class KilledProcessIT {

    private static final Pattern TOKEN = Pattern.compile("postern resume (\\S+) --answer");

    @TempDir
    private Path home = Path.of(".");

    @Test
    void losesNothingBetweenPauseAndResume() throws Exception {
        var process = waitingForAnAnswer();
        var token = token(process.errorReader());
        process.destroyForcibly();
        assertTrue(process.waitFor() > 128, "killed by a signal");

        var resumed = new Cli(home).run("resume", token, "--answer", "challenge:otp", "--json");
        assertEquals(ExitCode.COMPLETED, resumed.exit(), resumed.err());
        assertEquals(3, resumed.json().path("executions").size());
    }

    @Test
    void leavesTheShellALineOfItsOwn() throws Exception {
        var process = waitingForAnAnswer();
        var err = process.errorReader();
        token(err);
        for (var c = err.read(); c != ']'; c = err.read()) { // which ends the question
            assertTrue(c >= 0, "the process ended without a question");
        }
        process.toHandle().destroy(); // which leaves the streams open
        var rest = new StringWriter();
        err.transferTo(rest);
        assertEquals(": \n", rest.toString());
    }

    private Process waitingForAnAnswer() throws IOException {
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dpostern.interactive=true",
                "-cp",
                classPath,
                "dev.postern.cli.Main",
                "run",
                Cli.sample("step-up-mfa"));
        builder.environment().put("HOME", home.toString());
        builder.environment().remove("XDG_STATE_HOME");
        return builder.start();
    }

    private static String token(BufferedReader err) throws IOException {
        for (var line = err.readLine(); line != null; line = err.readLine()) {
            assertFalse(line.contains("WARNING"), line);
            Matcher token = TOKEN.matcher(line);
            if (token.find()) {
                return token.group(1);
            }
        }
        throw new AssertionError("the process ended without a question");
    }
}
