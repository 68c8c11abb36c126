package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Flows of the triggers other than post-login, as a person sees them. */
final class TriggersTest extends CommandTest {

    private static final List<String> NOON = List.of("--now", "2026-01-01T12:00:00Z");

    @Test
    void givesAMachineItsClaimsAndScopes() {
        says(
                runs("machine-token"),
                ExitCode.COMPLETED,
                "    api.transaction.setTargetScopes([\"read:orders\",\"write:orders\"])",
                "access_token_claims: {\"https://acme.example/plan\":\"paid\"}",
                "    target_scopes: [\"read:orders\",\"write:orders\"]");
        says(
                runs("machine-token", "--now", "2026-01-01T03:00:00Z"),
                ExitCode.COMPLETED,
                "    target_scopes: [\"read:orders\"]");
    }

    @Test
    void tellsWhatAUserWhoIsRefusedIsTold() {
        var printed = runs("refuse-throwaway-mail");
        says(
                printed,
                ExitCode.DENIED,
                "denied: access_denied: throwaway mail domain eu.mailbin.example",
                "    the user is told: Please sign up with the address you read your mail at.");
        assertFalse(printed.out().contains("2-start-trial.js"), printed.out());
    }

    @Test
    void printsWhatActionsThatNobodyWaitsForWrite() {
        var synced = runs("sync-new-user");
        says(synced, ExitCode.COMPLETED, "2-welcome-at-work.js  onExecutePostUserRegistration  final", "completed");
        assertTrue(synced.err().contains("Grace of Globex has signed up"), synced.err());
        var changed = runs("password-changed");
        says(changed, ExitCode.COMPLETED, "completed");
        assertTrue(changed.err().contains("auth0|ada has changed the password from Italy"), changed.err());
        var counted = runs("count-events");
        says(counted, ExitCode.COMPLETED, "completed");
        assertTrue(counted.err().contains("user.deleted: 1"), counted.err());
        assertTrue(counted.err().contains("auth0|ada was deleted at 2026-01-01T11:59:59Z"), counted.err());
        var noted = runs("signup-notes");
        says(noted, ExitCode.COMPLETED, "completed");
        assertTrue(noted.err().contains("signup at Shop from Italy, in it"), noted.err());
    }

    @Test
    void hidesTheSecretOfAPhoneGateway() {
        var printed = runs("phone-message", "--secrets", Cli.sample("phone-message") + "/secrets.json");
        says(printed, ExitCode.COMPLETED, "completed");
        assertTrue(printed.err().contains("through milan: {\"to\":\"+390110000000\""), printed.err());
        assertTrue(printed.err().contains("[secret SENDER]"), printed.err());
    }

    @Test
    void pausesAPasswordResetAndGoesOnInAnotherProcess() {
        var first = cli.run("run", Cli.sample("second-factor-on-reset"), "--no-input");
        says(first, ExitCode.PAUSED, "paused: the user must pass otp or phone", "resume with: postern resume ");
        var second = cli.run("resume", token(first), "--answer", "challenge:phone");
        says(second, ExitCode.PAUSED, "paused: the user must visit https://account.acme.example/reset-notice?lang=de");
        says(
                cli.run("resume", token(second), "--answer", "redirect:confirmed=yes"),
                ExitCode.COMPLETED,
                "2-confirm.js  onContinuePostChallenge  final",
                "    result_url: \"https://account.acme.example/done?factor=phone\"");
    }

    @Test
    void deniesAPasswordResetThatIsNotConfirmed() {
        says(
                cli.run(
                        "run",
                        Cli.sample("second-factor-on-reset"),
                        "--answer",
                        "challenge:otp",
                        "--answer",
                        "redirect:confirmed=no"),
                ExitCode.DENIED,
                "denied: access_denied: the reset was not confirmed");
    }

    @Test
    void exchangesALegacySession() {
        var secrets = Cli.sample("legacy-session") + "/secrets.json";
        says(
                runs("legacy-session", "--secrets", secrets),
                ExitCode.COMPLETED,
                "    token_exchange: {\"user\":{\"kind\":\"connection\",\"connection\":\"Legacy-Shop\"",
                "    app_metadata: {\"came_from\":\"legacy-shop\"}");
        says(
                runs("legacy-session", "--secrets", secrets, "--now", "2026-01-02T00:00:00Z"),
                ExitCode.DENIED,
                "denied: invalid_request: the session is not known, or has ended");
        says(runs("legacy-session"), ExitCode.FAILED, "failed: action_threw in 1-translate.js:3");
    }

