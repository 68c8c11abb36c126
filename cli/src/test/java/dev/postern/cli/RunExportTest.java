package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RunExportTest extends CommandTest {

    private static final Path RESOURCES = Path.of("..", "tenant-folder", "src", "test", "resources");
    private static final String ACME = RESOURCES.resolve("acme").toString();
    private static final String ACME_YAML = RESOURCES.resolve("acme-yaml").toString();
    private static final String EVENT = STEP_UP + "/event.json";
    private static final String LOGS_SECRETS =
            "exports.onExecutePostLogin = async (event) => { console.log('has ' + Object.keys(event.secrets)); };";

    private TenantExport export = new TenantExport(home);

    @BeforeEach
    void newExport() {
        export = new TenantExport(home.resolve("acme"));
    }

    @Test
    void runsTheFlowInTheOrderOfItsBindings() {
        var printed =
                cli.run("run", ACME, "--event", EVENT, "--secret", "CONSENT_KEY=k", "--secret", "PARTNER=p", "--json");
        assertEquals(ExitCode.COMPLETED, printed.exit(), printed.err());
        var names = printed.json().path("executions").findValuesAsText("action");
        assertEquals(
                List.of("Deny: blocked countries", "Roles & claims", "Step-up/admins", "Sign consent link"), names);
        assertEquals(
                "editor",
                printed.json()
                        .path("effects")
                        .path("id_token_claims")
                        .path("https://acme.example/roles")
                        .path(0)
                        .asText());
    }

    @Test
    void doesTheSameForBothFormats() {
        var documents = List.of(ACME, ACME_YAML, ACME_YAML + "/tenant.yaml").stream()
                .map(export -> cli.run(
                        "run",
                        export,
                        "--event",
                        EVENT,
                        "--secret",
                        "CONSENT_KEY=k",
                        "--secret",
                        "PARTNER=p",
                        "--json"))
                .map(printed -> {
                    var document = (ObjectNode) printed.json();
                    document.remove("transaction_id");
                    document.path("executions").forEach(execution -> ((ObjectNode) execution).remove("duration_ms"));
                    return document;
                })
                .toList();
        assertEquals("completed", documents.getFirst().path("outcome").asText());
        assertEquals(documents.get(0), documents.get(1));
        assertEquals(documents.get(0), documents.get(2));
    }

    @Test
    void runsTheOtherTriggers() throws IOException {
        var event = Files.writeString(
                home.resolve("phone.json"),
                Trigger.CUSTOM_PHONE_PROVIDER.sampleEvent().toString());
        var printed = cli.run("run", ACME, "--trigger", "custom-phone-provider", "--event", event.toString(), "--json");
        assertEquals(ExitCode.COMPLETED, printed.exit(), printed.err());
        assertEquals("SMS gateway", printed.json().at("/executions/0/action").asText());
    }

    @Test
    void listsAllMissingSecretsBeforeAnythingRuns() throws IOException {
        export.with(
                "a",
                "console.log('ran');",
                ", \"secrets\": [{\"name\": \"A\"}, {\"name\": \"B\", \"value\": \"##B##\"}]");
        export.with("b", "console.log('ran');", ", \"secrets\": \"@@ALL@@\"");
        var printed = cli.run("run", export.toString());
        assertEquals(ExitCode.USAGE, printed.exit());
        assertEquals("", printed.out());
        assertEquals(
                "postern: secrets without a value: A, B of 'a'; @@ALL@@ of 'b'. Give each with --secret NAME=value, or with"
                        + " --secrets FILE as {\"Action\": {\"NAME\": \"value\"}}; a ##MARKER## in the export takes its"
                        + " value from the environment too\n",
                printed.err());
    }

    @Test
    void takesAVariableWhereAMarkerNamesItOnly() throws IOException {
        export.with("a", LOGS_SECRETS, ", \"secrets\": [{\"name\": \"A\", \"value\": \"##A_KEY##\"}]");
        var printed = cli.runIn(Map.of("A_KEY", "from the environment"), "run", export.toString());
        assertEquals("[a] info has A\n", printed.err());
        export.with("b", LOGS_SECRETS, ", \"secrets\": [{\"name\": \"B\", \"value\": \"_VALUE_NOT_SHOWN_\"}]");
        var refused = cli.runIn(Map.of("A_KEY", "x", "B", "x"), "run", export.toString());
        assertTrue(refused.err().contains("secrets without a value: B of 'b'."), refused.err());
    }

    @Test
    void givesAnActionWhatItDeclaresAndItsOwnFirst() throws IOException {
        var logs =
                "exports.onExecutePostLogin = async (event) => { console.log(JSON.stringify(event.secrets).length); };";
        export.with("a", logs, ", \"secrets\": [{\"name\": \"A\", \"value\": \"x\"}]")
                .with("b", LOGS_SECRETS, "");
        var file = Files.writeString(home.resolve("secrets.json"), "{\"a\": {\"A\": \"xxx\"}, \"A\": \"xx\"}");
        assertEquals(
                "[a] info 9\n[b] info has \n", cli.run("run", export.toString()).err());
        assertEquals(
                "[a] info 10\n[b] info has \n",
                cli.run("run", export.toString(), "--secret", "A=xx").err());
        assertEquals(
                "[a] info 11\n[b] info has \n",
                cli.run("run", export.toString(), "--secrets", file.toString()).err());
    }

    @Test
    void writesNoSecretAnywhereAndResumesWithTheExport() throws IOException {
        export.with(
                "a",
                "exports.onExecutePostLogin = async (event, api) => { api.authentication.challengeWith({ type: 'otp' }); };",
                ", \"secrets\": [{\"name\": \"A\", \"value\": \"##A_KEY##\"}]");
        export.with("b", LOGS_SECRETS, ", \"secrets\": [{\"name\": \"B\", \"value\": \"s3cr3t-of-the-file\"}]");
        var variables = Map.of("A_KEY", "s3cr3t-of-the-environment");
        var event = home.resolve("e.json");
        Files.writeString(event, Files.readString(Path.of(EVENT)));
        var paused = cli.runIn(variables, "run", export.toString(), "--event", event.toString(), "--no-input");
        assertEquals(ExitCode.PAUSED, paused.exit(), paused.out() + paused.err());
        assertTrue(paused.out().contains(" --secrets " + export + " --answer …"), paused.out());
        var files = 0;
        try (var state = Files.walk(home.resolve(".local"))) {
            for (var file : state.filter(Files::isRegularFile).toList()) {
                files++;
                assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("s3cr3t"));
            }
        }
        assertTrue(files >= 3, "a key, a snapshot and Actions");
        assertFalse((paused.out() + paused.err()).contains("s3cr3t"));
        var token = paused.out().replaceFirst("(?s).*postern resume (\\S+) .*", "$1");
        var without = cli.run("resume", token, "--answer", "challenge:otp");
        assertTrue(without.err().contains("began with the secrets A, which are missing now"), without.err());
        var done = cli.runIn(variables, "resume", token, "--secrets", export.toString(), "--answer", "challenge:otp");
        assertEquals(ExitCode.COMPLETED, done.exit(), done.err());
        assertEquals("[b] info has B\n", done.err());
    }

    @Test
    void takesTheTenantsSettings() throws IOException {
        export.with("a", "exports.onExecutePostLogin = async () => {};", "")
                .write("postern.json", "{\"mfa_policy\": \"always\"}");
        var printed = cli.run("run", export.toString(), "--event", EVENT, "--no-input", "--json");
        assertEquals(ExitCode.PAUSED, printed.exit(), printed.err());
        assertTrue(printed.json().at("/awaiting/final").asBoolean());
    }

    @Test
    void saysThatADraftRuns() throws IOException {
        export.with("a", "exports.onExecutePostLogin = async () => {};", ", \"deployed\": false");
        assertEquals(
                "postern: 'a' is a draft that is not deployed; the tenant may run an earlier text\n",
                cli.run("run", export.toString()).err());
    }

    @Test
    void refusesATriggerWithoutActions() {
        refuses(
                "acme binds no Action to event-stream; it has some for: post-login, credentials-exchange,",
                "run",
                ACME,
                "--trigger",
                "event-stream",
                "--event",
                EVENT);
    }

    @Test
    void refusesAnExportBesideOthers() {
        refuses("acme is a tenant's export, and is named alone", "run", ACME, STEP_UP, "--event", EVENT);
    }

    @Test
    void refusesAnExportThatCannotBeRead() throws IOException {
        export.write("triggers/triggers.json", "{");
        refuses("triggers.json is not JSON: line 1, column 2; it is read", "run", export.toString());
        refuses("there is no folder none", "run", "none/tenant.yaml");
        refuses("there is no file none.yaml", "run", "none.yaml");
    }

    @Test
    void runsAFolderOfScriptsThatHasAFolderOfActions() throws IOException {
        export.write("1-a.js", "exports.onExecutePostLogin = async () => { console.log('script'); };")
                .write("actions/a/code.js", "")
                .write("event.json", Cli.USER);
        assertEquals("[1-a.js] info script\n", cli.run("run", export.toString()).err());
    }

    private void refuses(String message, String... args) {
        var printed = cli.run(args);
        assertEquals(ExitCode.USAGE, printed.exit(), printed.err());
        assertTrue(printed.err().contains(message), printed.err());
        assertEquals("", printed.out());
    }
}
