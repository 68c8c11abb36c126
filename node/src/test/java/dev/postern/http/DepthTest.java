package dev.postern.http;

import static dev.postern.http.Outcome.answer;
import static dev.postern.http.Outcome.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postern.http.OutboundException.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Actions whose requests start flows whose Actions send requests. */
final class DepthTest {

    private static final EgressPolicy LOCAL = EgressPolicy.none().allowing(List.of("127.0.0.1"));

    private final DepthHeader header = DepthHeader.ofThisProcess();

    @Test
    void refusesRequestsOfAFlowThatRequestsHaveLedToThreeTimesOver() throws Exception {
        try (var server = new TestServer(TestServer.ok("deep"));
                var client = new GuardedHttp(LOCAL, HttpLimits.defaults(), header)) {
            int depth = 0;
            for (int flow = 0; flow < 3; flow++) {
                answer(client.forExecution(depth).send(OutboundRequest.of("GET", server.url("/"))));
                depth = header.read(
                        server.requests().getLast().header(DepthHeader.NAME).orElseThrow());
                assertEquals(flow + 1, depth);
            }

            assertFails(
                    Reason.TOO_DEEP,
                    "requests of Actions have led to this flow 3 times over; an Action must not call its own server in"
                            + " a circle",
                    client.forExecution(depth).send(OutboundRequest.of("GET", server.url("/"))));
            assertEquals(3, server.requests().size());
        }
    }

    @Test
    void tellsTheDepthInsteadOfTheAction() throws Exception {
        try (var server = new TestServer(TestServer.ok("deep"));
                var client = new GuardedHttp(LOCAL, HttpLimits.defaults(), header)) {
            answer(client.forExecution(1)
                    .send(OutboundRequest.of("GET", server.url("/"))
                            .withHeaders(List.of(new Header("postern-depth", header.write(1))))));

            assertEquals(
                    List.of("Postern-Depth: " + header.write(2)),
                    server.requests().getLast().headers().stream()
                            .filter(line -> line.regionMatches(true, 0, "postern-depth", 0, 13))
                            .toList());
        }
    }

    @Test
    void readsTheGreatestOfSeveralDepths() {
        assertEquals(2, header.read(header.write(1) + ", " + header.write(2) + ",x"));
    }

    @Test
    void readsWhatAnotherServerWithTheSameKeyHasWritten() {
        var key = new byte[32];
        key[0] = 1;

        assertEquals(2, new DepthHeader(key).read(new DepthHeader(key).write(2)));
        assertEquals(0, new DepthHeader(new byte[32]).read(new DepthHeader(key).write(2)));
        assertThrows(IllegalArgumentException.class, () -> new DepthHeader(new byte[31]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3.", "3.00000000000000000000000000000000", "-1.x", ".", "99999999999.x", "३.x"})
    void believesNoDepthThatItHasNotSealed(String value) {
        assertEquals(0, header.read(value));
    }

    @Test
    void believesNoSealOfAnotherDepth() {
        assertEquals(0, header.read(header.write(1).replaceFirst("1", "3")));
    }

    @Test
    void hasNoNegativeDepth() {
        try (var client = new GuardedHttp(LOCAL, HttpLimits.defaults(), header)) {
            assertThrows(IllegalArgumentException.class, () -> client.forExecution(-1));
        }
    }
}
