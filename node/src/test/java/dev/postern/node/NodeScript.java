package dev.postern.node;

import static org.junit.jupiter.api.Assertions.fail;

import dev.postern.sandbox.GuestOutcome;
import dev.postern.sandbox.HostFunctions;
import dev.postern.sandbox.Invocation;
import dev.postern.sandbox.Limits;
import dev.postern.sandbox.ModuleFiles;
import dev.postern.sandbox.Sandbox;
import dev.postern.sandbox.Script;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A script that exports an async function {@code run}, of whose result a test sees the JSON. */
final class NodeScript {

    static final Limits LIMITS = Limits.defaults()
            .withWallClock(Duration.ofMinutes(2))
            .withCpuTime(Duration.ofMinutes(1))
            .withAllocatedBytes(8L << 30);

    private static final Script BOOTSTRAP = Script.of("postern:bootstrap", """
            (kit) => () => {
              let result;
              return { args: [(value) => (result = value)], finish: () => JSON.stringify(result) };
            }""");

    private static final String MAIN = "exports.onTest = async (give) => give(await require('./script.js').run());";

    private static final CryptoCalls CRYPTO =
            new CryptoCalls(task -> Thread.ofPlatform().daemon().start(task));
    private static final HostFunctions HOST = name -> CRYPTO.find(name).or(() -> ZlibCalls.find(name));

    private NodeScript() {}

    /** Runs the script among these files. */
    static GuestOutcome run(Sandbox sandbox, String script, Map<String, String> others, Limits limits) {
        var files = new HashMap<>(others);
        files.put("script.js", script);
        var main = Script.of("main.js", MAIN).withModules(ModuleFiles.of(files));
        return sandbox.run(new Invocation(BOOTSTRAP, main, "onTest", "{}", HOST, limits, null));
    }

    /** The JSON of what a function of this body gives. */
    static String result(Sandbox sandbox, String body) {
        return json(run(sandbox, "exports.run = async () => {\n" + body + "\n};\n", Map.of(), LIMITS));
    }

    static String json(GuestOutcome outcome) {
        return switch (outcome) {
            case GuestOutcome.Returned returned -> returned.json();
            case GuestOutcome.Threw threw ->
                fail(threw.error().name() + ": " + threw.error().message() + "\n"
                        + threw.error().stack());
            case GuestOutcome.LimitExceeded exceeded -> fail("is " + exceeded);
            case GuestOutcome.Cancelled cancelled -> fail("is " + cancelled);
        };
    }
}
