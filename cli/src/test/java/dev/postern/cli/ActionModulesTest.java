package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modules that Actions of an export share. */
final class ActionModulesTest extends CommandTest {

    private static final String USES_SHARED =
            ", \"modules\": [{\"module_name\": \"shared\", \"module_version_number\": 1}]";
    private static final String SECRETS = ", \"secrets\": [{\"name\": \"KEY\", \"value\": \"module-secret\"}]";

    private TenantExport export = new TenantExport(home);

    @BeforeEach
    void newExport() {
        export = new TenantExport(home.resolve("acme"));
    }

    private void module(String name, String code, String more) throws IOException {
        export.write("action-modules/" + name + "/code.js", code)
                .write("action-modules/" + name + ".json", """
                {"name": "%s", "code": "./action-modules/%s/code.js"%s}""".formatted(name, name, more));
    }

    private static String logs(String expression) {
        return "const shared = require('actions:shared');\n"
                + "exports.onExecutePostLogin = async (event) => { console.log(" + expression + "); };";
    }

    private void prints(String lines) {
        var printed = cli.run("run", export.toString());
        assertEquals(ExitCode.COMPLETED, printed.exit(), printed.out() + printed.err());
        assertEquals(lines, printed.err());
    }

    @Test
    void giveTheirSecretsToTheirOwnCodeAlone() throws IOException {
        module("shared", "exports.length = () => actions.secrets.KEY.length;", SECRETS);
        export.with("a", logs("shared.length(), typeof actions, Object.keys(event.secrets).length"), USES_SHARED);
        export.with("b", logs("shared.length()"), USES_SHARED);
        prints("[a] info 13 undefined 0\n[b] info 13\n");
    }

    @Test
    void mayDeclareTheNameAnew() throws IOException {
        module("shared", "const actions = 'own'; module.exports = actions;", SECRETS);
        export.with("a", logs("shared"), USES_SHARED);
        prints("[a] info own\n");
    }

    @Test
    void haveTheirSecretsShownAsNames() throws IOException {
        module("shared", "module.exports = actions.secrets.KEY;", SECRETS);
        export.with("a", logs("'it is ' + shared"), USES_SHARED);
        prints("[a] info it is [secret actions:shared KEY]\n");
    }

    @Test
    void findTheirOwnPackagesFirst() throws IOException {
        module("shared", "module.exports = require('words') + require('both');", "");
        export.write("action-modules/shared/node_modules/words/package.json", "{}")
                .write("action-modules/shared/node_modules/words/index.js", "module.exports = 'module ';")
                .write("node_modules/words/package.json", "{}")
                .write("node_modules/words/index.js", "module.exports = 'root ';")
                .write("node_modules/both/package.json", "{}")
                .write("node_modules/both/index.js", "module.exports = 'both';")
                .with("a", logs("shared + ' ' + require('words')"), USES_SHARED);
        prints("[a] info module both root \n");
    }

    @Test
    void areForActionsThatAskForThem() throws IOException {
        module("shared", "module.exports = 1;", "");
        export.with("a", logs("shared"), "");
        var printed = cli.run("run", export.toString());
        assertTrue(printed.out().contains("Cannot find module 'actions:shared'"), printed.out());
        assertFalse(printed.err().contains("postern install"));
        assertTrue(cli.run("check", export.toString()).out().contains("'actions:shared', which is not there"));
    }

