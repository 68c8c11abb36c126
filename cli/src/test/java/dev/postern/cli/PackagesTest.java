package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Actions run by the command line find their own files and packages. */
final class PackagesTest extends CommandTest {

    private Path folder = Path.of(".");

    @BeforeEach
    void newFolder() throws IOException {
        folder = Files.createDirectories(home.resolve("my").resolve("greet"));
        write("event.json", Cli.USER);
    }

    private void write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** A package whose main module exports this expression. */
    private void install(String home, String name, String expression) throws IOException {
        write(home + "node_modules/" + name + "/package.json", "{\"version\": \"1.0.0\"}");
        write(home + "node_modules/" + name + "/index.js", "module.exports = " + expression + ";");
    }

    private static String logs(String expression) {
        return "const value = " + expression + ";\nexports.onExecutePostLogin = async () => { console.log(value); };";
    }

    private void prints(String line) {
        var printed = cli.run("run", folder.toString());
        assertEquals(ExitCode.COMPLETED, printed.exit(), printed.out() + printed.err());
        assertEquals(line + "\n", printed.err());
    }

    private Cli.Printed fails() {
        var printed = cli.run("run", folder.toString());
        assertEquals(ExitCode.FAILED, printed.exit(), printed.out() + printed.err());
        return printed;
    }

    @Test
    void findsPackagesAndWhatTheyDependOn() throws IOException {
        install("", "greeter", "require('words').hello + require('./lib/mark')");
        write("node_modules/greeter/lib/mark.json", "\"!\"");
        install("", "words", "{ hello: 'wrong' }");
        install("node_modules/greeter/", "words", "{ hello: 'hello' }");
        write("a.js", logs("require('greeter')"));
        prints("[a.js] info hello!");
    }

    @Test
    void findsItsOwnFiles() throws IOException {
        write("lib/text.js", "exports.text = require('./deep').name + require('../data.json').more;");
        write("lib/deep/index.js", "exports.name = 'deep';");
        write("data.json", "{\"more\": \" data\"}");
        write("a.js", logs("require('./lib/text').text"));
        prints("[a.js] info deep data");
    }

    @Test
    void findsPackagesInTheFolderAboveWhereItsOwnHasNone() throws IOException {
        install("../", "shared", "'above'");
        install("../", "both", "'above'");
        install("", "both", "'own'");
        write("a.js", logs("require('shared') + require('both')"));
        prints("[a.js] info aboveown");
        install("../../", "far", "'far'");
        write("a.js", logs("require('far')"));
        fails();
    }

    @Test
    void loadsEcmascriptPackages() throws IOException {
        write(
                "node_modules/esm/package.json",
                "{\"type\": \"module\", \"exports\": {\"import\": \"./a.js\", \"require\": \"./a.js\"}}");
        write("node_modules/esm/a.js", "export { b as value } from './b.js';");
        write("node_modules/esm/b.js", "export const b = 'esm';");
        write("a.js", logs("require('esm').value"));
        prints("[a.js] info esm");
    }

    @Test
    void takesAPackageWholeThatMakesUpNames() throws IOException {
        install("", "plugins", "require('./plugins/' + ['first'][0])");
        write("node_modules/plugins/plugins/first.js", "module.exports = 'first';");
        write("a.js", logs("require('plugins')"));
        prints("[a.js] info first");
    }

    @Test
    void takesTheDependenciesOfAnActionThatMakesUpNames() throws IOException {
        write("package.json", "{\"dependencies\": {\"named\": \"1.0.0\", \"../../event\": \"1\"}}");
        install("", "named", "'found'");
        write("a.js", logs("['named'].map((name) => require(name))[0]"));
        prints("[a.js] info found");
    }

    @Test
    void namesThePackageTheLineAndTheCommandWhereOneIsMissing() throws IOException {
        write("a.js", "\n" + logs("require('not-there')"));
        var printed = fails();
        assertTrue(printed.out().contains("failed: action_threw in a.js:2\n"), printed.out());
        assertTrue(
                printed.out()
                        .contains(
                                "Error: Cannot find module 'not-there'; the Action has no such package among its modules:"
                                        + " install it and deploy it with the Action\n"),
                printed.out());
        assertEquals(
                "postern: to install 'not-there', have it among the dependencies in " + folder.resolve("package.json")
                        + " and run: postern install " + folder + "\n",
                printed.err());
    }

    @Test
    void doesNotSayThatNpmHasANodeModule() throws IOException {
        write("a.js", logs("require('node:nothing')"));
        var printed = fails();
        assertTrue(
                printed.out()
                        .contains("Cannot find module 'node:nothing'; of Node's own modules this one is not there"),
                printed.out());
        assertEquals("", printed.err());
    }

    @Test
    void letsAnActionCatchThatAPackageIsMissing() throws IOException {
        write(
                "a.js",
                logs("(() => { try { return require('no'); } catch (e) { return e.code + ' ' + e.message; } })()"));
        prints("[a.js] info MODULE_NOT_FOUND Cannot find module 'no'");
    }

    @Test
    void followsNoLinkOutOfTheFolder() throws IOException {
        var outside = Files.createDirectories(home.resolve("outside"));
        Files.writeString(outside.resolve("package.json"), "{}");
        Files.writeString(outside.resolve("index.js"), "module.exports = 'outside';");
        Files.createDirectories(folder.resolve("node_modules"));
        Files.createSymbolicLink(folder.resolve("node_modules").resolve("linked"), outside);
        Files.createSymbolicLink(folder.resolve("linked.js.txt"), outside.resolve("index.js"));
        for (var name : new String[] {"linked", "./linked.js.txt", "../../outside/index.js", "/etc/hostname"}) {
            write("a.js", logs("require('" + name + "')"));
            assertTrue(fails().out().contains("Cannot find module '" + name + "'"), name);
        }
    }

