package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WrongUsageTest extends CommandTest {

    @Test
    void saysWhichCommandsThereAre() {
        refuses("a command is missing; there are run, resume, check, test, new, types, install, bundle");
        refuses(
                "no command is named 'rnu'; there are run, resume, check, test, new, types, install, bundle",
                "rnu",
                STEP_UP);
    }

    @Test
    void saysWhichOptionMayBeMeant() {
        refuses("no option is named '--anwser'\nPossible solutions: --answer", "run", STEP_UP, "--anwser", "fail");
        refuses("'again' is an argument too many", "resume", "token", "again");
    }

    @Test
    void saysWhichFileIsMissing() {
        refuses("there is no folder or file none\n", "run", "none");
        refuses("there is no folder or file none\n", "check", "none");
        refuses("pom.xml is neither a .js file nor a folder nor a .yaml file", "run", "pom.xml");
        refuses("there is no file none.js", "run", "none.js", "--event", STEP_UP + "/event.json");
        refuses("there is no file none.json", "run", STEP_UP, "--event", "none.json");
        refuses("the event is missing; give it with --event FILE", "run", STEP_UP + "/1-claims.js");
    }

    @Test
    void saysWhichFoldersInAFolderHaveActions() throws IOException {
        var folder = Files.createDirectory(home.resolve("all"));
        Files.createDirectory(folder.resolve("none"));
        refuses("or a folder that holds them or a tenant's export\n", "run", folder.toString());
        for (var i = 1; i <= 6; i++) {
            refuses((i == 1 ? "export" : "f" + (i - 1) + " in it") + "\n", "run", folder.toString());
            Files.writeString(Files.createDirectory(folder.resolve("f" + i)).resolve("1-a.js"), "");
        }
        refuses("a tenant's export, such as f1, f2, f3, f4, f5, … in it\n", "run", folder.toString());
    }

    @Test
    void saysThatAFilesNameCannotBeAnActions() throws IOException {
        var action = cli.script("1-\u001b.js", "");
        refuses("1-\\u001b.js: an Action's name has 1 to 255 characters, none of them a control", "run", action);
    }

    @Test
    void saysWhereTheEventIsNotJson() throws IOException {
        var event = Files.writeString(home.resolve("e.json"), "{\n  \"user\": }\n");
        refuses("e.json: the event is not JSON: line 2, column", "run", STEP_UP, "--event", event.toString());
        Files.writeString(event, "{}");
        refuses(
                "e.json: the event lacks event.client.client_id, event.client.name, event.connection.id,",
                "run",
                STEP_UP,
                "--event",
                event.toString());
        refuses(
                "for credentials-exchange\n",
                "run",
                STEP_UP,
                "--trigger",
                "credentials-exchange",
                "--event",
                event.toString());
        Files.writeString(event, "\n");
        refuses("e.json: the event is empty; give a JSON object", "run", STEP_UP, "--event", event.toString());
        Files.writeString(event, "[]");
        refuses("e.json: the event is not a JSON object", "run", STEP_UP, "--event", event.toString());
        refuses("standard input: the event is empty; give a JSON object", "run", STEP_UP, "--event", "-");
    }

    @Test
    void saysWhichTriggersAnswersAndTimesThereAre() {
        refuses("no trigger is named 'login'; there are post-login", "run", STEP_UP, "--trigger", "login");
        refuses("'sms' is no answer; the forms are challenge:FACTOR", "run", STEP_UP, "--answer", "sms");
        refuses("no factor is named 'sms'; there are otp, email", "run", STEP_UP, "--answer", "challenge:sms");
        refuses("--timeout takes a time such as 500ms", "run", STEP_UP, "--timeout", "fast");
        refuses("--now takes a time such as", "run", STEP_UP, "--now", "noon");
        refuses(
                "--now takes another time: a fixed time is from -271821-04-20T00:00:00Z to +275760-09-13",
                "run",
                STEP_UP,
                "--now",
                "+999999999-01-01T00:00:00Z");
    }

    @Test
    void saysThatAFileOfSecretsIsNoObject() throws IOException {
        var secrets = Files.writeString(home.resolve("s.json"), "[]").toString();
        refuses("s.json is not a JSON object of secrets", "run", STEP_UP, "--secrets", secrets);
    }

    @Test
    void saysHowASecretIsGivenWithoutShowingIt() {
        for (var secret : List.of("s3cr3t-value", "=s3cr3t-value")) {
            refuses("--secret takes a name and a value, as in --secret KEY=value", "run", STEP_UP, "--secret", secret);
            assertFalse(cli.run("run", STEP_UP, "--secret", secret).err().contains("s3cr3t"));
        }
        refuses("no option is named '--secert'\n", "run", STEP_UP, "--secert=KEY=s3cr3t-value");
        refuses("no option is named '--secert'\n", "resume", "token", "--secert", "KEY=s3cr3t-value");
    }

    @Test
    void saysWhichSettingIsUnknown() throws IOException {
        refusesSettings("has the unknown setting 'mfa'", "{\"mfa\":\"always\"}");
    }

    @Test
    void saysThatSettingsAreAnObject() throws IOException {
        for (var settings : List.of("[]", "7", "null", "")) {
            refusesSettings("is not a JSON object of the settings trigger, mfa_policy, factors,", settings);
        }
    }

    @Test
    void saysWhichValuesOfASettingAreAllowed() throws IOException {
        for (var value : List.of("\"sometimes\"", "null", "0")) {
            refusesSettings("has a value that is not allowed: mfa_policy is never", "{\"mfa_policy\":" + value + "}");
        }
        for (var value : List.of("\"otp\"", "null", "[\"sms\"]", "[7]")) {
            refusesSettings("factors is an array of factor names", "{\"factors\":" + value + "}");
        }
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

    private void refusesSettings(String message, String settings) throws IOException {
        cli.script("1-a.js", "exports.onExecutePostLogin = async () => {};");
        Files.writeString(home.resolve("event.json"), Cli.USER);
        Files.writeString(home.resolve("postern.json"), settings);
        refuses(message, "run", home.toString());
    }

    private void refuses(String message, String... args) {
        var printed = cli.run(args);
        assertEquals(ExitCode.USAGE, printed.exit(), printed.err());
        assertTrue(printed.err().contains(message), printed.err());
        assertEquals("", printed.out());
    }
}
