package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents show is so: commands are run, their output compared, code is that of a sample, links lead somewhere. */
final class DocsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)\\)");
    private static final Pattern COMMAND = Pattern.compile("((?:\\w+=\\S+ )*)\\./postern (.*?)\\s+# exits (\\d+)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern TOKEN = Pattern.compile("postern resume (\\S+)");

    @TempDir
    private Path home = Path.of(".");

    static Stream<Path> documents() throws IOException {
        try (var docs = Files.walk(ROOT.resolve("docs"));
                var files = Files.list(ROOT)) {
            return Stream.concat(docs.toList().stream(), files.toList().stream())
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadToFiles(Path document) throws IOException {
        var folder = document.toAbsolutePath().normalize().resolveSibling(".");
        var links = LINK.matcher(Files.readString(document));
        while (links.find()) {
            assertTrue(Files.exists(folder.resolve(links.group(1))), document + " links to " + links.group(1));
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void jsonIsJson(Path document) throws IOException {
        for (var block : blocks(document)) {
            if (block.language().equals("json")) {
                new ObjectMapper().readTree(block.text());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void scriptsAreThoseOfASample(Path document) throws IOException {
        for (var block : blocks(document)) {
            if (block.language().equals("js")) {
                try (var files = Files.walk(ROOT.resolve("sample-actions"))) {
                    var isSample = false;
                    for (var file : files.filter(file -> file.toString().endsWith(".js"))
                            .toList()) {
                        isSample |= Files.readString(file).equals(block.text());
                    }
                    assertTrue(isSample, document + " shows a script that is no sample:\n" + block.text());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "README.md, 11",
        "docs/tenant-folder.md, 6",
        "docs/packages.md, 4",
        "docs/egress.md, 1",
        "docs/security/threat-model.md, 1"
    })
    void commandsDoWhatItSays(String document, int count) throws IOException {
        var cli = new Cli(home);
        var token = "";
        var commands = 0;
        var printed = new Cli.Printed(0, "", "");
        for (var block : blocks(ROOT.resolve(document))) {
            if (block.language().equals("text")) {
                assertEquals(stable(block.text()), stable(printed.out().isEmpty() ? printed.err() : printed.out()));
            }
            var command = COMMAND.matcher(block.language().equals("sh") ? block.text() : "");
            while (command.find()) {
                commands++;
                var words = words(command.group(2).replace("TOKEN", token));
                printed = cli.runIn(variables(command.group(1)), words);
                assertEquals(Integer.parseInt(command.group(3)), printed.exit(), command.group() + printed.err());
                var resume = TOKEN.matcher(printed.out());
                token = resume.find() ? resume.group(1) : token;
            }
        }
        assertEquals(count, commands);
        assertEquals(Files.readString(ROOT.resolve(document)).contains("TOKEN"), !token.isEmpty());
    }

    /** By the jsconfig.json that is made with it. */
    @Test
    void declarationsAreWrittenWhereEditorsReadThem() throws IOException {
        var cli = new Cli(home);
        cli.run(
                "new",
                "action",
                "post-login",
                "greet",
                "--dir",
                home.resolve("my-actions").toString());
        for (var block : blocks(ROOT.resolve("README.md"))) {
            var command = COMMAND.matcher(block.language().equals("sh") ? block.text() : "");
            while (command.find()) {
                if (command.group(2).startsWith("types ")) {
                    cli.run(words(command.group(2)));
                }
            }
        }
        assertTrue(Files.readString(home.resolve("my-actions").resolve("postern.d.ts"))
                .contains("CONSENT_SECRET: string;"));
    }

    /** Those set in front of a command. */
    private static Map<String, String> variables(String settings) {
        var variables = new HashMap<String, String>();
        for (var setting :
                (Iterable<String>) settings.lines().flatMap(line -> Stream.of(line.split(" ", -1)))::iterator) {
            var sign = setting.indexOf('=');
            if (sign > 0) {
                variables.put(setting.substring(0, sign), setting.substring(sign + 1));
            }
        }
        return variables;
    }

    private record Block(String language, String text) {}

    private static List<Block> blocks(Path document) throws IOException {
        return BLOCK.matcher(Files.readString(document))
                .results()
                .map(found -> new Block(found.group(1), found.group(2)))
                .toList();
    }

    /** The text without times and tokens, and with paths as from the root. */
    private String stable(String text) {
        return text.replace(ROOT + "/", "")
                .replace(home + "/", "")
                .replaceAll("\\d+\\.\\d ms", "N ms")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("postern resume \\S+", "postern resume TOKEN");
    }

    private String[] words(String command) {
        var words = new ArrayList<String>();
        var found = WORD.matcher(command);
        while (found.find()) {
            var word = found.group(1) == null ? found.group(2) : found.group(1);
            words.add(place(word));
        }
        return words.toArray(String[]::new);
    }

    /** Samples are where they are; what a document makes is made in a folder of the test. */
    private String place(String word) {
        if (word.startsWith("my-actions")) {
            return home.resolve(word).toString();
        }
        return word.startsWith("sample-actions") || word.startsWith("tenant-folder/")
                ? ROOT.resolve(word).toString()
                : word;
    }
}
