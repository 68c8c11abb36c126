package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.action.ActionVersion;
import dev.postern.action.SecretSource;
import dev.postern.action.Secrets;
import dev.postern.deployment.Flow;
import dev.postern.error.ActionError;
import dev.postern.error.ErrorCode;
import dev.postern.sandbox.Limits;
import dev.postern.sandbox.ModuleFiles;
import dev.postern.tenant.Tenant;
import dev.postern.tenant.TenantId;
import dev.postern.trigger.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Actions that write their secrets where others can read them. */
final class SecretRedactionTest {

    private static final String KEY = "pa&ss \"word/é\"";
    private static final String MODULE_KEY = "sk-live-0123456789";

    /** As Action code that gives each form of the secret. */
    private static final List<String> FORMS = List.of(
            "key",
            "JSON.stringify({ key })",
            "JSON.stringify({ body: JSON.stringify({ key }) })",
            "encodeURIComponent(key)",
            "encodeURI(key)",
            "new URLSearchParams({ key }).toString()",
            "'https://api.example/?' + require('querystring').stringify({ key })",
            "require('util').inspect({ key })",
            "btoa(key)",
            "Buffer.from(key).toString('base64')",
            "Buffer.from('user:' + key).toString('base64')",
            "Buffer.from('user1:' + key + ':realm').toString('base64url')",
            "Buffer.from(key).toString('hex')",
            "require('util').inspect(Buffer.from('Bearer ' + key))",
            "JSON.stringify({ body: Buffer.from(key) })",
            "JSON.stringify({ key }).replaceAll('/', '\\\\/')",
            "encodeURIComponent(Buffer.from(key).toString('hex').toUpperCase())");

    private final List<String> console = new ArrayList<>();

    private FlowResult run(Limits limits, String code) {
        var secrets = new SecretSource() {
            @Override
            public Secrets secrets(TenantId tenant, String action) {
                return Secrets.of(Map.of("KEY", KEY));
            }

            @Override
            public Secrets moduleSecrets(TenantId tenant, String module) {
                return Secrets.of(Map.of("KEY", MODULE_KEY));
            }
        };
        try (var runtime = ActionsRuntime.builder()
                .withSecrets(secrets)
                .withLimits(limits)
                .withConsole((transaction, action, line) -> console.add(line.message()))
                .build()) {
            var module = ModuleFiles.of(Map.of(
                    "node_modules/actions:keys/index.js",
                    "exports.log = () => console.log(btoa('me:' + actions.secrets.KEY));"));
            var action = ActionVersion.of(
                            "leaks.js",
                            "exports.onExecutePostLogin = async (event, api) => { const key = event.secrets.KEY;\n"
                                    + code + "\n};")
                    .withModules(module);
            return runtime.start(
                    new Flow(Tenant.of("acme"), Trigger.POST_LOGIN, List.of(action)), Flows.event("auth0|1"));
        }
    }

    private FlowResult run(String code) {
        return run(Limits.defaults(), code);
    }

    private ActionError failed(String code) {
        return assertInstanceOf(FlowResult.Failed.class, run(code)).error();
    }

    @Test
    void showsTheNameOfASecretOnTheConsole() {
        run(String.join(
                "\n", FORMS.stream().map(form -> "console.log(" + form + ");").toList()));
        assertEquals(FORMS.size(), console.size());
        for (var i = 0; i < FORMS.size(); i++) {
            assertEquals(2, console.get(i).split("\\[secret KEY]", -1).length, FORMS.get(i) + ": " + console.get(i));
            assertFalse(console.get(i).contains("word"), console.get(i));
        }
    }

    @Test
    void showsTheNameOfASecretInErrors() {
        for (var form : FORMS) {
            var error =
                    failed("const error = new Error('call ' + " + form + "); error.name = " + form + "; throw error;");
            for (var text : List.of(error.message(), error.name())) {
                assertEquals(2, text.split("\\[secret KEY]", -1).length, form + ": " + text);
            }
        }
    }

    @Test
    void showsTheNameOfASecretInRecordsAndGivesTheCommandItself() {
        var result = run("""
                api.idToken.setCustomClaim('https://acme.example/key', { [btoa(key)]: [key] });
                api.user.setAppMetadata(key, 1);
                api.access.deny('no ' + key);
                """);
        var denied = assertInstanceOf(FlowResult.Denied.class, result);
        assertEquals("no " + KEY, denied.denial().reason());
        assertEquals(
                "[[\"https://acme.example/key\",{\"[secret KEY]\":[\"[secret KEY]\"]}], [\"[secret KEY]\",1],"
                        + " [\"no [secret KEY]\"]]",
                denied.executions().getFirst().commands().stream()
                        .map(command -> command.args().toString())
                        .toList()
                        .toString());
    }

    @Test
    void showsTheNameOfASecretInWarnings() {
        var completed = run("api.user.setUserMetadata(key, 1); api.authentication.setPrimaryUser('auth0|2');");
        assertEquals(
                List.of("setUserMetadata of '[secret KEY]' is left out: it stands together with setPrimaryUser"),
                completed.executions().getFirst().warnings());
    }

    @Test
    void showsTheNameOfASecretOfAModule() {
        run("require('actions:keys').log();");
        assertEquals(1, console.size());
        assertTrue(console.getFirst().contains("[secret actions:keys KEY]"), console.getFirst());
        assertFalse(console.getFirst().contains("c2stbGl2ZS0"), console.getFirst());
    }

    @Test
    void showsNoBeginningOfASecretWhereTheConsoleIsFull() {
        for (var room = 4; room < KEY.length(); room++) {
            console.clear();
            run(Limits.defaults().withConsoleBytes(5 + room), "console.log('12345' + key);");
            assertEquals("12345[secret KEY]…", console.getFirst());
        }
    }

    @Test
    void showsNoBeginningOfASecretWhereAMessageIsCut() {
        var error = failed("throw new Error('x'.repeat(4088) + key);");
        assertEquals("x".repeat(4088) + "[secret KEY]…", error.message());
    }

    @Test
    void showsNoPartOfASecretWhereARecordIsCut() {
        var completed = run("console.log('x'.repeat(250) + key);");
        assertEquals(
                "x".repeat(250) + "[secre",
                completed.executions().getFirst().logs().getFirst().message());
    }

    @Test
    void showsTheNameOfASecretInWhatTheHostFindsWrong() {
        var error = failed("api.authentication.challengeWith({ type: key });");
        assertEquals(ErrorCode.ACTION_THREW, error.code());
        assertFalse(error.message().contains("word"), error.message());
    }
}
