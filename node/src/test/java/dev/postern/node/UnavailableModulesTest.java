package dev.postern.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Modules that would reach out of the sandbox. */
final class UnavailableModulesTest extends NodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"child_process", "dns", "fs", "fs/promises", "net", "tls", "vm", "worker_threads"})
    void loadAndRefuseToWork(String name) {
        assertEquals("\"ERR_FEATURE_UNAVAILABLE_ON_PLATFORM\"", NodeScript.result(sandbox, """
                const { anything } = require('node:%s');
                class Derived extends require('%s').Thing {}
                try {
                  new Derived();
                  return 'constructed';
                } catch (error) {
                  if (!error.message.includes('.Thing is not there for Actions')) throw error;
                }
                try {
                  return await anything('/etc/passwd');
                } catch (error) {
                  return error.code;
                }""".formatted(name, name)));
    }

    /** Packages read files that may be missing, and look at what the promise is rejected with. */
    @ParameterizedTest
    @ValueSource(strings = {"require('fs').promises", "require('fs/promises')", "require('node:dns/promises')"})
    void rejectThePromiseThatNodeWouldGive(String module) {
        assertEquals("\"ERR_FEATURE_UNAVAILABLE_ON_PLATFORM\"", NodeScript.result(sandbox, """
                return %s.readFile('x').catch((error) => error.code);""".formatted(module)));
    }

    @Test
    void areNotMistakenForPromises() {
        assertEquals("\"function\"", NodeScript.result(sandbox, "return typeof (await require('fs')).readFile;"));
    }

    @Test
    void whatIsNoModuleOfNodeIsNotFound() {
        assertEquals("\"MODULE_NOT_FOUND\"", NodeScript.result(sandbox, """
                try {
                  return require('unavailable/fs');
                } catch (error) {
                  return error.code;
                }"""));
    }
}
