package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.event.Event;
import dev.postern.event.Request;
import dev.postern.factor.Factor;
import dev.postern.snapshot.ResumeToken;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fuzzing has found, or could not in small inputs: data of users and of broken guests that are odd, deep or many. */
final class HostileDataTest {

    private static final int DEEPEST = 500;
    private static final int OUTPUT_CHARS = 1 << 20;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final ActionsRuntime runtime = ActionsRuntime.builder().build();

    @AfterEach
    void close() {
        runtime.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'\\ud800', 1", "'a', { '\\ud800': 1 }"})
    void refusesANameOfHalfACharacter(String args) {
        var flow = Flows.of("api.idToken.setCustomClaim(" + args + "); api.multifactor.enable('any');");
        var failed = assertInstanceOf(FlowResult.Failed.class, runtime.start(flow, Flows.event("auth0|1")));
        assertEquals(ErrorCode.COMMAND_INVALID, failed.error().code());
    }

    @Test
    void keepsAValueOfHalfACharacter() {
        var paused = pause(Flows.event("auth0|1"), "api.idToken.setCustomClaim('a', '\\ud800');");
        var completed = assertInstanceOf(FlowResult.Completed.class, answer(paused.resumeToken(), Flows.request()));
        assertEquals(
                TextNode.valueOf("\ud800"), completed.effects().idTokenClaims().get("a"));
    }

    @Test
    void refusesATransactionThatIsNoObject() {
        var event = Flows.event("auth0|1").withMember(TextNode.valueOf("t"), "transaction");
        assertEquals(ErrorCode.EVENT_INVALID, refusal(event));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "9"})
    void refusesAnEventThatIsMoreThanCanBeRead(String part) {
        var text = "{\"user\":" + part.repeat(2000);
        assertEquals(
                ErrorCode.EVENT_INVALID,
                assertThrows(ActionsException.class, () -> Event.parse(text)).code());
    }

    @Test
    void takesAnEventAsDeepAsItMayBeThroughAPause() {
        var paused = pause(deepEvent(DEEPEST - 2), "");
        assertInstanceOf(FlowResult.Completed.class, answer(paused.resumeToken(), deepRequest(DEEPEST - 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {DEEPEST - 1, 2000})
    void refusesADeeperEvent(int depth) {
        assertEquals(ErrorCode.EVENT_INVALID, refusal(deepEvent(depth)));
    }

    @Test
    void waitsOnAfterADeeperRequest() {
        var token = pause(Flows.event("auth0|1"), "").resumeToken();
        var refused = assertThrows(ActionsException.class, () -> answer(token, deepRequest(DEEPEST)));
        assertEquals(ErrorCode.EVENT_INVALID, refused.code());
        assertInstanceOf(FlowResult.Completed.class, answer(token, Flows.request()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"flow\":null,\"awaiting\":null,\"expiresAtMillis\":0}",
            })
    void refusesASnapshotThatLacksAll(String text) {
        assertThrows(ActionsException.class, () -> PausedState.fromJson(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** As many commands as the longest output holds take no more than their share of time. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"method\":\"user.setAppMetadata\",\"args\":[\"k#\",{\"a\":[1]}]}",
                "{\"method\":\"idToken.setCustomClaim\",\"args\":[\"k#\",1]}",
                "{\"method\":\"accessToken.setCustomClaim\",\"args\":[\"k#\",1]}",
                "{\"method\":\"accessToken.addScope\",\"args\":[\"s#\"]}",
                "{\"method\":\"transaction.setMetadata\",\"args\":[\"k#\",1]}",
                "{\"method\":\"session.setMetadata\",\"args\":[\"k#\",\"v\"]}",
                "{\"method\":\"refreshToken.setMetadata\",\"args\":[\"k#\",\"v\"]}",
                "{\"method\":\"samlResponse.setAttribute\",\"args\":[\"k#\",\"v\"]}",
                "{\"method\":\"authentication.recordMethod\",\"args\":[\"https://example.com/#\"]}",
                "{\"method\":\"authentication.challengeWith\",\"args\":[{\"type\":\"otp\"}]}",
                "{\"method\":\"access.deny\",\"args\":[\"no #\"]}",
            })
    void takesTenThousandCommandsInTime(String command) throws Exception {
        var list = new StringBuilder("{\"continues\":true,\"commands\":[");
        for (var i = 0; i < 10_000 && list.length() + command.length() < OUTPUT_CHARS - 10; i++) {
            list.append(i == 0 ? "" : ",").append(command.replace("#", String.valueOf(i)));
        }
        inTime(list + "]}");
    }

    @Test
    void readsOneHugeValueInTime() throws Exception {
        var half = OUTPUT_CHARS / 2;
        inTime("[".repeat(OUTPUT_CHARS));
        inTime("{\"a\":".repeat(half / 3));
        inTime("9".repeat(OUTPUT_CHARS));
        inTime("{\"continues\":true,\"commands\":[{\"method\":\"" + "m".repeat(half) + "\"}]}");
        inTime("{\"continues\":true,\"commands\":[{\"method\":\"redirect.sendUserTo\",\"args\":[\"https://a.example/"
                + "%".repeat(half) + "\"]}]}");
        inTime("{\"continues\":true,\"commands\":[{\"method\":\"redirect.sendUserTo\",\"args\":[\"https://"
                + "\u00e4.".repeat(half / 2) + "\"]}]}");
        inTime("{\"continues\":true,\"commands\":[{\"method\":\"idToken.setCustomClaim\",\"args\":[\"a\",["
                + "[],".repeat(half / 3) + "[]]]}]}");
    }

    private static void inTime(String handed) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        var start = threads.getCurrentThreadCpuTime();
        new CommandListFuzz().endsInAResultAndLeavesTheFlowBeforeItAsItWas(handed, new byte[0]);
        var took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
        assertTrue(took.compareTo(LONGEST) < 0, took + " of processor time");
    }

    private FlowResult.Paused pause(Event event, String body) {
        var flow = Flows.of(body + "api.authentication.challengeWith({ type: 'otp' });", "");
        return assertInstanceOf(FlowResult.Paused.class, runtime.start(flow, event));
    }

    private FlowResult answer(ResumeToken token, Request request) {
        return runtime.resume(token, new Resumption.Challenge(Factor.OTP, request));
    }

    private ErrorCode refusal(Event event) {
        return assertThrows(ActionsException.class, () -> runtime.start(Flows.of(""), event))
                .code();
    }

    private static Event deepEvent(int depth) {
        return Flows.event("auth0|1").withMember(deep(depth), "user", "user_metadata");
    }

    private static Request deepRequest(int depth) {
        return Request.of(Flows.request().json().<ObjectNode>set("geoip", deep(depth)));
    }

    private static ObjectNode deep(int depth) {
        var node = JsonNodeFactory.instance.objectNode();
        for (var i = 1; i < depth; i++) {
            node = JsonNodeFactory.instance.objectNode().set("a", node);
        }
        return node;
    }
}
