package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class TypesCommandTest extends CommandTest {

    private String types(String... args) throws IOException {
        var written = cli.run(Cli.with(new String[] {"types", home.toString()}, args));
        assertEquals(0, written.exit(), written.err());
        return Files.readString(home.resolve("postern.d.ts"));
    }

    @Test
    void writesWhereItIsTold() throws IOException {
        var both = cli.run("types", home.toString());
        assertEquals(
                "wrote " + home.resolve("postern.d.ts") + "\nwrote " + home.resolve("jsconfig.json") + "\n",
                both.out());
        var inner = Files.createDirectory(home.resolve("inner"));
        var one = cli.run(
                "types", home.toString(), "--out", inner.resolve("a.d.ts").toString());
        assertEquals("wrote " + inner.resolve("a.d.ts") + "\n", one.out());
        assertEquals(Files.readString(home.resolve("postern.d.ts")), Files.readString(inner.resolve("a.d.ts")));
        cli.run("types", "--out", inner.toString());
        assertTrue(Files.exists(inner.resolve("jsconfig.json")));
        var nowhere = cli.run("types", home.resolve("none").toString());
        assertEquals(ExitCode.USAGE, nowhere.exit());
        assertTrue(nowhere.err().startsWith("postern: there is no folder " + home.resolve("none")), nowhere.err());
    }

    @Test
    void declaresEveryMethodAndHandler() throws IOException {
        var text = types();
        for (var trigger : Trigger.values()) {
            var name = trigger.executeHandler().substring("onExecute".length());
            var api = between(text, "export interface " + name + "Api {", "\n}\n");
            for (var path : trigger.contract().methods().keySet()) {
                var group = between(api, "\n  " + path.substring(0, path.indexOf('.')) + ": {", "\n  };");
                assertTrue(
                        group.contains("\n    " + path.substring(path.indexOf('.') + 1) + "("), trigger + " " + path);
            }
            assertTrue(text.contains("export type O" + trigger.executeHandler().substring(1) + " = (event: "), text);
            trigger.continueHandler()
                    .ifPresent(handler -> assertTrue(text.contains("export type O" + handler.substring(1) + " = ")));
        }
    }

    private static String between(String text, String start, String end) {
        var from = text.indexOf(start);
        assertTrue(from >= 0, start + " is missing");
        return text.substring(from, text.indexOf(end, from));
    }

    @Test
    void hasTheNamesOfSecretsAndNeverTheirValues() throws IOException {
        assertTrue(types().contains("export interface Secrets {\n  [name: string]: string;\n}\n"));
        var file = Files.writeString(
                home.resolve("s.json"),
                "{\"ALL\": \"hidden-1\", \"1-a.js\": {\"OWN\": \"hidden-2\", \"with-dash\": \"\"}}");
        var text = types("--secrets", file.toString(), "--secret", "GIVEN=hidden-3");
        assertTrue(text.contains("""
                        export interface Secrets {
                          ALL: string;
                          GIVEN: string;
                          /** Of 1-a.js alone. */
                          OWN: string;
                          /** Of 1-a.js alone. */
                          'with-dash': string;
                        }
                        """), text);
        assertFalse(text.contains("hidden"));
    }

    @Test
    void keepsWhatAPersonHasChanged() throws IOException {
        var file = home.resolve("postern.d.ts");
        var first = types();
        Files.writeString(file, first.replace("\n", "\r\n")); // as Git may have it
        assertEquals(first, types());
        Files.writeString(file, first + "// mine\n");
        Files.writeString(home.resolve("jsconfig.json"), "{}");
        var refused = cli.run("types", home.toString());
        assertEquals(ExitCode.USAGE, refused.exit());
        assertEquals(
                "postern: " + file + " is not as 'postern types' has made it; --force replaces it\n", refused.err());
        assertTrue(Files.readString(file).endsWith("// mine\n"));
        Files.delete(file);
        var configured = cli.run("types", home.toString());
        assertEquals(
                "postern: " + home.resolve("jsconfig.json") + " is yours and stays as it is; --force replaces it\n",
                configured.err());
        assertEquals("{}", Files.readString(home.resolve("jsconfig.json")));
        Files.writeString(file, "mine");
        assertEquals(first, types("--force"));
        assertTrue(Files.readString(home.resolve("jsconfig.json")).contains("checkJs"));
    }

    @Test
    void everyCommentIsOfSomethingThatIsThere() throws IOException {
        var comments = new Properties();
        try (var in =
                Files.newBufferedReader(Path.of("src/main/resources/dev/postern/cli/types/comments.properties"))) {
            comments.load(in);
        }
        var text = types();
        for (var comment : comments.entrySet()) {
            assertTrue(text.contains(comment.getValue() + " */"), comment.getKey() + " is shown nowhere");
        }
        assertTrue(comments.size() > 50);
    }

    @Test
    void declaresTheGlobalsThatThereAre() throws IOException {
        var declared = types().lines()
                .filter(line -> line.startsWith("  function ") || line.startsWith("  var "))
                .map(line -> line.strip().split("[ (:<]", 3)[1])
                .sorted()
                .collect(Collectors.joining(" "));
        // Of the names in capitals, which the language has too, each that is declared must be there.
        var run = cli.runAction("1-globals.js", """
                exports.onExecutePostLogin = async (event, api) => {
                  const declared = '%s'.split(' ').filter((name) => /^[A-Z]/.test(name) && name in globalThis);
                  const language = /^([A-Z]\\w*|undefined|escape|unescape|eval|is\\w+|parse\\w+|(de|en)code\\w+|globalThis)$/;
                  const ofTheWeb = Object.getPrototypeOf(globalThis);
                  const names = [globalThis, ofTheWeb].flatMap(Object.getOwnPropertyNames).filter((name) => !language.test(name));
                  api.idToken.setCustomClaim('https://acme.example/globals', [...declared, ...names].sort().join(' '));
                };
                """.formatted(declared), "--json");
        assertEquals(
                run.json()
                        .path("effects")
                        .path("id_token_claims")
                        .path("https://acme.example/globals")
                        .asText(),
                declared);
    }
}
