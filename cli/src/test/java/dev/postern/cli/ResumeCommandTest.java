package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

final class ResumeCommandTest extends CommandTest {

    @Test
    void goesOnWithTheNextActionAndListsAllExecutions() {
        var paused = cli.run("run", STEP_UP, "--no-input", "--json");
        assertEquals(ExitCode.PAUSED, paused.exit());
        assertEquals("challenge", paused.json().at("/awaiting/kind").asText());
        assertFalse(paused.json().at("/awaiting/final").asBoolean(true));
        var token = paused.json().path("resume_token").asText();

        var resumed = cli.run("resume", token, "--answer", "challenge:otp", "--json");
        assertEquals(ExitCode.COMPLETED, resumed.exit(), resumed.err());
        assertEquals(3, resumed.json().path("executions").size());
        assertEquals(paused.json().path("transaction_id"), resumed.json().path("transaction_id"));
    }

    @Test
    void refusesATokenTheSecondTime() {
        var token = cli.pause(STEP_UP);
        assertEquals(
                ExitCode.COMPLETED,
                cli.run("resume", token, "--answer", "challenge:otp").exit());
        var again = cli.run("resume", token, "--answer", "challenge:otp");
        assertEquals(ExitCode.USAGE, again.exit());
        assertTrue(again.err().contains("a resume token works once"), again.err());
        assertEquals("", again.out());
    }

    @Test
    void saysThatATokenIsUnknown() {
        var printed = cli.run("resume", "no-such-token");
        assertEquals(ExitCode.USAGE, printed.exit());
        assertTrue(printed.err().contains("no paused login has this resume token"), printed.err());
    }

    @Test
    void showsWhatTheFlowWaitsForWithoutAnAnswer() {
        var token = cli.pause(STEP_UP);
        var printed = cli.run("resume", token);
        assertEquals(ExitCode.PAUSED, printed.exit());
        assertTrue(printed.out().startsWith("paused: the user must pass otp or phone"), printed.out());
        assertEquals(
                ExitCode.DENIED,
                cli.run("resume", token, "--answer", "challenge:fail").exit());
    }

    @Test
    void runsTheVersionsTheFlowStartedWith() throws IOException {
        var first = home.resolve("1-ask.js");
        var second = home.resolve("2-claim.js");
        Files.writeString(
                first,
                "exports.onExecutePostLogin = async (event, api) => { api.authentication.challengeWith({ type: 'otp' }); };");
        Files.writeString(
                second, "exports.onExecutePostLogin = async (event, api) => { api.idToken.setCustomClaim('v', 1); };");
        Files.writeString(
                home.resolve("event.json"),
                Cli.USER.replace("\"user_id\":", "\"enrolledFactors\":[{\"type\":\"otp\"}],\"user_id\":"));
        var token = cli.pause(home.toString());

        Files.writeString(
                second, "exports.onExecutePostLogin = async (event, api) => { api.idToken.setCustomClaim('v', 2); };");
        var resumed = cli.run("resume", token, "--answer", "challenge:otp", "--json");
        assertEquals(1, resumed.json().at("/effects/id_token_claims/v").asInt());
    }

    @Test
    void namesTheSecretsThatAreMissingAndKeepsTheFlow() {
        var token = cli.pause(Cli.sample("redirect-to-consent"), "--secret", "CONSENT_SECRET=a-secret-value");
        var without = cli.run("resume", token, "--answer", "redirect:consent=yes");
        assertEquals(ExitCode.USAGE, without.exit());
        assertTrue(without.err().contains("began with the secrets CONSENT_SECRET"), without.err());
        var with = cli.run(
                "resume", token, "--answer", "redirect:consent=yes", "--secret", "CONSENT_SECRET=a-secret-value");
        assertEquals(ExitCode.COMPLETED, with.exit(), with.err());
    }

    @Test
    void keepsNoSecretInTheStateFolder() throws IOException {
        cli.pause(Cli.sample("redirect-to-consent"), "--secret", "CONSENT_SECRET=a-secret-value");
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("a-secret-value"));
            }
        }
    }

    @Test
    void saysHowToFindAFlowThatIsKeptElsewhereAndToSeeTheSameTime() {
        var elsewhere = home.resolve("it's elsewhere").toString();
        var run = new String[] {"run", STEP_UP, "--state", elsewhere, "--now", "2026-01-01T00:00:00Z"};
        var options = " --state '" + elsewhere.replace("'", "'\\''") + "' --now 2026-01-01T00:00:00Z --answer …";

        var paused = cli.run(Cli.with(run, "--no-input"));
        assertTrue(paused.out().contains(options + "\n"), paused.out());
        var asked = cli.typing("1\ny\n", run);
        assertTrue(asked.err().contains(options + ")\n"), asked.err());
        var refused = cli.run(Cli.with(run, "--answer", "enroll:otp"));
        assertTrue(refused.err().contains(options + "\n"), refused.err());
    }

    @Test
    void saysWhichSecretsToGiveAgain() throws IOException {
        var file = Files.writeString(home.resolve("s.json"), "{\"A\": \"value-of-a\"}");
        var options = " --secrets " + file + " --secret CONSENT_SECRET=… --secret 'B C='… --answer …\n";
        var secrets = new String[] {
            "--secret",
            "CONSENT_SECRET=a-secret-value",
            "--secret",
            "B C=x=y",
            "--secrets",
            file.toString(),
            "--no-input"
        };
        var paused = cli.run(Cli.with(new String[] {"run", Cli.sample("redirect-to-consent")}, secrets));
        assertTrue(paused.out().contains(options), paused.out());
        var token = paused.out().replaceFirst("(?s).*postern resume (\\S+) .*", "$1");
        var again = cli.run(Cli.with(new String[] {"resume", token}, secrets));
        assertTrue(again.out().contains(options), again.out());
    }

    @Test
    void quotesNothingThatAShellTakesAsItIs() {
        var elsewhere = home.resolve("elsewhere").toString();
        var paused = cli.run("run", STEP_UP, "--no-input", "--state", elsewhere);
        assertTrue(paused.out().contains(" --state " + elsewhere + " --answer …"), paused.out());
    }

    @Test
    void keepsFlowsWhereTheXdgConventionSays() {
        cli.pause(STEP_UP);
        assertTrue(Files.isDirectory(home.resolve(".local/state/postern/snapshots")));
    }
}
