package dev.postern.node;

import dev.postern.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A test of scripts on Node's platform, in a sandbox for all of them. */
abstract class NodeTest {

    static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = Sandbox.inProcess(NodePlatform.platform());
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }
}
