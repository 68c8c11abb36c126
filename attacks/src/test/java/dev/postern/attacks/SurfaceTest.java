package dev.postern.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.ActionsRuntime;
import dev.postern.event.Event;
import dev.postern.http.EgressPolicy;
import dev.postern.http.HttpLimits;
import dev.postern.sandbox.Limits;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing of the host is in reach of an Action: no object, no name, no frame, no path, and none in any error. */
final class SurfaceTest {

    private static final Limits LIMITS = Limits.defaults()
            .withWallClock(Duration.ofMinutes(3))
            .withCpuTime(Duration.ofMinutes(2))
            .withAllocatedBytes(8L << 30)
            .withConsoleBytes(64 << 20)
            .withOutputChars(256 << 20);
    private static final int LEAST_OBJECTS = 60;
    private static final int LEAST_OBJECTS_OF_THE_LANGUAGE = 3000;

    @ParameterizedTest
    @EnumSource
    void showsNothingOfTheHost(Trigger trigger) throws IOException {
        var written = new ArrayList<String>();
        try (var server = HostileServer.start();
                var runtime = ActionsRuntime.builder()
                        .withLimits(LIMITS)
                        .withEgress(tenant -> EgressPolicy.publicOnly().allowing(List.of("127.0.0.1:" + server.port())))
                        .withHttpLimits(HttpLimits.defaults().withTotalTime(Duration.ofSeconds(2)))
                        .withConsole((transaction, action, line) -> written.add(line.message()))
                        .build()) {
            var code = Files.readString(Path.of("src/test/resources/surface.js"))
                    .replace("exports.HANDLER", "exports." + trigger.executeHandler());
            var flow = Logins.flow(Logins.ATTACKER, trigger, code);
            var ending = Ending.of(runtime.start(flow, event(trigger, server.port())));

            var walked = written.stream()
                    .filter(line -> line.startsWith("WALKED "))
                    .findFirst()
                    .orElse("WALKED 0 0 " + ending)
                    .split(" ", 4);
            var least = trigger == Trigger.POST_LOGIN ? LEAST_OBJECTS_OF_THE_LANGUAGE : LEAST_OBJECTS;
            assertTrue(Integer.parseInt(walked[1]) >= least, () -> String.join(" ", walked));
            assertEquals(
                    List.of(),
                    written.stream().filter(line -> line.startsWith("FOUND ")).toList());
        }
    }

    /** One walk of the language is enough; it takes the server's port to begin it. */
    private static Event event(Trigger trigger, int port) {
        var event = trigger.sampleEvent();
        if (trigger == Trigger.POST_LOGIN && event.path("request") instanceof ObjectNode request) {
            request.putObject("query").put("port", String.valueOf(port));
        }
        return Event.of(event);
    }
}
