package dev.postern.attacks;

import dev.postern.ActionsRuntime;
import dev.postern.ActionsRuntimeBuilder;
import dev.postern.sandbox.Isolation;
import java.util.EnumSet;
import java.util.Set;

/** The levels of isolation that the attacks are played at. What this class says is said nowhere else. */
final class Levels {

    /** Where the suite runs. */
    static final Set<Isolation> ENABLED = EnumSet.of(Isolation.IN_PROCESS);

    /** Whether a guest that cannot be stopped in this process loses its thread, and its caller gets an answer in time. */
    static final boolean QUARANTINES_IN_PROCESS = Boolean.getBoolean("attacks.quarantined");

    /** Whether a guest that runs out of stack while a class gets ready leaves that class usable for others. */
    static final boolean SURVIVES_STARVED_CLASSES = Boolean.getBoolean("attacks.starved");

    private Levels() {}

    static boolean plays(Attack attack, Isolation level) {
        return level == Isolation.PROCESS
                || ((QUARANTINES_IN_PROCESS || !attack.quarantined()) && (SURVIVES_STARVED_CLASSES || !attack.first()));
    }

    static ActionsRuntimeBuilder builder(Isolation level) {
        return switch (level) {
            case IN_PROCESS -> ActionsRuntime.builder();
            case PROCESS -> throw new UnsupportedOperationException("no worker processes yet");
        };
    }
}
