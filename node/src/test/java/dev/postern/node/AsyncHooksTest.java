package dev.postern.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Where AsyncLocalStorage differs from Node's; what is the same is in {@code cases/core/async-hooks}. */
final class AsyncHooksTest extends NodeTest {

    private static final String SETUP = """
            const { AsyncLocalStorage } = require('async_hooks');
            const storage = new AsyncLocalStorage();
            const later = () => new Promise((resolve) => setTimeout(resolve, 1));
            """;

    @Test
    void throwsRatherThanMistakeOneRunForAnother() {
        assertEquals("[\"ERR_FEATURE_UNAVAILABLE_ON_PLATFORM\",\"y\"]", NodeScript.result(sandbox, SETUP + """
                const work = async () => {
                  await later();
                  try {
                    return storage.getStore();
                  } catch (error) {
                    return error.code;
                  }
                };
                return Promise.all([storage.run('x', work), storage.run('y', work)]);"""));
    }

    @Test
    void givesWhatRunsAtATimeHaveInCommon() {
        assertEquals("[\"same\",\"same\"]", NodeScript.result(sandbox, SETUP + """
                const work = async () => {
                  await later();
                  return storage.getStore();
                };
                return Promise.all([storage.run('same', work), storage.run('same', work)]);"""));
    }

    @Test
    void takesCodeAfterAnAwaitToBelongToTheRunUnderWay() {
        assertEquals("\"x\"", NodeScript.result(sandbox, SETUP + """
                let end;
                const run = storage.run('x', async () => new Promise((resolve) => (end = resolve)));
                await later();
                const store = storage.getStore(); // undefined in Node
                end();
                await run;
                return store;"""));
    }

    @Test
    void givesTheErrorOfAFailedRun() {
        assertEquals("\"boom\"", NodeScript.result(sandbox, SETUP + """
                const run = storage.run('x', async () => {
                  await later();
                  throw new Error('boom');
                });
                try {
                  await run;
                } catch (error) {
                  return error.message;
                }"""));
    }
}
