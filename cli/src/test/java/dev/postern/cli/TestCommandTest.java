package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TestCommandTest extends CommandTest {

    private Path folder = home;

    @BeforeEach
    void makeACase() throws IOException {
        folder = Files.createDirectories(home.resolve("cases").resolve("greets"));
        action("api.idToken.setCustomClaim('https://acme.example/hi', event.user.name);");
        Files.writeString(folder.resolve("event.json"), Cli.USER);
        assertEquals(0, cli.run("test", folder.toString(), "--update").exit());
    }

    private void action(String body) throws IOException {
        Files.writeString(
                folder.resolve("1-greet.js"), "exports.onExecutePostLogin = async (event, api) => {" + body + "};");
    }

    @Test
    void saysWhereTheResultIsNotAsExpected() throws IOException {
        action("api.idToken.setCustomClaim('https://acme.example/hi', 7); api.user.setAppMetadata('a', 1);");
        var tested = cli.run("test", folder.toString());
        assertEquals(ExitCode.FAILED, tested.exit());
        assertTrue(tested.out().startsWith("FAIL  " + folder + "\n"), tested.out());
        for (var place : new String[] {
            "executions[0].commands[0].args[1]: 7 instead of \"Ada\"",
            "executions[0].commands[1]: {\"method\":\"user.setAppMetadata\",\"args\":[\"a\",1],\"line\":1} is not expected",
            "effects.app_metadata.a: 1 is not expected",
        }) {
            assertTrue(tested.out().contains("\n      " + place + "\n"), tested.out());
        }
        assertTrue(tested.out().endsWith("1 of 1 not as expected; if it is right now, --update writes it down\n"));
        action("");
        var less = cli.run("test", folder.toString());
        assertTrue(
                less.out().contains("\n      effects.id_token_claims.https://acme.example/hi: \"Ada\" is missing\n"),
                less.out());
    }

    @Test
    void writesWhatIsExpectedAnew() throws IOException {
        action("api.access.deny('no');");
        var updated = cli.run("test", folder.toString(), "--update");
        assertEquals("wrote " + folder + "\n", updated.out(), updated.err());
        assertTrue(Files.readString(folder.resolve("expected.json")).contains("\"reason\" : \"no\""));
        assertEquals(
                "ok    " + folder + "\n",
                cli.run("test", folder.toString(), "--update").out());
    }

    @Test
    void runsUnderTheTriggerOfTheFolderAsRunDoes() throws IOException {
        Files.writeString(folder.resolve("postern.json"), "{\"trigger\": \"pre-user-registration\"}");
        Files.writeString(
                folder.resolve("1-greet.js"),
                "exports.onExecutePreUserRegistration = async (event, api) => { api.user.setUserId('u1'); };");
        Files.writeString(
                folder.resolve("event.json"),
                Trigger.PRE_USER_REGISTRATION.sampleEvent().toString());
        var tested = cli.run("test", folder.toString());
        assertEquals(ExitCode.FAILED, tested.exit(), tested.err());
        assertTrue(
                tested.out().contains("      trigger: \"pre-user-registration\" instead of \"post-login\"\n"),
                tested.out());
        Files.delete(folder.resolve("expected.json"));
        assertEquals(
                "wrote " + folder + "\n",
                cli.run("test", folder.toString(), "--update").out());
        assertEquals(
                "u1",
                new ObjectMapper()
                        .readTree(folder.resolve("expected.json").toFile())
                        .at("/effects/user_id")
                        .asText());
    }

    @Test
    void testsEveryCaseOfAFolder() throws IOException {
        Files.writeString(home.resolve("cases").resolve("postern.d.ts"), "");
        var tested = cli.run("test", home.resolve("cases").toString());
        assertEquals("ok    " + folder + "\n", tested.out(), tested.err());
    }

    @Test
    void endsAtAPauseWithoutAnAnswerTheSameEachTime() throws IOException {
        action("api.authentication.challengeWith({ type: 'otp' });");
        Files.writeString(folder.resolve("event.json"), Files.readString(Path.of(STEP_UP, "event.json")));
        cli.run("test", folder.toString(), "--update");
        assertTrue(Files.readString(folder.resolve("expected.json")).contains("\"outcome\" : \"paused\""));
        var again = cli.run("test", folder.toString());
        assertEquals(0, again.exit(), again.out());
    }

    @Test
    void saysWhichEventIsOdd() throws IOException {
        var event = Trigger.POST_LOGIN.sampleEvent().put("colour", "red");
        Files.writeString(folder.resolve("event.json"), event.toString());
        assertEquals(
                "postern: " + folder.resolve("event.json") + ": event.colour is not documented for post-login\n",
                cli.run("test", folder.toString()).err());
    }

    @Test
    void saysWhatACaseLacks() throws IOException {
        Files.delete(folder.resolve("expected.json"));
        refuses("has no expected.json; --update writes it", folder.toString());
        refuses("has no event.json, nor has a folder in it", home.toString());
        refuses(
                "there is no folder " + home.resolve("none"),
                home.resolve("none").toString());
        Files.writeString(folder.resolve("answers.json"), "{}");
        refuses("is not an array of answers such as \"challenge:otp\"", folder.toString());
        Files.writeString(folder.resolve("answers.json"), "[\"challenge:otp\", \"sms\"]");
        refuses(folder.resolve("answers.json") + ": 'sms' is no answer", folder.toString());
        Files.writeString(folder.resolve("event.json"), "{}");
        Files.writeString(folder.resolve("answers.json"), "[]");
        refuses(folder.resolve("event.json") + ": the event lacks event.client.client_id", folder.toString());
    }

    private void refuses(String message, String folder) {
        var tested = cli.run("test", folder);
        assertTrue(tested.err().contains(message), tested.err());
        assertEquals(ExitCode.USAGE, tested.exit());
        assertEquals("", tested.out());
    }
}
