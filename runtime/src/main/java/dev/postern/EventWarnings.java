package dev.postern;

import dev.postern.trigger.Trigger;

/** Hears what is odd about the events that a host gives: harmless, but no documented Action will use it. */
@FunctionalInterface
public interface EventWarnings {

    /**
     * Called once for each thing in each runtime, on the thread that starts the flow.
     *
     * @param trigger whose events are documented otherwise
     * @param warning names the event's member by its path, and shows no value
     */
    void warn(Trigger trigger, String warning);
}
