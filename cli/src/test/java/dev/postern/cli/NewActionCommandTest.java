package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class NewActionCommandTest extends CommandTest {

    private Cli.Printed make(String trigger, String name) {
        return cli.run("new", "action", trigger, name, "--dir", home.toString());
    }

    @ParameterizedTest
    @EnumSource(Trigger.class)
    void makesAnActionOfEveryTriggerThatRunsAtOnce(Trigger trigger) throws IOException {
        var made = make(trigger.id(), "mine");
        assertEquals(0, made.exit(), made.err());
        var folder = home.resolve("mine");
        var expected =
                new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
        assertEquals("completed", expected.path("outcome").asText(), expected.toPrettyString());
        assertEquals(trigger.id(), expected.path("trigger").asText());
        assertEquals(
                "final", expected.path("executions").path(0).path("outcome").asText(), expected.toPrettyString());
        assertEquals(
                trigger.sampleEvent(),
                new ObjectMapper().readTree(folder.resolve("event.json").toFile()));
        for (var line : made.out()
                .lines()
                .filter(each -> each.contains("postern run") || each.contains("postern test"))
                .toList()) {
            var next = cli.run(
                    Arrays.stream(line.substring(line.indexOf("postern ") + 8).split(" ", -1))
                            .toArray(String[]::new));
            assertEquals(0, next.exit(), line + "\n" + next.out() + next.err());
        }
        var code = Files.readString(folder.resolve("1-mine.js"));
        assertTrue(code.contains("exports." + trigger.executeHandler() + " = async (event, api) => {"), code);
        trigger.continueHandler().ifPresent(handler -> assertTrue(code.contains("// exports." + handler), code));
    }

    @Test
    void saysWhatToRunNext() {
        var made = make("pre-user-registration", "check-address");
        var folder = home.resolve("check-address");
        assertEquals(
                String.join(
                        "\n",
                        "made " + folder + " with 1-check-address.js, event.json, answers.json and expected.json",
                        "run it with:      postern run " + folder,
                        "test it with:     postern test " + folder,
                        "for your editor:  postern types " + home,
                        ""),
                made.out());
        assertEquals("", made.err());
    }

    @Test
    void makesTheFolderAroundItToo() {
        var inner = home.resolve("a").resolve("b");
        assertEquals(
                0,
                cli.run("new", "action", "post-login", "x", "--dir", inner.toString())
                        .exit());
        assertTrue(Files.exists(inner.resolve("x").resolve("1-x.js")));
    }

    @Test
    void refusesWhatItCannotMake() throws IOException {
        refuses("'../x' is no name for an Action here", "post-login", "../x");
        refuses("'x.js' is no name for an Action here", "post-login", "x.js");
        refuses("'.hidden' is no name for an Action here", "post-login", ".hidden");
        refuses("'' is no name for an Action here", "post-login", "");
        refuses("no trigger is named 'login'; there are post-login, credentials-exchange, ", "login", "x");
        Files.createDirectory(home.resolve("taken"));
        refuses(home.resolve("taken") + " is there already; take another name", "post-login", "taken");
        var file = Files.writeString(home.resolve("file"), "");
        var nowhere = cli.run("new", "action", "post-login", "x", "--dir", file.toString());
        assertTrue(nowhere.err().startsWith("postern: " + file + " is there already"), nowhere.err());
        assertEquals(ExitCode.USAGE, nowhere.exit());
        assertFalse(Files.exists(home.resolve("x")));
    }

    private void refuses(String message, String trigger, String name) {
        var made = make(trigger, name);
        assertTrue(made.err().startsWith("postern: " + message), made.err());
        assertEquals(ExitCode.USAGE, made.exit());
        assertEquals("", made.out());
    }

    @Test
    void saysWhatThereIsToMake() {
        var nothing = cli.run("new");
        assertEquals("postern: say what to make: action\nTry 'postern new --help'.\n", nothing.err());
        assertEquals(ExitCode.USAGE, nothing.exit());
        var wrong = cli.run("new", "rule", "x");
        assertEquals("postern: no command is named 'rule'; there are action\nTry 'postern new --help'.\n", wrong.err());
        assertTrue(cli.run("new", "action", "--help").out().startsWith("Usage: postern new action "));
    }
}
