package dev.postern;

import dev.postern.sandbox.GuestOutcome;

/** A flow's leave to run until it pauses or ends. Closed by whoever was given it. */
interface Turn extends AutoCloseable {

    /** An Action of the flow has ended so. */
    void ran(GuestOutcome outcome);

    @Override
    void close();
}
