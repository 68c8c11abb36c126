package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BundleCommandTest extends CommandTest {

    private static final String USES_PACKAGE =
            "exports.onExecutePostLogin = async (event) => { console.log(require('words') + event.secrets.KEY); };";
    private static final String SECRET = ", \"secrets\": [{\"name\": \"KEY\", \"value\": \"s3cr3t-value\"}]";

    private TenantExport export = new TenantExport(home);
    private Path bundle = Path.of(".");
    private String event = "";

    @BeforeEach
    void newExport() throws IOException {
        export = new TenantExport(home.resolve("acme"))
                .with("b", USES_PACKAGE, SECRET)
                .with("a", "exports.onExecutePostLogin = async () => { console.log('a'); };", "")
                .write("node_modules/words/package.json", "{\"version\": \"1.0.0\"}")
                .write("node_modules/words/index.js", "module.exports = 'words ';");
        bundle = home.resolve("acme.bundle");
        event = Files.writeString(home.resolve("event.json"), Cli.USER).toString();
    }

    private Cli.Printed bundle() {
        var printed = cli.run("bundle", export.toString(), "-o", bundle.toString());
        assertEquals(ExitCode.COMPLETED, printed.exit(), printed.err());
        return printed;
    }

    private Cli.Printed run(String... more) {
        return cli.run(Cli.with(new String[] {"run", bundle.toString(), "--event", event}, more));
    }

    @Test
    void runsAsTheExportDoesWithoutItsFiles() throws IOException {
        bundle();
        Files.move(home.resolve("acme"), home.resolve("gone"));
        var printed = run("--secret", "KEY=abc");
        assertEquals(ExitCode.COMPLETED, printed.exit(), printed.err());
        assertEquals("[b] info words abc\n[a] info a\n", printed.err());
    }

    @Test
    void holdsNoSecretAndAsksForThoseItNames() throws IOException {
        bundle();
        assertFalse(Files.readString(bundle).contains("s3cr3t"));
        var printed = run();
        assertEquals(ExitCode.USAGE, printed.exit());
        assertTrue(printed.err().contains("secrets without a value: KEY of 'b'."), printed.err());
    }

    @Test
    void givesASecretToTheActionThatDeclaresItAlone() throws IOException {
        export.with(
                "c", "exports.onExecutePostLogin = async (e) => { console.log(Object.keys(e.secrets).length); };", "");
        bundle();
        assertTrue(run("--secret", "KEY=abc").err().endsWith("[c] info 0\n"));
    }

    @Test
    void isTheSameByteForByte() throws IOException {
        var printed = bundle();
        var first = Files.readAllBytes(bundle);
        Files.delete(bundle);
        for (var file : new String[] {"actions/a/code.js", "node_modules/words/index.js"}) {
            var path = home.resolve("acme").resolve(file);
            var text = Files.readString(path);
            Files.delete(path);
            Files.writeString(path, text); // at another time, and in another order of the folder
        }
        assertEquals(printed.out(), bundle().out());
        assertArrayEquals(first, Files.readAllBytes(bundle));
        assertTrue(printed.out().matches("wrote " + bundle + ", sha256 [0-9a-f]{64}\n"), printed.out());
        export.write("node_modules/words/index.js", "module.exports = 'other ';");
        assertFalse(printed.out().equals(bundle().out()));
    }

    @Test
    void refusesABundleWithAnyByteChanged() throws IOException {
        bundle();
        var bytes = Files.readAllBytes(bundle);
        for (var i = 0; i < bytes.length; i += bytes.length / 97) {
            var changed = bytes.clone();
            changed[i] = (byte) (changed[i] == 'x' ? 'y' : 'x');
            Files.write(bundle, changed);
            var printed = run("--secret", "KEY=abc");
            assertEquals(ExitCode.USAGE, printed.exit(), "byte " + i + ": " + printed.err());
            assertEquals("", printed.out());
        }
        Files.write(bundle, bytes);
        assertEquals(ExitCode.COMPLETED, run("--secret", "KEY=abc").exit());
    }

    @Test
    void namesTheFileThatWasChanged() throws IOException {
        bundle();
        Files.writeString(bundle, Files.readString(bundle).replace("'words '", "'other '"));
        assertTrue(
                run().err().contains("has node_modules/words/index.js of 'b' in another form than it was made with"));
    }

    @Test
    void resumesWithTheSecretsItNames() throws IOException {
        export.with("b", """
                exports.onExecutePostLogin = async (event, api) => api.redirect.sendUserTo('https://acme.example');
                exports.onContinuePostLogin = async (event) => console.log(require('words') + event.secrets.KEY);
                """, SECRET);
        bundle();
        var paused = run("--secret", "KEY=abc", "--no-input");
        assertTrue(paused.out().contains("--secrets " + bundle), paused.out());
        var token = paused.out().replaceFirst("(?s).*postern resume (\\S+) .*", "$1");
        Files.move(home.resolve("acme"), home.resolve("gone"));
        var done = cli.run(
                "resume", token, "--secrets", bundle.toString(), "--secret", "KEY=abc", "--answer", "redirect:a=b");
        assertTrue(done.err().startsWith("[b] info words abc\n"), done.err());
    }

    @Test
    void bundlesAFolderOfScriptsForItsTrigger() throws IOException {
        var scripts = new TenantExport(home.resolve("scripts"))
                .write("2-b.js", "exports.onExecuteCredentialsExchange = async () => { console.log(2); };")
                .write("1-a.js", "exports.onExecuteCredentialsExchange = async () => { console.log(1); };")
                .write("secrets.json", "{\"K\": \"s3cr3t\"}")
                .write("postern.json", "{\"trigger\": \"credentials-exchange\"}");
        assertEquals(
                0,
                cli.run("bundle", scripts.toString(), "-o", bundle.toString()).exit());
        assertFalse(Files.readString(bundle).contains("s3cr3t"));
        Files.writeString(
                Path.of(event), Trigger.CREDENTIALS_EXCHANGE.sampleEvent().toString());
        var printed = run();
        assertEquals("[1-a.js] info 1\n[2-b.js] info 2\n", printed.err());
        var other = run("--trigger", "post-login");
        assertTrue(other.err().contains("binds no Action to post-login; it has some for: credentials-exchange"));
    }

    @Test
    void refusesWrongUsage() throws IOException {
        var noName =
                cli.run("bundle", export.toString(), "-o", home.resolve("a.zip").toString());
        assertTrue(noName.err().contains("the name of a bundle ends with .bundle, unlike"), noName.err());
        var trigger = cli.run("bundle", export.toString(), "-o", bundle.toString(), "--trigger", "post-login");
        assertEquals(ExitCode.USAGE, trigger.exit());
        bundle();
        assertTrue(cli.run("run", bundle.toString(), STEP_UP).err().contains("is a bundle, and is named alone"));
        assertTrue(cli.run("run", "none.bundle").err().contains("cannot read the bundle none.bundle"));
        assertEquals(
                ExitCode.USAGE,
                cli.runIn(Map.of(), "bundle", "none", "-o", bundle.toString()).exit());
    }
}
