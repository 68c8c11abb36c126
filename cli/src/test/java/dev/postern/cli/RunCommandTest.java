package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunCommandTest {

    private static final String STEP_UP = Cli.sample("step-up-mfa");

    @TempDir
    private Path home = Path.of(".");

    private Cli cli = new Cli(home);

    @BeforeEach
    void open() {
        cli = new Cli(home);
    }

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
    void takesActionsInTheOrderGiven() throws IOException {
        var first = script("b.js", "exports.onExecutePostLogin = async () => { console.log('first'); };");
        var second = script("a.js", "exports.onExecutePostLogin = async () => { console.log('second'); };");
        var printed = cli.piping("{\"user\":{\"user_id\":\"auth0|1\"}}", "run", first, second, "--event", "-");
        assertEquals(ExitCode.COMPLETED, printed.exit());
        assertEquals("[b.js] info first\n[a.js] info second\n", printed.err());
    }

    @Test
    void takesTheActionsOfAFolderByNumber() throws IOException {
        for (var number = 1; number <= 11; number++) {
            script(number + "-log.js", "exports.onExecutePostLogin = async () => { console.log(" + number + "); };");
        }
        Files.writeString(home.resolve("event.json"), "{\"user\":{\"user_id\":\"auth0|1\"}}");
        var printed = cli.run("run", home.toString());
        assertTrue(
                printed.err().contains("[9-log.js] info 9\n[10-log.js] info 10\n[11-log.js] info 11"), printed.err());
    }

    @Test
    void namesTheActionAndTheLineOfAnError() throws IOException {
        var action = script("1-fails.js", "exports.onExecutePostLogin = async (event) => {\n  event.nothing.here;\n};");
        var printed = cli.piping("{\"user\":{\"user_id\":\"auth0|1\"}}", "run", action, "--event", "-");
        assertEquals(ExitCode.FAILED, printed.exit());
        assertTrue(printed.out().contains("failed: action_threw in 1-fails.js:2"), printed.out());
        assertTrue(printed.out().contains("TypeError"));
        assertFalse(printed.out().contains("java"), printed.out());
    }

    @Test
    void exitsWithElevenWhereAnActionDenies() {
        var printed = cli.run("run", Cli.sample("deny-by-country"), "--json");
        assertEquals(ExitCode.DENIED, printed.exit());
        assertEquals("access_denied", printed.json().at("/denial/code").asText());
    }

    @Test
    void stopsAnActionAtTheTimeoutGiven() throws IOException {
        var action = script("1-waits.js", "exports.onExecutePostLogin = async () => {\n  for (;;) {}\n};");
        var printed = cli.piping(
                "{\"user\":{\"user_id\":\"auth0|1\"}}", "run", action, "--event", "-", "--timeout", "100ms", "--json");
        assertEquals(ExitCode.FAILED, printed.exit());
        assertEquals("time_limit", printed.json().at("/error/code").asText());
        assertEquals(2, printed.json().at("/error/line").asInt());
    }

    @Test
    void givesActionsTheirSecretsAndPrintsNone() throws IOException {
        var action = script(
                "1-secret.js",
                "exports.onExecutePostLogin = async (event) => { console.log(event.secrets.KEY); throw new Error(event.secrets.KEY); };");
        var printed = cli.piping(
                "{\"user\":{\"user_id\":\"auth0|1\"}}", "run", action, "--event", "-", "--secret", "KEY=s3cr3t-value");
        assertEquals("[1-secret.js] info [secret KEY]\n", printed.err());
        assertTrue(printed.out().contains("Error: [secret KEY]"), printed.out());
        assertFalse(printed.out().contains("s3cr3t-value"));
    }

    @Test
    void showsTheControlCharactersOfAnAction() throws IOException {
        var action = script(
                "1-esc.js", "exports.onExecutePostLogin = async () => { console.log('a\\u001b[2Jb\\u202ec'); };");
        var printed = cli.piping("{\"user\":{\"user_id\":\"auth0|1\"}}", "run", action, "--event", "-");
        assertEquals("[1-esc.js] info a\\u001b[2Jb\\u202ec\n", printed.err());
    }

    @Test
    void stopsTheClockThatActionsSee() throws IOException {
        var action = script("1-now.js", "exports.onExecutePostLogin = async () => { console.log(new Date()); };");
        var printed = cli.piping(
                "{\"user\":{\"user_id\":\"auth0|1\"}}", "run", action, "--event", "-", "--now", "2020-02-03T04:05:06Z");
        assertEquals("[1-now.js] info 2020-02-03T04:05:06.000Z\n", printed.err());
    }

    @Nested
    class AtATerminal {

        @Test
        void asksWhichFactorAndWhetherItSucceeds() {
            var printed = cli.typing("2\ny\n", "run", STEP_UP, "--json");
            assertEquals(ExitCode.COMPLETED, printed.exit());
            assertEquals(
                    "phone",
                    printed.json().at("/effects/authentication_methods/0/type").asText());
            assertTrue(
                    printed.err().contains("Which factor does the user take?\n  1) otp\n  2) phone\n"), printed.err());
            assertTrue(printed.err().contains("Does the user pass phone? [Y/n]: "));
        }

        @Test
        void asksAgainWhereTheAnswerIsNone() {
            var printed = cli.typing("7\nemail\notp\nmaybe\n\n", "run", STEP_UP, "--json");
            assertEquals(
                    "otp",
                    printed.json().at("/effects/authentication_methods/0/type").asText());
        }

        @Test
        void deniesWhereTheUserFails() {
            assertEquals(ExitCode.DENIED, cli.typing("1\nn\n", "run", STEP_UP).exit());
        }

        @Test
        void keepsTheFlowWhereTheInputEnds() {
            var printed = cli.typing("", "run", STEP_UP);
            assertEquals(ExitCode.PAUSED, printed.exit());
            assertTrue(printed.out().contains("resume with: postern resume "), printed.out());
        }

        @Test
        void asksNothingWithNoInput() {
            var printed = cli.typing("1\ny\n", "run", STEP_UP, "--no-input");
            assertEquals(ExitCode.PAUSED, printed.exit());
            assertFalse(printed.err().contains("Which factor"));
        }

        @Test
        void asksWhatTheBrowserComesBackWith() {
            var printed = cli.typing(
                    "consent=yes\n", "run", Cli.sample("redirect-to-consent"), "--secret", "CONSENT_SECRET=a-secret");
            assertEquals(ExitCode.COMPLETED, printed.exit());
        }
    }

    @Nested
    class GivenWhatItCannotUse {

        @Test
        void saysWhichCommandsThereAre() {
            refuses("a command is missing: run or resume");
            refuses("Unmatched argument", "walk");
        }

        @Test
        void saysWhichFileIsMissing() {
            refuses("there is no file none.js", "run", "none.js", "--event", STEP_UP + "/event.json");
            refuses("there is no file none.json", "run", STEP_UP, "--event", "none.json");
            refuses("the event is missing; give it with --event FILE", "run", STEP_UP + "/1-claims.js");
        }

        @Test
        void saysWhereTheEventIsNotJson() throws IOException {
            var event = Files.writeString(home.resolve("e.json"), "{\n  \"user\": }\n");
            refuses("the event is not JSON: line 2, column", "run", STEP_UP, "--event", event.toString());
            Files.writeString(event, "{}");
            refuses("the event has no user.user_id", "run", STEP_UP, "--event", event.toString());
        }

        @Test
        void saysWhichTriggersAnswersAndTimesThereAre() {
            refuses("no trigger is named 'login'; there are post-login", "run", STEP_UP, "--trigger", "login");
            refuses("'sms' is no answer; the forms are challenge:FACTOR", "run", STEP_UP, "--answer", "sms");
            refuses("no factor is named 'sms'; there are otp, email", "run", STEP_UP, "--answer", "challenge:sms");
            refuses("--timeout takes a time such as 500ms", "run", STEP_UP, "--timeout", "fast");
            refuses("--now takes a time such as", "run", STEP_UP, "--now", "noon");
        }

        @Test
        void saysThatAFileOfSecretsIsNoObject() throws IOException {
            var secrets = Files.writeString(home.resolve("s.json"), "[]").toString();
            refuses("s.json is not a JSON object of secrets", "run", STEP_UP, "--secrets", secrets);
        }

        @Test
        void saysWhichSettingIsUnknown() throws IOException {
            script("1-a.js", "exports.onExecutePostLogin = async () => {};");
            Files.writeString(home.resolve("event.json"), "{\"user\":{\"user_id\":\"auth0|1\"}}");
            Files.writeString(home.resolve("postern.json"), "{\"mfa\":\"always\"}");
            refuses("has the unknown setting 'mfa'", "run", home.toString());
            Files.writeString(home.resolve("postern.json"), "{\"mfa_policy\":\"sometimes\"}");
            refuses("has a value that is not allowed", "run", home.toString());
        }

        @Test
        void keepsTheFlowWhereAnAnswerDoesNotFit() {
            var printed = cli.run("run", STEP_UP, "--answer", "enroll:otp");
            assertEquals(ExitCode.USAGE, printed.exit());
            var said = printed.err();
            assertTrue(said.contains("that answer does not fit, the user must pass otp or phone"), said);
            var token = said.replaceFirst("(?s).*postern resume (\\S+) .*", "$1");
            assertEquals(
                    ExitCode.COMPLETED,
                    cli.run("resume", token, "--answer", "challenge:otp").exit());
        }

        private void refuses(String message, String... args) {
            var printed = cli.run(args);
            assertEquals(ExitCode.USAGE, printed.exit(), printed.err());
            assertTrue(printed.err().contains(message), printed.err());
            assertEquals("", printed.out());
        }
    }

    private String script(String name, String code) throws IOException {
        return Files.writeString(home.resolve(name), code).toString();
    }
}
