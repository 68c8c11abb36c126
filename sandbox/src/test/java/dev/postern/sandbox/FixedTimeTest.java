package dev.postern.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class FixedTimeTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123Z");

    private static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = Guest.sandbox();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void showsInEveryWayToAskForTheTime() {
        assertEquals("[1767268800123]", emitted("api.emit(Date.now());"));
        assertEquals("[\"2026-01-01T12:00:00.123Z\"]", emitted("api.emit(new Date());"));
        assertEquals("[\"Thu Jan 01 2026 12:00:00\"]", emitted("api.emit(Date().slice(0, 24));"));
        assertEquals("[1767268800123]", emitted("api.emit(+Reflect.construct(Date, []));"));
        assertEquals("[1767268800123]", emitted("api.emit(+new (new Date(0).constructor)());"));
        assertEquals("[1767268800123]", emitted("class Own extends Date {}\napi.emit(+new Own());"));
    }

    @Test
    void doesNotPassWhileTheGuestWaits() {
        assertEquals(
                "[0]",
                emitted("const start = Date.now();\nawait new Promise((resolve) => setTimeout(resolve, 20));\n"
                        + "api.emit(Date.now() - start);"));
    }

    @Test
    void leavesOtherDatesAlone() {
        assertEquals("[\"1970-01-01T00:00:00.000Z\"]", emitted("api.emit(new Date(0));"));
        assertEquals("[\"2026-02-03T00:00:00.000Z\"]", emitted("api.emit(new Date('2026-02-03'));"));
        assertEquals("[\"2026-03-04T05:06:07.008Z\"]", emitted("api.emit(new Date(2026, 2, 4, 5, 6, 7, 8));"));
        assertEquals("[null]", emitted("api.emit(new Date(undefined));"));
        assertEquals("[0,0]", emitted("api.emit(Date.UTC(1970, 0));\napi.emit(Date.parse('1970-01-01'));"));
    }

    @Test
    void keepsTheClass() {
        assertEquals("[true,true,true,\"Date\",\"string\",\"[object Date]\"]", emitted("""
                        const date = new Date();
                        class Own extends Date {}
                        api.emit(date instanceof Date);
                        api.emit(new Own() instanceof Own && new Own(0) instanceof Date);
                        api.emit(date.constructor === Date);
                        api.emit(Date.name);
                        api.emit(typeof Date());
                        api.emit(Object.prototype.toString.call(date));
                        """));
    }

    @Test
    void isTheTimeOfDayWhereNoneIsFixed() {
        var before = System.currentTimeMillis();
        var shown = Guest.returned(sandbox.run(Guest.handler("api.emit(Date.now());")));
        var after = System.currentTimeMillis();
        var millis = Long.parseLong(shown.substring(1, shown.length() - 1));
        assertTrue(before <= millis && millis <= after, shown);
    }

    private static String emitted(String body) {
        return Guest.returned(sandbox.run(Guest.at(Guest.handler(body), NOW)));
    }
}