    @Test
    void requireNoOtherModules() throws IOException {
        module("shared", "module.exports = require('actions:other');", "");
        module("other", "module.exports = 1;", "");
        export.with(
                "a",
                logs("require('actions:other')"),
                ", \"modules\": [{\"module_name\": \"shared\"}, {\"module_name\": \"other\"}]");
        var printed = cli.run("run", export.toString());
        assertTrue(printed.out().contains("Cannot find module 'actions:other'"), printed.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "actions:shared | {}",
                "../actions:shared/index.js | {}",
                "../actions:shared | {}",
                "#inner | {\"imports\": {\"#inner\": \"./../actions:shared/index.js\"}}",
                "#inner | {\"imports\": {\"#inner\": \"actions:shared\"}}",
                "evil/it | {\"name\": \"evil\", \"exports\": {\".\": \"./index.js\","
                        + " \"./it\": \"./../actions:shared/index.js\"}}",
            })
    void areNotFoundByPackages(String name, String description) throws IOException {
        module("shared", "module.exports = 1;", SECRETS);
        export.write("node_modules/evil/package.json", description)
                .write("node_modules/evil/index.js", "module.exports = require('" + name + "');")
                .with("a", logs("require('evil')"), USES_SHARED);
        var printed = cli.run("run", export.toString());
        assertTrue(printed.out().contains("Cannot find module '" + name + "'"), printed.out() + printed.err());
    }

    /** Who imports is not known for certain, so that a package could be it. */
    @Test
    void areRequiredAndNotImported() throws IOException {
        module("shared", "exports.length = actions.secrets.KEY.length;", SECRETS);
        export.write("node_modules/evil/package.json", "{}")
                .write("node_modules/evil/index.js", "module.exports = () => import('actions:shared');")
                .with("a", logs("await require('evil')().then(() => 'got it', (error) => error.name)"), USES_SHARED);
        prints("[a] info Error\n");
    }

    @Test
    void haveTheirMissingSecretsListed() throws IOException {
        module("shared", "module.exports = 1;", ", \"secrets\": [{\"name\": \"KEY\"}]");
        export.with("a", logs("shared"), USES_SHARED);
        var printed = cli.run("run", export.toString());
        assertEquals(ExitCode.USAGE, printed.exit());
        assertTrue(printed.err().contains("secrets without a value: KEY of 'actions:shared'."), printed.err());
        var file = Files.writeString(home.resolve("s.json"), "{\"actions:shared\": {\"KEY\": \"abc\"}}");
        assertEquals(
                0,
                cli.run("run", export.toString(), "--secrets", file.toString()).exit());
    }

    @Test
    void areReadFromYaml() throws IOException {
        export.write("code.js", logs("shared")).write("module.js", "module.exports = actions.secrets.KEY + '!';");
        export.write("event.json", Cli.USER).write("tenant.yaml", """
                actionModules:
                  - name: shared
                    code: ./module.js
                    secrets:
                      - name: KEY
                        value: abc
                actions:
                  - name: a
                    code: ./code.js
                    supported_triggers: [{id: post-login}]
                    modules: [{module_name: shared, module_version_number: 1}]
                triggers:
                  post-login: [{action_name: a}]
                """);
        prints("[a] info abc!\n");
    }

    @Test
    void areInBundlesAndInPausedFlowsWithoutTheirSecrets() throws IOException {
        module("shared", "module.exports = actions.secrets.KEY.length;", SECRETS);
        export.with("a", """
                exports.onExecutePostLogin = async (event, api) => api.redirect.sendUserTo('https://acme.example');
                exports.onContinuePostLogin = async (event) => console.log(require('actions:shared'));
                """, USES_SHARED);
        var bundle = home.resolve("a.bundle").toString();
        assertEquals(0, cli.run("bundle", export.toString(), "-o", bundle).exit());
        assertFalse(Files.readString(home.resolve("a.bundle")).contains("module-secret"));
        var event = Files.writeString(home.resolve("e.json"), Cli.USER).toString();
        var printed = cli.run("run", bundle, "--event", event, "--secret", "KEY=four", "--answer", "redirect:a=b");
        assertEquals("[a] info 4\n", printed.err());
        var token = cli.pause(export.toString());
        module("shared", "throw new Error('of a later version');", SECRETS);
        var done = cli.run("resume", token, "--secrets", export.toString(), "--answer", "redirect:a=b");
        assertEquals("[a] info 13\n", done.err());
    }
}
