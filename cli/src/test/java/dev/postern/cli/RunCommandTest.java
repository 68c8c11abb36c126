package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

final class RunCommandTest extends CommandTest {

    @Test
    void runsThreeActionsAroundAPauseThatIsAnswered() {
        var printed =
                cli.run("run", STEP_UP, "--event", STEP_UP + "/event.json", "--answer", "challenge:otp", "--json");
        assertEquals(ExitCode.COMPLETED, printed.exit());
        var document = printed.json();
        assertEquals("completed", document.path("outcome").asText());
        assertEquals(3, document.path("executions").size());
        assertEquals("suspended", document.at("/executions/1/outcome").asText());
        assertEquals(
                "mfa", document.at("/effects/authentication_methods/0/name").asText());
        assertEquals(
                "otp", document.at("/effects/authentication_methods/0/type").asText());
        assertTrue(printed.err().contains("[1-claims.js] info confidence in this login: low"));
    }

    @Test
    void printsWhatHappensForAPerson() {
        var printed = cli.run("run", STEP_UP, "--answer", "challenge:phone");
        assertEquals(ExitCode.COMPLETED, printed.exit());
        assertTrue(printed.out().contains("2-step-up.js  onExecutePostLogin  suspended"), printed.out());
        assertTrue(printed.out().contains("paused: the user must pass otp or phone"));
        assertTrue(printed.out().contains("completed"));
    }

    @Test
    void saysWhichEventIsOddAndForWhichTrigger() throws IOException {
        var event = Trigger.POST_LOGIN.sampleEvent().put("colour", "red");
        event.withObject("/user").put("email_verified", "yes");
        var file = Files.writeString(home.resolve("e.json"), event.toString());
        var action = cli.script("1-a.js", "exports.onExecutePostLogin = async () => {};");
        var printed = cli.run("run", action, "--event", file.toString());
        assertEquals(ExitCode.COMPLETED, printed.exit());
        assertEquals(
                "postern: " + file + ": event.user.email_verified is documented as boolean for post-login\n"
                        + "postern: " + file + ": event.colour is not documented for post-login\n",
                printed.err());
    }

    @Test
    void printsEmptyLinesOfTheConsole() throws IOException {
        var printed = cli.runAction(
                "1-log.js",
                "exports.onExecutePostLogin = async () => { console.log(''); console.log('a\\n\\nb'); console.warn(); };");
        assertEquals(
                "[1-log.js] info\n[1-log.js] info a\n[1-log.js] info\n[1-log.js] info b\n[1-log.js] warn\n",
                printed.err());
    }

    @Test
    void takesActionsInTheOrderGiven() throws IOException {
        var first = cli.script("b.js", "exports.onExecutePostLogin = async () => { console.log('first'); };");
        var second = cli.script("a.js", "exports.onExecutePostLogin = async () => { console.log('second'); };");
        var printed = cli.piping(Cli.USER, "run", first, second, "--event", "-");
        assertEquals(ExitCode.COMPLETED, printed.exit());
        assertEquals("[b.js] info first\n[a.js] info second\n", printed.err());
    }

    @Test
    void takesTheActionsOfAFolderByNumber() throws IOException {
        for (var number = 1; number <= 11; number++) {
            cli.script(
                    number + "-log.js", "exports.onExecutePostLogin = async () => { console.log(" + number + "); };");
        }
        Files.writeString(home.resolve("event.json"), Cli.USER);
        var printed = cli.run("run", home.toString());
        assertTrue(
                printed.err().contains("[9-log.js] info 9\n[10-log.js] info 10\n[11-log.js] info 11"), printed.err());
    }

    @Test
    void namesTheActionAndTheLineOfAnError() throws IOException {
        var printed = cli.runAction(
                "1-fails.js", "exports.onExecutePostLogin = async (event) => {\n  event.nothing.here;\n};");
        assertEquals(ExitCode.FAILED, printed.exit());
        assertTrue(printed.out().contains("failed: action_threw in 1-fails.js:2"), printed.out());
        assertTrue(printed.out().contains("TypeError"));
        assertFalse(printed.out().contains("java"), printed.out());
    }

    @Test
    void saysHowManyAnswersWereNotNeeded() {
        var one = cli.run("run", STEP_UP, "--answer", "challenge:otp", "--answer", "challenge:otp");
        assertTrue(one.err().endsWith("postern: 1 answer was not needed\n"), one.err());
        var two = cli.run(
                "run", STEP_UP, "--answer", "challenge:otp", "--answer", "challenge:otp", "--answer", "challenge:otp");
        assertTrue(two.err().endsWith("postern: 2 answers were not needed\n"), two.err());
    }

    @Test
    void exitsWithElevenWhereAnActionDenies() {
        var printed = cli.run("run", Cli.sample("deny-by-country"), "--json");
        assertEquals(ExitCode.DENIED, printed.exit());
        assertEquals("access_denied", printed.json().at("/denial/code").asText());
    }

    @Test
    void stopsAnActionAtTheTimeoutGiven() throws IOException {
        var printed = cli.runAction(
                "1-waits.js",
                "exports.onExecutePostLogin = async () => {\n  for (;;) {}\n};",
                "--timeout",
                "2s", // the Action must have come to its line by then, on a busy machine too
                "--json");
        assertEquals(ExitCode.FAILED, printed.exit());
        assertEquals("time_limit", printed.json().at("/error/code").asText());
        assertEquals(2, printed.json().at("/error/line").asInt());
    }

    @Test
    void givesActionsTheirSecretsAndPrintsNone() throws IOException {
        var printed = cli.runAction(
                "1-secret.js",
                "exports.onExecutePostLogin = async (event) => { console.log(event.secrets.KEY); throw new Error(event.secrets.KEY); };",
                "--secret",
                "KEY=s3cr3t-value");
        assertEquals("[1-secret.js] info [secret KEY]\n", printed.err());
        assertTrue(printed.out().contains("Error: [secret KEY]"), printed.out());
        assertFalse(printed.out().contains("s3cr3t-value"));
    }

    /** It would spoil other text, and the gaps would tell it: the documents say so. */
    @Test
    void leavesSecretsOfThreeCharactersAsTheyAre() throws IOException {
        var printed = cli.runAction(
                "1-secret.js",
                "exports.onExecutePostLogin = async ({ secrets }) => { console.log(secrets.LONG, secrets.SHORT); };",
                "--secret",
                "LONG=four",
                "--secret",
                "SHORT=abc");
        assertEquals("[1-secret.js] info [secret LONG] abc\n", printed.err());
    }

    @Test
    void saysThatTheSecretsOfASampleAreNotRead() {
        var sample = Cli.sample("phone-message");
        var file = sample + "/secrets.json";
        var hint = "postern: " + file + " is not read; give it with --secrets " + file + "\n";
        assertTrue(cli.run("run", sample).err().startsWith(hint));
        assertFalse(cli.run("run", sample, "--secrets", file).err().contains("is not read"));
        assertFalse(cli.run("run", sample, "--secret", "K=any-value").err().contains("is not read"));
        assertFalse(cli.run("run", Cli.sample("text-or-voice")).err().contains("is not read"));
    }

    @Test
    void stopsTheClockThatActionsSee() throws IOException {
        var printed = cli.runAction(
                "1-now.js",
                "exports.onExecutePostLogin = async () => { console.log(new Date()); };",
                "--now",
                "2020-02-03T04:05:06Z");
        assertEquals("[1-now.js] info 2020-02-03T04:05:06.000Z\n", printed.err());
    }
}
