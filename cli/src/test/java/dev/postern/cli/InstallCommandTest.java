package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What npm is asked for, with a program in its place that writes it down; and one run of the real one. */
final class InstallCommandTest extends CommandTest {

    private static final String RUNS = "exports.onExecutePostLogin = async () => {};";

    /** Installs every dependency as 1.0.0, and locks what package.json says. */
    private static final String STAND_IN = """
            #!/bin/sh
            home=$(dirname "$0")/..
            [ "$1" = config ] && { echo 'https://registry.example/'; exit 0; }
            echo "$@" >> "$home/calls"
            [ -e "$home/broken" ] && { echo 'no such version'; exit 1; }
            grep -o '"[a-z@/-]*" *: *"[^"]*"' package.json | cut -d'"' -f2 | while read -r name; do
              mkdir -p "node_modules/$name" && echo '{"version": "1.0.0"}' > "node_modules/$name/package.json"
            done
            { printf '{"packages": {"": '; cat package.json; printf '}}'; } > package-lock.json
            """;

    private Path folder = Path.of(".");

    @BeforeEach
    void putAProgramInThePlaceOfNpm() throws IOException {
        folder = Files.createDirectories(home.resolve("my"));
        var npm = Files.createDirectories(home.resolve("bin")).resolve("npm");
        Files.writeString(npm, STAND_IN);
        assertTrue(npm.toFile().setExecutable(true));
    }

    private Cli.Printed install(Object place) {
        return cli.runIn(Map.of("PATH", home.resolve("bin").toString()), "install", place.toString());
    }

    private List<String> calls() throws IOException {
        return Files.exists(home.resolve("calls")) ? Files.readAllLines(home.resolve("calls")) : List.of();
    }

    private void refuses(String message, Object place) throws IOException {
        var printed = install(place);
        assertEquals(ExitCode.USAGE, printed.exit(), printed.out() + printed.err());
        assertTrue(printed.err().contains(message), printed.err());
        assertEquals(List.of(), calls());
    }

    private static String dependency(String name, String version) {
        return ", \"dependencies\": [{\"name\": \"" + name + "\", \"version\": \"" + version + "\"}]";
    }

    @Test
    void givesEachActionOfAnExportItsOwn() throws IOException {
        var export = new TenantExport(home.resolve("acme"))
                .with("a", RUNS, dependency("words", "1.0.0"))
                .with("b", RUNS, dependency("words", "latest"))
                .with("c", RUNS, "");
        var printed = install(export);
        assertEquals(ExitCode.COMPLETED, printed.exit(), printed.err());
        assertEquals("'a': words 1.0.0\n'b': words 1.0.0\n", printed.out());
        assertEquals(2, calls().size());
        for (var name : List.of("a", "b")) {
            var own = home.resolve("acme").resolve("actions").resolve(name);
            assertTrue(Files.exists(own.resolve("package-lock.json")));
            assertTrue(calls().stream().anyMatch(call -> call.startsWith("install --prefix " + own + " ")));
        }
        assertTrue(Files.readString(home.resolve("acme/actions/b/package.json")).contains("\"words\" : \"latest\""));
        assertFalse(Files.exists(home.resolve("acme/actions/c/package.json")));
    }

    @Test
    void runsNoScriptsAndTakesNothingButPackagesOfTheRegistry() throws IOException {
        Files.writeString(folder.resolve("package.json"), "{\"dependencies\": {\"words\": \"^1.0.0\"}}");
        assertEquals(ExitCode.COMPLETED, install(folder).exit());
        var call = " " + calls().getFirst() + " ";
        for (var option : List.of(
                "--ignore-scripts",
                "--omit=dev",
                "--no-audit",
                "--no-fund",
                "--allow-git=none",
                "--allow-remote=none")) {
            assertTrue(call.contains(" " + option + " "), call);
        }
    }

