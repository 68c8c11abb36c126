package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * TypeScript's compiler takes the declarations, every sample and every Action to start from, and refuses calls that are
 * wrong. It is fetched into {@code target} the first time; where Node or npm are missing there is nothing to test with.
 */
final class TypeScriptTest extends CommandTest {

    private static final Path FOLDER = Path.of("target", "typescript", System.getProperty("typescript.version"));
    private static final Path COMPILER =
            FOLDER.resolve("node_modules").resolve(".bin").resolve("tsc");

    private record Ended(int exit, String out) {}

    @BeforeAll
    static void fetchTheCompiler() throws IOException, InterruptedException {
        assumeTrue(isThere("node") && isThere("npm"), "Node and npm are not installed");
        if (!Files.exists(COMPILER)) {
            Files.createDirectories(FOLDER);
            var fetched = run(
                    "npm",
                    "install",
                    "--no-save",
                    "--no-audit",
                    "--no-fund",
                    "--prefix",
                    FOLDER.toString(),
                    "typescript@" + System.getProperty("typescript.version"));
            assumeTrue(fetched.exit() == 0, "npm cannot fetch TypeScript: " + fetched.out());
        }
    }

    private static boolean isThere(String command) throws InterruptedException {
        try {
            return run(command, "--version").exit() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Ended run(String... command) throws IOException, InterruptedException {
        var out = Files.createTempFile("postern", ".out");
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Ended(-1, "it took too long");
            }
            return new Ended(process.exitValue(), Files.readString(out));
        } finally {
            Files.delete(out);
        }
    }

    /** Checks the Actions in the home folder. */
    private Ended check() throws IOException, InterruptedException {
        assertEquals(0, cli.run("types", home.toString()).exit());
        return run(COMPILER.toString(), "-p", home.resolve("jsconfig.json").toString());
    }

    private void copySamples(String before) throws IOException {
        for (var sample : SamplesTest.samples().toList()) {
            var folder = Files.createDirectories(home.resolve(sample.getFileName()));
            try (var files = Files.list(sample)) {
                for (var file :
                        files.filter(each -> each.toString().endsWith(".js")).toList()) {
                    var code = Files.readString(file)
                            .replaceAll("(?m)^exports\\.o(n\\w+) =", before.replace("HANDLER", "O$1") + "$0");
                    Files.writeString(folder.resolve(file.getFileName()), code);
                }
            }
        }
    }

    @Test
    void acceptsEverySampleAsItIs() throws Exception {
        copySamples("");
        assertEquals(new Ended(0, ""), check());
    }

    @Test
    void acceptsEverySampleWithTypes() throws Exception {
        copySamples("/** @type {Postern.HANDLER} */\n");
        assertEquals(new Ended(0, ""), check());
    }

    @Test
    void acceptsTheDeclarationsAndEveryNewActionWhenStrict() throws Exception {
        for (var trigger : Trigger.values()) {
            assertEquals(
                    0,
                    cli.run("new", "action", trigger.id(), trigger.id(), "--dir", home.toString())
                            .exit());
        }
        check();
        var strict = run(
                COMPILER.toString(),
                "--strict",
                "true",
                "-p",
                home.resolve("jsconfig.json").toString());
        assertEquals(new Ended(0, ""), strict);
    }

    @Test
    void acceptsWhatActionsDo() throws Exception {
        cli.script("1-does.js", """
                /**
                 * @param {import('./postern').PostLoginEvent} event
                 * @param {Postern.PostLoginApi} api
                 */
                module.exports.onExecutePostLogin = async (event, api) => {
                  const timer = setTimeout((text) => console.log(text), 10, 'late');
                  clearTimeout(timer.unref());
                  await new Promise((resolve) => setImmediate(resolve));
                  queueMicrotask(() => console.group());
                  api.idToken.setCustomClaim('a', 1).accessToken.setCustomClaim('b', [event.secrets.ANY]);
                  api.authentication.challengeWithAny(event.user.enrolledFactors.map(({ type }) => ({ type })));
                  const { groups, next } = await api.groups.getUserGroups({ take: 10 });
                  const kept = api.cache.get('key')?.value ?? groups[0].name + next;
                  const set = api.cache.set('key', kept, { ttl: 1000 });
                  if (set.type === 'error') console.warn(set.code);
                  for (const of of new Set([event.user.company]).union(new Set([1]))) console.log(of);
                };
                """);
        assertEquals(new Ended(0, ""), check());
    }

    @Test
    void refusesWhatIsWrong() throws Exception {
        var wrong = List.of(
                "api.idToken.setCustomClaims('a', 1);",
                "api.idToken.setCustomClaim('a');",
                "api.authentication.challengeWith({ type: 'sms' });",
                "api.authentication.enrollWith({ type: 'email' });",
                "api.notification.drop('of another trigger');",
                "api.session.setCookieMode('forever');",
                "api.cache.set('key', 1);",
                "api.cache.get('key').ttl;",
                "event.secret;",
                "event.client.clientId;",
                "event.request.geoip.countryCode.code;",
                "if (event.transaction.protocol === 'oidc') return;",
                "process.exit();",
                "new WebSocket('wss://acme.example');");
        cli.script(
                "1-wrong.js",
                "/** @type {Postern.OnExecutePostLogin} */\nexports.onExecutePostLogin = async (event, api) => {\n"
                        + String.join("\n", wrong) + "\n};\n");
        var checked = check();
        assertTrue(checked.exit() != 0, checked.out());
        for (var i = 0; i < wrong.size(); i++) {
            assertTrue(
                    checked.out().contains("1-wrong.js(" + (i + 3) + ","),
                    wrong.get(i) + " is accepted:\n" + checked.out());
        }
        assertEquals(
                wrong.size(),
                checked.out()
                        .lines()
                        .filter(line -> line.contains("): error TS"))
                        .count(),
                checked.out());
    }

    @Test
    void refusesASecretThatTheTenantDoesNotHave() throws Exception {
        cli.script("1-secret.js", """
                /** @type {Postern.OnExecuteCredentialsExchange} */
                exports.onExecuteCredentialsExchange = async (event) => {
                  console.log(event.secrets.API_KEY.length);
                  console.log(event.secrets.APY_KEY);
                };
                """);
        cli.run("types", home.toString(), "--secret", "API_KEY=x");
        var checked =
                run(COMPILER.toString(), "-p", home.resolve("jsconfig.json").toString());
        assertTrue(
                checked.out().contains("1-secret.js(4,29): error TS2551: Property 'APY_KEY' does not exist"),
                checked.out());
        assertEquals(1, checked.out().lines().count(), checked.out());
    }
}
