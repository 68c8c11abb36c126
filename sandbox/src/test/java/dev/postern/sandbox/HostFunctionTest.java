package dev.postern.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class HostFunctionTest {

    private static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = Guest.sandbox();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @AfterEach
    void leavesTheSandboxHealthy() {
        Guest.assertHealthy(sandbox);
    }

    @Test
    void getsAndGivesJson() {
        var invocation = Guest.with(
                Guest.handler("api.emit(api.call('add', { list: [1, 'é'] }));"),
                "add",
                argument -> HostMessage.of("{\"got\":" + argument.json() + "}"));
        assertEquals("[{\"got\":{\"list\":[1,\"é\"]}}]", Guest.returned(sandbox.run(invocation)));
    }

    @Test
    void refusesWithAnErrorOfTheGuest() {
        var error = Guest.threw(sandbox.run(Guest.handler("\napi.call('refuse', 'not today');")));
        assertEquals(
                new GuestError(
                        GuestError.Kind.THROWN, "Error", "not today", 3, "    at Object.<anonymous> (script.js:3:5)"),
                error);
    }

    @Test
    void failsTheRunWithItsOwnException() {
        var fault = new IllegalArgumentException("at /opt/server");
        var thrown =
                assertThrows(IllegalStateException.class, () -> sandbox.run(throwing("api.call('fails', 1);", fault)));
        assertSame(fault, thrown.getCause());
    }

    @Test
    void failsTheRunThoughTheGuestCatchesWhatItSees() {
        var fault = new NullPointerException("at /opt/server");
        var body = "try { api.call('fails', 1); } catch (error) { console.log(`${error}${error.stack}`); }\n";
        assertThrows(IllegalStateException.class, () -> sandbox.run(throwing(body, fault)));
        assertThrows(
                IllegalStateException.class, () -> sandbox.run(throwing(body + "await new Promise(() => {});", fault)));
    }

    @Test
    void givesAnErrorOfTheGuestWhereTheHostsStackEnds() {
        var invocation = Guest.with(
                Guest.handler(
                        "try { api.call('ends', 1); } catch (error) { api.emit(error instanceof Error && error.message); }"),
                "ends",
                argument -> {
                    throw new StackOverflowError();
                });
        assertEquals("[\"Maximum call stack size exceeded\"]", Guest.returned(sandbox.run(invocation)));
    }

    @Test
    void failsTheRunWhereThereIsNoSuchFunction() {
        assertThrows(IllegalStateException.class, () -> sandbox.run(Guest.handler("api.call('unknown', 1);")));
    }

    private static Invocation throwing(String body, RuntimeException fault) {
        return Guest.with(Guest.handler(body), "fails", argument -> {
            throw fault;
        });
    }
}