    @Test
    void takesWhatTheLockFilePinsWhereItIsThatOfTheDependencies() throws IOException {
        var json = folder.resolve("package.json");
        Files.writeString(json, "{\"dependencies\": {\"words\": \"^1.0.0\"}, \"name\": \"mine\"}");
        install(folder);
        install(folder);
        assertTrue(calls().get(1).startsWith("ci "), calls().get(1));
        Files.writeString(json, "{\"dependencies\": {\"words\": \"^1.1.0\"}, \"name\": \"mine\"}");
        install(folder);
        assertTrue(calls().get(2).startsWith("install "), calls().get(2));
        assertTrue(Files.readString(json).contains("mine"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--global | 1.0.0 | is not the name of a package",
                "-g | 1.0.0 | is not the name of a package",
                "../up | 1.0.0 | is not the name of a package",
                "./here | 1.0.0 | is not the name of a package",
                "a/b | 1.0.0 | is not the name of a package",
                "@a/b/c | 1.0.0 | is not the name of a package",
                "a b | 1.0.0 | is not the name of a package",
                "a@npm:b | 1.0.0 | is not the name of a package",
                "words | file:/etc | only versions of a registry are installed",
                "words | git+https://git.example/a.git | only versions of a registry are installed",
                "words | https://files.example/a.tgz | only versions of a registry are installed",
                "words | user/repository | only versions of a registry are installed",
                "words | npm:other@1.0.0 | only versions of a registry are installed",
                "words | ../words | only versions of a registry are installed",
                "words | . | only versions of a registry are installed",
                "words | 1.tgz | only versions of a registry are installed",
                "words | 1.0.0 1.tar.gz | only versions of a registry are installed",
                "words | --force | only versions of a registry are installed",
            })
    void refusesWhatIsNoPackageOfARegistry(String name, String version, String message) throws IOException {
        var export = new TenantExport(home.resolve("acme")).with("a", RUNS, dependency(name, version));
        refuses("'a' depends on '" + name + "'", export);
        refuses(message, export);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.2.3", "^1", "~1.2", ">=1.2.3 <2", "1.x || 2.x", "1 - 2", "*", "1.0.0-beta.1+b", "latest", "''"})
    void takesVersionsRangesAndTags(String version) throws IOException {
        var export = new TenantExport(home.resolve("acme")).with("a", RUNS, dependency("words", version));
        assertEquals(ExitCode.COMPLETED, install(export).exit(), version);
    }

    @Test
    void refusesAnotherRegistryThanThatOfNpm() throws IOException {
        var from = ", \"dependencies\": [{\"name\": \"words\", \"version\": \"1.0.0\", \"registry_url\": \"%s\"}]";
        var own = new TenantExport(home.resolve("own")).with("a", RUNS, from.formatted("https://registry.example"));
        assertEquals(ExitCode.COMPLETED, install(own).exit());
        Files.delete(home.resolve("calls"));
        var other = new TenantExport(home.resolve("other")).with("a", RUNS, from.formatted("https://other.example"));
        refuses("'a' has 'words' from another registry than the one npm is set to", other);
    }

    @Test
    void takesNoSettingsOfNpmFromTheFolder() throws IOException {
        var export = new TenantExport(home.resolve("acme")).with("a", RUNS, dependency("words", "1.0.0"));
        Files.writeString(home.resolve("acme/actions/a/.npmrc"), "registry=http://elsewhere.example/${HOME}/");
        refuses(".npmrc would tell npm where to fetch from", export);
    }

    @Test
    void goesThroughNoLinkedFolder() throws IOException {
        var export = new TenantExport(home.resolve("acme")).with("a", RUNS, dependency("words", "1.0.0"));
        var elsewhere = home.resolve("elsewhere");
        Files.move(home.resolve("acme/actions/a"), elsewhere);
        Files.move(elsewhere.resolve("code.js"), home.resolve("acme/a.js"));
        var json = home.resolve("acme/actions/a.json");
        Files.writeString(json, Files.readString(json).replaceAll("[./]*actions/a/code\\.js", "a.js"));
        Files.createSymbolicLink(home.resolve("acme/actions/a"), elsewhere);
        refuses("symbolic link; make it a folder", export);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"optionalDependencies\": {\"other\": \"npm:another@1.0.0\"}}",
                "{\"devDependencies\": {\"other\": \"git+https://elsewhere.example/x\"}}",
                "{\"overrides\": {\"words\": \"1.0.0\"}}",
                "{\"workspaces\": [\"../b\"]}"
            })
    void looksAtAllThatNpmWouldHeed(String packageJson) throws IOException {
        var export = new TenantExport(home.resolve("acme")).with("a", RUNS, dependency("words", "1.0.0"));
        Files.writeString(home.resolve("acme/actions/a/package.json"), packageJson);
        refuses("", export);
    }

    @Test
    void refusesAVersionWithoutEnd() throws IOException {
        refuses(
                "only versions of a registry are installed",
                new TenantExport(home.resolve("acme"))
                        .with("a", RUNS, dependency("words", "1" + " || 1".repeat(5000))));
    }

    @Test
    void writesThroughNoLink() throws IOException {
        var export = new TenantExport(home.resolve("acme")).with("a", RUNS, dependency("words", "1.0.0"));
        var target = Files.writeString(home.resolve("precious"), "precious");
        Files.createSymbolicLink(home.resolve("acme/actions/a/package.json"), target);
        refuses("package.json is a symbolic link", export);
        assertEquals("precious", Files.readString(target));
    }

    @Test
    void saysThatNpmIsMissing() throws IOException {
        Files.writeString(folder.resolve("package.json"), "{\"dependencies\": {\"words\": \"1\"}}");
        Files.delete(home.resolve("bin").resolve("npm"));
        refuses("npm is not on the PATH; it comes with Node.js", folder);
    }

    @Test
    void saysThatNpmFailed() throws IOException {
        Files.writeString(folder.resolve("package.json"), "{\"dependencies\": {\"words\": \"1\"}}");
        Files.createFile(home.resolve("broken"));
        var printed = install(folder);
        assertEquals(ExitCode.FAILED, printed.exit());
        assertEquals(
                "npm: no such version\npostern: npm could not install what " + folder.resolve("package.json")
                        + " depends on\n",
                printed.err());
    }

    @Test
    void saysWhereThereIsNothingToInstall() throws IOException {
        refuses("my is no tenant's export and has no package.json; write one", folder);
        refuses("there is no folder or file none", "none");
        Files.writeString(folder.resolve("package.json"), "{}");
        assertEquals(
                "nothing in " + folder + " depends on a package\n",
                install(folder).out());
    }

    @Test
    void installsAPackageThatAnActionThenRuns() throws IOException {
        var npm = Map.of("PATH", System.getenv("PATH"));
        var code = "const ms = require('ms');\n"
                + "exports.onExecutePostLogin = async () => { console.log(ms('2 days')); };";
        var export = new TenantExport(home.resolve("acme")).with("a", code, dependency("ms", "2.1.3"));
        assertEquals(ExitCode.FAILED, cli.run("run", export.toString()).exit());
        assertTrue(cli.run("check", export.toString()).out().contains("'ms', which is not installed; run postern"));
        var printed = cli.runIn(npm, "install", export.toString());
        assumeTrue(printed.exit() == 0, "npm is not installed, or reaches no registry: " + printed.err());
        assertEquals("'a': ms 2.1.3\n", printed.out());
        assertFalse(printed.err().contains("Unknown"), printed.err());
        assertEquals("[a] info 172800000\n", cli.run("run", export.toString()).err());
        assertEquals(
                "a  runs     post-login\n1 of 1 bound Actions run\n",
                cli.run("check", export.toString()).out());
        assertEquals(
                "'a': ms 2.1.3\n", cli.runIn(npm, "install", export.toString()).out());
    }
}
