package dev.postern.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.action.Secrets;
import dev.postern.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompatibilityReportTest {

    @TempDir
    private Path temporary = Path.of(".");

    private Export export = new Export(temporary);

    @BeforeEach
    void open() {
        export = new Export(temporary);
    }

    private CompatibilityReport report() {
        return CompatibilityReport.of(export.read(), TenantId.of("acme"), (tenant, action) -> Secrets.none());
    }

    /** What is found of one Action of post-login: verdict, line, text, and whether it was scanned. */
    private List<String> findings(String code, String more) throws IOException {
        export.withAction("a", code, more).bound("a");
        return report().actions().getFirst().findings().stream()
                .map(finding -> finding.verdict().id() + " " + finding.line() + " " + finding.text()
                        + (finding.isScanned() ? " (scanned)" : ""))
                .toList();
    }

    @Test
    void findsNothingInAnActionThatRuns() throws IOException {
        assertEquals(List.of(), findings("""
                // require('axios') and fetch() stand in a comment
                const pattern = /['"`]require('axios')/g, text = 'fetch()', half = 4 / 2 / 1;
                const template = `fetch() ${pattern.test(`Buffer`) ? 'x' : { a: `api.no.such()` }.a} Buffer`;
                exports.onExecutePostLogin = async (event, api) => {
                  let inside = event.user.fetch ?? { process: 1, URL: half };
                  if (typeof Buffer !== 'undefined') Buffer.from(text);
                  api.noop?.nothing?.(inside);
                  api.access.deny(template);
                };
                """, ""));
        assertTrue(report().isRunnable());
    }

    @Test
    void findsWhatIsNotThere() throws IOException {
        assertEquals(
                List.of(
                        "missing 2 requires 'no-such-package', which is not there (scanned)",
                        "missing 3 uses BroadcastChannel, which is not there (scanned)",
                        "missing 4 calls api.access.allow, which post-login has not (scanned)",
                        "missing 5 calls api.cache, which post-login has not (scanned)",
                        "missing 6 requires 'actions:shared', which is not there (scanned)"),
                findings("""
                        exports.onExecutePostLogin = async (event, api) => {
                          const a = require("no-such-package");
                          new BroadcastChannel(a);
                          api.access.allow();
                          api.cache(a);
                          require(`actions:shared`);
                        };
                        """, ""));
        assertFalse(report().isRunnable());
    }

    @Test
    void saysOnceThatAModuleNeedsWhatIsNotThere() throws IOException {
        assertEquals(
                List.of("missing 1 requires 'no-such-package', which is not there (scanned)"),
                findings("const a = require('no-such-package');\n" + Export.NOTHING, ""));
    }

    @Test
    void findsWhereAModuleCannotBeParsed() throws IOException {
        var wrong = findings("exports.a = 1;\nlet = = 2;\n", "").getFirst();
        assertTrue(wrong.startsWith("missing 2 cannot be parsed: SyntaxError: "), wrong);
        var open = findings("exports.onExecutePostLogin = async () => {\n", "").getFirst();
        assertTrue(open.startsWith("missing 1 cannot be parsed: SyntaxError: "), open);
    }

    @Test
    void findsWhyAModuleCannotBeLoaded() throws IOException {
        assertEquals(
                List.of("missing 2 cannot be loaded: TypeError: broken"),
                findings(Export.NOTHING + "throw new TypeError('broken');\n", ""));
        var endless = findings("for (;;) {}\n" + Export.NOTHING, "").getFirst();
        assertTrue(endless.contains(" cannot be loaded: Error: the Action exceeded the "), endless);
    }

    @Test
    void findsThatAHandlerIsMissingOrNotAsync() throws IOException {
        assertEquals(List.of("missing 0 does not export onExecutePostLogin"), findings("exports.a = 1;\n", ""));
        assertEquals(
                List.of("missing 0 exports onExecutePostLogin that is no async function"),
                findings("exports.onExecutePostLogin = () => {};\n", ""));
        assertEquals(
                List.of("missing 0 does not export onExecutePostLogin; its module is a function, the old form of an"
                        + " Action"),
                findings("module.exports = async (user, context) => {};\n", ""));
    }

    @Test
    void findsThatTheHandlerAfterARedirectIsMissing() throws IOException {
        var code =
                "exports.onExecutePostLogin = async (event, api) => {\n  api.redirect.sendUserTo('https://a.example');\n};\n";
        assertEquals(
                List.of("missing 2 calls api.redirect.sendUserTo, but does not export onContinuePostLogin (scanned)"),
                findings(code, ""));
        assertEquals(List.of(), findings(code + "exports.onContinuePostLogin = async () => {};\n", ""));
    }

    @Test
    void saysThatItCouldNotLookAtExports() throws IOException {
        assertEquals(
                List.of("differs 0 returns before its end, so that nothing is known of what it exports"),
                findings("exports.onExecutePostLogin = async () => { throw new Error('called'); };\nreturn;\n", ""));
    }

    @Test
    void showsNoSecretOfWhatTheModuleThrows() throws IOException {
        export.withAction(
                        "a",
                        Export.NOTHING + "throw new Error('##KEY##');",
                        ", \"secrets\": [{\"name\": \"A\", \"value\": \"##KEY##\"}]")
                .bound("a");
        var report = CompatibilityReport.of(
                export.read("KEY", "s3cr3t"),
                TenantId.of("acme"),
                (tenant, action) -> Secrets.of(Map.of("A", "s3cr3t")));
        assertEquals(
                "cannot be loaded: Error: [secret A]",
                report.actions().getFirst().findings().getFirst().text());
    }

    @Test
    void callsNoHandler() throws IOException {
        assertEquals(
                List.of(), findings("exports.onExecutePostLogin = async () => { throw new Error('called'); };\n", ""));
    }

    @Test
    void findsWhatDiffers() throws IOException {
        assertEquals(
                List.of(
                        "differs 0 is a draft that is not deployed; the tenant may run an earlier text",
                        "differs 0 comes from the marketplace, where its settings are",
                        "differs 0 has the marker ##NONE##, which has no value, in its code",
                        "differs 1 keeps 'count' outside of the handler, which begins anew each time (scanned)",
                        "differs 2 keeps 'seen' outside of the handler, which begins anew each time (scanned)",
                        "differs 4 uses setTimeout; a timer ends with its handler (scanned)",
                        "differs 5 reads the secret KEY, which it does not declare (scanned)"),
                findings("""
                        let count = 0;
                        const seen = new Map();
                        exports.onExecutePostLogin = async (event, api) => {
                          setTimeout(() => seen.set('##NONE##', ++count), 1);
                          console.log(event.secrets.KEY);
                        };
                        """, ", \"deployed\": false, \"integration\": {}"));
    }

    @Test
    void findsThatAnActionIsMadeForAnOldRuntime() throws IOException {
        export.bound("a").with("actions/a/code.js", Export.NOTHING).with("actions/a.json", """
                {"name": "a", "runtime": "node16", "supported_triggers": [{"id": "post-login"}]}""");
        assertEquals(
                List.of("is made for node16; the language here is that of node22"),
                report().actions().getFirst().findings().stream()
                        .map(Finding::text)
                        .toList());
    }

    @Test
    void findsSecretsWithoutAValue() throws IOException {
        var secrets = ", \"secrets\": [{\"name\": \"A\"}, {\"name\": \"B\", \"value\": \"x\"}, {\"name\": \"C\"}]";
        assertEquals(List.of("missing 0 has no value for the secrets A, C"), findings(Export.NOTHING, secrets));
        var given = CompatibilityReport.of(
                export.read(), TenantId.of("acme"), (tenant, action) -> Secrets.of(Map.of("A", "1", "C", "2")));
        assertTrue(given.isRunnable());
    }

    @Test
    void findsThatCodeIsTooLong() throws IOException {
        var code = Export.NOTHING + "//" + "x".repeat(100_000);
        assertEquals(List.of("missing 0 has 100047 bytes of code; 100000 are the most"), findings(code, ""));
    }

    @Test
    void findsATriggerThatIsNotKnown() throws IOException {
        export.withAction("a", Export.NOTHING, "")
                .with("triggers/triggers.json", "{\"login-post-identifier\": [{\"action_name\": \"a\"}]}");
        var report = report();
        assertEquals(
                "is for the trigger login-post-identifier, which is not known here",
                report.actions().getFirst().findings().getFirst().text());
        assertFalse(report.isRunnable());
    }

    @Test
    void findsABindingWithoutItsAction() throws IOException {
        export.withAction("a", Export.NOTHING, "").bound("a", "of the marketplace");
        var report = report();
        assertEquals(
                "is bound but not in the export, as an Action of the marketplace is not",
                report.actions().getLast().findings().getFirst().text());
        assertFalse(report.isRunnable());
    }

    @Test
    void findsThatATriggerHasMoreActionsThanItTakes() throws IOException {
        var names = new String[21];
        for (var number = 0; number < names.length; number++) {
            names[number] = "a" + number;
            export.withAction(names[number], Export.NOTHING, "");
        }
        export.bound(names);
        assertEquals(List.of("post-login has 21 Actions and takes 20"), report().faults());
        assertFalse(report().isRunnable());
    }

    @Test
    void isRunnableWhereOnlyAnActionOfNoFlowWouldNotRun() throws IOException {
        export.withAction("a", Export.NOTHING, "").withAction("b", "", "").bound("a");
        assertTrue(report().isRunnable());
        assertEquals(Finding.Verdict.MISSING, report().actions().getLast().verdict());
    }
}
