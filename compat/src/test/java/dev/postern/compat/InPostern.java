package dev.postern.compat;

import dev.postern.http.DepthHeader;
import dev.postern.http.EgressPolicy;
import dev.postern.http.GuardedHttp;
import dev.postern.http.HttpLimits;
import dev.postern.node.FetchCalls;
import dev.postern.node.NodeCalls;
import dev.postern.node.NodePlatform;
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

/** Runs cases in one sandbox, whose guard lets them reach the loopback address. */
final class InPostern implements AutoCloseable {

    /** Wide, for what is compared is the work; the time is in the table. */
    private static final Limits LIMITS = Limits.defaults()
            .withWallClock(Duration.ofMinutes(2))
            .withCpuTime(Duration.ofMinutes(1))
            .withAllocatedBytes(8L << 30);

    private static final Script BOOTSTRAP = Script.of("postern:bootstrap", """
            (kit) => (input) => {
              let result;
              const give = (value) => (result = value);
              return { args: [give, input.base, input.material], finish: () => JSON.stringify(result) };
            }""");

    private static final String MAIN = """
            exports.onTest = async (give, base, material) => give(await require('./script.js').run(base, material));
            """;

    private final Sandbox sandbox = Sandbox.inProcess(NodePlatform.platform());
    private final NodeCalls calls = new NodeCalls();
    private final GuardedHttp http = new GuardedHttp(
            EgressPolicy.publicOnly().allowing(List.of("127.0.0.1")),
            HttpLimits.defaults(),
            DepthHeader.ofThisProcess());
    private final String input;

    InPostern(String input) {
        this.input = input;
    }

    /** A script among files, which may run again and again. */
    static Script script(String text, Map<String, String> packages) {
        var files = new HashMap<>(packages);
        files.put("script.js", text);
        return Script.of("main.js", MAIN).withModules(ModuleFiles.of(files));
    }

    /** Its JSON, or what it threw. */
    Result run(Script script) {
        try (var execution = http.forExecution(0)) {
            var fetch = new FetchCalls(() -> execution);
            HostFunctions host = name -> calls.find(name).or(() -> fetch.find(name));
            return switch (sandbox.run(
                    new Invocation("test", BOOTSTRAP, script, "onTest", input, host, LIMITS, null))) {
                case GuestOutcome.Returned returned -> new Result.Json(returned.json());
                case GuestOutcome.Threw threw ->
                    new Result.Thrown(threw.error().name() + ": "
                            + threw.error().message() + "\n" + threw.error().stack());
                case GuestOutcome.LimitExceeded exceeded -> new Result.Thrown(exceeded.toString());
                case GuestOutcome.Cancelled cancelled -> new Result.Thrown(cancelled.toString());
                case GuestOutcome.Died died -> new Result.Thrown(died.toString());
                case GuestOutcome.Overloaded overloaded -> new Result.Thrown(overloaded.toString());
            };
        }
    }

    @Override
    public void close() {
        sandbox.close();
        http.close();
    }
}