    @Test
    void followsLinksInsideAsOfAWorkspace() throws IOException {
        write("packages/inner/package.json", "{\"main\": \"main.js\"}");
        write("packages/inner/main.js", "module.exports = 'inner';");
        Files.createDirectories(folder.resolve("node_modules"));
        Files.createSymbolicLink(folder.resolve("node_modules").resolve("inner"), Path.of("../packages/inner"));
        write("a.js", logs("require('inner')"));
        prints("[a.js] info inner");
    }

    @Test
    void letsNoPackageLeadOutByWhatItsDescriptionSays() throws IOException {
        write("secret.js", "module.exports = 'secret';");
        write("../secret.js", "module.exports = 'secret';");
        for (var description : new String[] {
            "{\"main\": \"../../../secret.js\"}",
            "{\"main\": \"" + folder.resolveSibling("secret.js") + "\"}",
            "{\"exports\": \"./../../../secret.js\"}",
            "{\"exports\": {\".\": \"../../secret.js\"}}",
        }) {
            write("node_modules/evil/package.json", description);
            write("a.js", logs("require('evil')"));
            assertFalse(fails().out().contains("info secret"), description);
        }
    }

    @Test
    void keepsSecretsOutOfWhatIsLoaded() throws IOException {
        write("secrets.json", "{\"KEY\": \"s3cr3t\"}");
        write("a.js", logs("require('./secrets.json').KEY"));
        assertTrue(fails().out().contains("Cannot find module './secrets.json'"));
    }

    @Test
    void refusesMoreThanCanBeLoaded() throws IOException {
        install("", "huge", "require('./' + 'x')");
        var filler = " ".repeat(4 << 20);
        for (var i = 0; i < 9; i++) {
            write("node_modules/huge/" + i + ".js", filler);
        }
        write("a.js", logs("require('huge')"));
        var printed = cli.run("run", folder.toString());
        assertEquals(ExitCode.USAGE, printed.exit(), printed.out());
        assertTrue(
                printed.err()
                        .contains("a.js: what it requires has more than 10000 files or 32 MiB; so far:"
                                + " node_modules/huge 3"),
                printed.err());
    }

    @Test
    void resumesWithTheFilesItBeganWith() throws IOException {
        install("", "version", "'old'");
        write("1-a.js", """
                exports.onExecutePostLogin = async (event, api) => api.redirect.sendUserTo('https://acme.example');
                exports.onContinuePostLogin = async () => console.log(require('version'));
                """);
        var token = cli.pause(folder.toString());
        install("", "version", "'new'");
        var done = cli.run("resume", token, "--answer", "redirect:a=b");
        assertEquals("[1-a.js] info old\n", done.err());
    }

    @Test
    void givesACaseItsPackages() throws IOException {
        install("", "claim", "'installed'");
        write(
                "a.js",
                "exports.onExecutePostLogin = async (event, api) => {\n"
                        + "  api.idToken.setCustomClaim('https://acme.example/c', require('claim')); };");
        assertEquals(0, cli.run("test", folder.toString(), "--update").exit());
        assertTrue(Files.readString(folder.resolve("expected.json")).contains("\"installed\""));
    }

    @Test
    void refusesTypeScriptAndSaysHowToCompileIt() throws IOException {
        write("a.ts", "export const onExecutePostLogin = async () => {};");
        var printed = cli.run("run", folder.toString());
        assertEquals(ExitCode.USAGE, printed.exit());
        assertEquals(
                "postern: " + folder.resolve("a.ts") + " is TypeScript; compile it and run what comes of it: tsc"
                        + " --module commonjs --target es2022 " + folder.resolve("a.ts") + "\n",
                printed.err());
    }

    @Test
    void takesWhatTypeScriptWasCompiledTo() throws IOException {
        write("a.ts", "export const onExecutePostLogin = async (): Promise<void> => {};");
        write("a.js", logs("'compiled'"));
        prints("[a.js] info compiled");
    }

    @Test
    void refusesTypeScriptInAnExport() throws IOException {
        var export = new TenantExport(home.resolve("acme")).with("a", "", "");
        export.write("actions/a.json", "{\"name\": \"a\", \"code\": \"./actions/a/code.ts\"}");
        var printed = cli.run("run", export.toString());
        assertEquals(ExitCode.USAGE, printed.exit());
        assertTrue(printed.err().contains("code.ts, which is TypeScript; compile it and name what comes of it: tsc"));
    }

    @Test
    void givesActionsOfAnExportTheirOwnPackagesBeforeThoseOfAll() throws IOException {
        var export = new TenantExport(home.resolve("acme"))
                .with("a", logs("require('words') + require('./lib/own')"), "")
                .with("b", logs("require('words')"), "")
                .write("actions/a/lib/own.js", "module.exports = ' with a file';")
                .write("actions/a/node_modules/words/package.json", "{}")
                .write("actions/a/node_modules/words/index.js", "module.exports = 'own';")
                .write("node_modules/words/package.json", "{}")
                .write("node_modules/words/index.js", "module.exports = 'of all';");
        var printed = cli.run("run", export.toString());
        assertEquals("[a] info own with a file\n[b] info of all\n", printed.err());
    }

    @Test
    void saysWhatAnExportLacks() throws IOException {
        var export = new TenantExport(home.resolve("acme")).with("a", logs("require('axios')"), "");
        var printed = cli.run("run", export.toString(), "--json");
        assertEquals(ExitCode.FAILED, printed.exit());
        assertEquals("a", printed.json().at("/error/action").asText());
        assertEquals(
                "postern: to install 'axios', have it among the dependencies of 'a' and run: postern install " + export
                        + "\n",
                printed.err());
    }
}
