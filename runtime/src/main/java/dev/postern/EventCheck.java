package dev.postern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.event.Event;
import dev.postern.trigger.Trigger;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the events that hosts give with what is documented, and adds what an event must have and can be empty. What is
 * only odd is warned of, each thing once. Thread-safe.
 */
final class EventCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ActionsRuntime.class);
    private static final int MOST_WARNINGS = 1000;

    /** How deep what a host gives may be nested, to be handed to an Action and read back from a snapshot. */
    private static final int MAX_DEPTH = 500;

    /** Writes the warnings to the log. */
    static final EventWarnings LOGGED = (trigger, warning) -> LOG.warn("{}: {}", trigger.id(), warning);

    private final EventWarnings warnings;
    private final Set<String> given = ConcurrentHashMap.newKeySet();

    EventCheck(EventWarnings warnings) {
        this.warnings = warnings;
    }

    /**
     * The event as Actions of the trigger expect it.
     *
     * @throws ActionsException {@code event_invalid} if something is missing, the transaction is none, or
     *     the event is nested too deep
     */
    Event complete(Trigger trigger, Event event) {
        var schema = trigger.contract().event();
        checkDepth("the event", event.at());
        var json = event.json();
        if (schema.documents("transaction", "id")) {
            var old = json.path("transaction");
            if (!old.isObject() && !old.isMissingNode() && !old.isNull()) {
                throw new ActionsException(
                        ErrorCode.EVENT_INVALID, "event.transaction is not an object; give one, or leave it out");
            }
            var transaction = json.withObject("/transaction");
            if (!transaction.path("id").isTextual()) {
                transaction.put("id", newTransactionId());
            }
        }
        schema.fill(json);
        for (var warning : schema.check(json)) {
            if (given.size() < MOST_WARNINGS && given.add(trigger.id() + ": " + warning)) {
                warnings.warn(trigger, warning);
            }
        }
        return Event.of(json);
    }

    /** Refuses what is nested too deep: a user's own request may be. */
    static void checkDepth(String what, JsonNode json) {
        if (isDeeper(json, MAX_DEPTH)) {
            throw new ActionsException(ErrorCode.EVENT_INVALID, what + " is nested more than " + MAX_DEPTH + " deep");
        }
    }

    private static boolean isDeeper(JsonNode json, int depth) {
        if (depth == 0) {
            return json.isContainerNode();
        }
        for (var child : json) {
            if (isDeeper(child, depth - 1)) {
                return true;
            }
        }
        return false;
    }

    static String newTransactionId() {
        return "txn_" + UUID.randomUUID();
    }
}
