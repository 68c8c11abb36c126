package dev.postern.node;

import dev.postern.sandbox.Isolation;
import dev.postern.sandbox.Sandbox;
import dev.postern.sandbox.WorkerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A test of scripts on Node's platform, in a sandbox for all of them. */
abstract class NodeTest {

    /** The level that this run of the tests is about. */
    private static final Isolation ISOLATION = Isolation.valueOf(System.getProperty("postern.isolation", "IN_PROCESS"));

    static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = Sandbox.of(ISOLATION, NodePlatform.platform(), WorkerSettings.defaults());
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }
}
