package dev.postern.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files a script can load, among those that are there. */
final class ReachableFilesTest {

    private final Map<String, String> files = new HashMap<>();

    private final ModuleSource source = new ModuleSource() {
        @Override
        public Optional<String> read(String path) {
            return Optional.ofNullable(files.get(path));
        }

        @Override
        public List<String> list(String folder) {
            return files.keySet().stream()
                    .filter(path -> path.startsWith(folder + "/")
                            && !path.substring(folder.length()).contains("/node_modules/"))
                    .toList();
        }
    };

    private void reaches(String code, String... paths) {
        assertEquals(
                new TreeSet<>(List.of(paths)),
                new TreeSet<>(ModuleFiles.reachableFrom(code, source).texts().keySet()),
                code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "require('./a')",
                "require ( \"./a.js\" )",
                "require(`./a`)",
                "if (x) { y = [require('./a').b] }",
                "const f = () => require.resolve('./a');",
                "module.require('./a')",
                "import('./a')",
                "import a from './a.js';",
                "import './a.js';",
                "export * from './a.js';",
                "import{b}from\"./a.js\"",
                "// require('./a')",
                "require('./a@1.2.3')",
            })
    void followsNamesThatAreWrittenOut(String code) {
        files.put("a.js", "");
        files.put("b.js", "");
        reaches(code, "a.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing('./a')",
                "my.require('./a')",
                "$require('./a')",
                "Buffer.from('./a')",
                "__webpack_require__('./a')",
                "require('../a'); require('/a'); require('')",
            })
    void takesNothingElseForAName(String code) {
        files.put("a.js", "");
        reaches(code);
    }

    @Test
    void followsWhatAPackageDependsOn() {
        files.put("node_modules/a/package.json", "{\"main\": \"./lib\"}");
        files.put("node_modules/a/lib/index.js", "require('b/sub'); require('#inner'); require('fs')");
        files.put("node_modules/a/lib/other.js", "");
        files.put(
                "node_modules/a/node_modules/b/package.json",
                "{\"exports\": {\"./sub\": {\"import\": \"./no.js\"," + " \"require\": \"./yes.cjs\"}}}");
        files.put("node_modules/a/node_modules/b/yes.cjs", "require('./data')");
        files.put("node_modules/a/node_modules/b/no.js", "");
        files.put("node_modules/a/node_modules/b/data.json", "require('c')");
        files.put("node_modules/b/package.json", "{}");
        files.put("node_modules/c/package.json", "{}");
        reaches(
                "require('a')",
                "node_modules/a/package.json",
                "node_modules/a/lib/index.js",
                "node_modules/a/node_modules/b/package.json",
                "node_modules/a/node_modules/b/yes.cjs",
                "node_modules/a/node_modules/b/data.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "require('./' + name)",
                "require(name)",
                "require(`./${name}`)",
                "const load = require;",
                "wrap(require, 1)",
                "import(name)",
                "import('./x' + name)",
            })
    void takesAPackageWholeThatMayLoadByOtherNames(String code) {
        files.put("node_modules/a/package.json", "{}");
        files.put("node_modules/a/index.js", code);
        files.put("node_modules/a/x/y.js", "require('b')");
        files.put("node_modules/a/node_modules/unused/index.js", "");
        files.put("node_modules/b/package.json", "{}");
        files.put("node_modules/b/index.js", "");
        files.put("node_modules/c/package.json", "{}");
        reaches(
                "require('a')",
                "node_modules/a/package.json",
                "node_modules/a/index.js",
                "node_modules/a/x/y.js",
                "node_modules/b/package.json",
                "node_modules/b/index.js");
    }

    @Test
    void takesTheScriptsOwnDependenciesWhereItMayLoadByOtherNames() {
        files.put("package.json", "{\"dependencies\": {\"a\": \"1\", \"../b\": \"1\"}}");
        files.put("node_modules/a/package.json", "{}");
        files.put("b/index.js", "");
        reaches("require(name)", "package.json", "node_modules/a/package.json");
    }

    @Test
    void findsTheSameAsAnExecutionDoes() {
        files.put("node_modules/a/package.json", "{\"type\": \"module\", \"exports\": \"./a.js\"}");
        files.put("node_modules/a/a.js", "import { b } from 'b'; export const c = b + 1;");
        files.put("node_modules/b/package.json", "{\"exports\": {\"import\": \"./b.mjs\", \"default\": \"./b.cjs\"}}");
        files.put("node_modules/b/b.mjs", "export const b = 41;");
        files.put("node_modules/b/b.cjs", "exports.b = 0;");
        var code = "const { c } = require('a'); exports.run = async () => { console.log(c); };";
        var modules = ModuleFiles.reachableFrom(code, source);
        assertEquals(4, modules.texts().size());
        try (var sandbox = Guest.sandbox()) {
            var outcome = sandbox.run(new Invocation(
                    "owner",
                    Script.of("bootstrap", "() => () => ({ args: [], finish: () => '1' })"),
                    Script.of("script.js", code).withModules(modules),
                    "run",
                    "{}",
                    HostFunctions.none(),
                    Limits.defaults(),
                    null));
            assertEquals("42", outcome.console().getFirst().message());
        }
    }

    @Test
    void refusesFilesWithoutEnd() {
        for (var i = 0; i <= 10_000; i++) {
            files.put("node_modules/many/" + i + ".js", "");
        }
        files.put("node_modules/many/package.json", "{\"main\": \"0.js\"}");
        files.put("node_modules/many/0.js", "require(name)");
        var refused = assertThrows(
                IllegalArgumentException.class, () -> ModuleFiles.reachableFrom("require('many')", source));
        assertTrue(String.valueOf(refused.getMessage()).contains("so far: node_modules/many 0.0 MiB"));
    }
}