    @Test
    void saysWhatBecomesOfAMessage() {
        says(
                runs("mail-of-a-test-tenant"),
                ExitCode.COMPLETED,
                "    notification: {\"outcome\":\"drop\",\"reason\":\"welcome_email to a stranger from a test tenant\"}");
        says(
                runs("text-or-voice"),
                ExitCode.COMPLETED,
                "    notification: {\"outcome\":\"retry\",\"reason\":\"the voice gateway is busy during the day\"}");
    }

    @Test
    void failsWhereAnActionFailedThatNobodyWaitedFor() throws IOException {
        var flow = Files.createDirectory(home.resolve("flow"));
        Files.writeString(flow.resolve("1-send.js"), """
                exports.onExecuteEventStream = async (event) => {
                  throw new Error(`cannot deliver ${event.message.id}`);
                };
                """);
        Files.writeString(flow.resolve("2-log.js"), """
                exports.onExecuteEventStream = async (event) => console.log('logged', event.message.id);
                """);
        Files.writeString(
                flow.resolve("event.json"), Trigger.EVENT_STREAM.sampleEvent().toString());

        var printed = cli.run("run", flow.toString(), "--trigger", "event-stream");

        says(
                printed,
                ExitCode.FAILED,
                "1-send.js  onExecuteEventStream  failed",
                "2-log.js  onExecuteEventStream  final",
                "failed: action_threw in 1-send.js:2\n    Error: cannot deliver evt_1");
        assertTrue(printed.err().contains("logged evt_1"), printed.err());
    }

    @Test
    void prefersTheTriggerOfTheCommandLine() {
        refuses(
                runs("mail-of-a-test-tenant", "--trigger", "custom-phone-provider"),
                "event.notification.as_text, event.notification.as_voice,");
    }

    @Test
    void refusesMoreActionsThanATriggerTakes() throws IOException {
        var first = cli.script("1-a.js", "exports.onExecuteCustomEmailProvider = async () => {};");
        var second = cli.script("2-b.js", "exports.onExecuteCustomEmailProvider = async () => {};");
        var event = Path.of(Cli.sample("mail-of-a-test-tenant"), "event.json").toString();

        var printed = cli.run("run", first, second, "--trigger", "custom-email-provider", "--event", event);

        refuses(printed, "the flow custom-email-provider of tenant local has 2 Actions; bind at most 1");
    }

    @Test
    void refusesAnAnswerThatDoesNotFit() {
        refuses(
                runs("second-factor-on-reset", "--answer", "enroll:otp"),
                "that answer does not fit, the user must pass otp or phone; go on with: postern resume ");
    }

    @Test
    void saysWhichAnswersWereNotNeeded() {
        var printed = runs("machine-token", "--answer", "challenge:otp");
        says(printed, ExitCode.COMPLETED, "completed");
        assertTrue(printed.err().contains("postern: 1 answer was not needed"), printed.err());
    }

    @Test
    void saysThatASettingNamesNoTrigger() throws IOException {
        cli.script("1-a.js", "exports.onExecutePostLogin = async () => {};");
        Files.writeString(home.resolve("event.json"), Cli.USER);
        for (var name : List.of("\"login\"", "7", "null", "[\"post-login\"]")) {
            Files.writeString(home.resolve("postern.json"), "{\"trigger\":" + name + "}");
            refuses(
                    cli.run("run", home.toString()),
                    "postern.json names the trigger " + name + ", which there is not; there are post-login,");
        }
    }

    private Cli.Printed runs(String sample, String... more) {
        var args = new String[] {"run", Cli.sample(sample)};
        var given = List.of(more).contains("--now") ? args : Cli.with(args, NOON.toArray(String[]::new));
        return cli.run(Cli.with(given, more));
    }

    private static String token(Cli.Printed printed) {
        return printed.out().replaceFirst("(?s).*postern resume (\\S+) .*", "$1");
    }

    private static void says(Cli.Printed printed, int exit, String... lines) {
        assertEquals(exit, printed.exit(), printed.out() + printed.err());
        for (var line : lines) {
            assertTrue(printed.out().contains(line), printed.out() + "lacks " + line);
        }
    }

    private static void refuses(Cli.Printed printed, String said) {
        assertEquals(ExitCode.USAGE, printed.exit(), printed.out() + printed.err());
        assertTrue(printed.err().contains(said), printed.err());
    }
}
