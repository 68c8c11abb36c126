package dev.postern.node;

import static org.junit.jupiter.api.Assertions.fail;

import dev.postern.http.DepthHeader;
import dev.postern.http.EgressPolicy;
import dev.postern.http.GuardedHttp;
import dev.postern.http.HttpLimits;
import dev.postern.sandbox.GuestOutcome;
import dev.postern.sandbox.HostFunctions;
import dev.postern.sandbox.Invocation;
import dev.postern.sandbox.Limits;
import dev.postern.sandbox.ModuleFiles;
import dev.postern.sandbox.Sandbox;
import dev.postern.sandbox.Script;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A script that exports an async function {@code run}, of whose result a test sees the JSON. */
final class NodeScript {

    static final Limits LIMITS = Limits.defaults()
            .withWallClock(Duration.ofMinutes(2))
            .withCpuTime(Duration.ofMinutes(1))
            .withAllocatedBytes(8L << 30);

    private static final Script BOOTSTRAP = Script.of("postern:bootstrap", """
            (kit) => (input) => {
              let result;
              return { args: [(value) => (result = value), input.base], finish: () => JSON.stringify(result) };
            }""");

    private static final String MAIN =
            "exports.onTest = async (give, base) => give(await require('./script.js').run(base));";

    private static final CryptoCalls CRYPTO = new CryptoCalls();

    private static final GuardedHttp HTTP = new GuardedHttp(
            EgressPolicy.publicOnly().allowing(List.of("127.0.0.1")),
            HttpLimits.defaults(),
            DepthHeader.ofThisProcess());

    private NodeScript() {}

    /** Runs the script among these files. */
    static GuestOutcome run(Sandbox sandbox, String script, Map<String, String> others, Limits limits) {
        return run(sandbox, script, others, "", limits);
    }

    /** Runs the script, which is told where a server is. */
    static GuestOutcome run(Sandbox sandbox, String script, Map<String, String> others, String base, Limits limits) {
        var files = new HashMap<>(others);
        files.put("script.js", script);
        var main = Script.of("main.js", MAIN).withModules(ModuleFiles.of(files));
        try (var http = HTTP.forExecution(0)) {
            var fetch = new FetchCalls(() -> http);
            HostFunctions host =
                    name -> CRYPTO.find(name).or(() -> ZlibCalls.find(name)).or(() -> fetch.find(name));
            return sandbox.run(new Invocation(
                    "test", BOOTSTRAP, main, "onTest", "{\"base\":\"" + base + "\"}", host, limits, null));
        }
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
            case GuestOutcome.Died died -> fail("is " + died);
            case GuestOutcome.Overloaded overloaded -> fail("is " + overloaded);
        };
    }
}
