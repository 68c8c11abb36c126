package dev.postern;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.error.ActionsException;
import dev.postern.event.Event;
import dev.postern.trigger.Trigger;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the events that hosts give with what is documented, and adds what an event must have and can be empty. What is
 * only odd is logged, each thing once. Thread-safe.
 */
final class EventCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ActionsRuntime.class);
    private static final int MOST_LOGGED = 1000;

    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    /**
     * The event as Actions of the trigger expect it.
     *
     * @throws ActionsException {@code event_invalid} if something is missing
     */
    Event complete(Trigger trigger, Event event) {
        var schema = trigger.contract().event();
        var json = event.json();
        if (schema.documents("transaction", "id")) {
            var transaction = json.withObject("/transaction");
            if (!transaction.path("id").isTextual()) {
                transaction.put("id", newTransactionId());
            }
        }
        schema.fill(json);
        if (json.get("request") instanceof ObjectNode request) {
            // A request always has both; where they are not documented, no Action should find them.
            for (var part : new String[] {"query", "body"}) {
                if (!schema.documents("request", part) && request.path(part).isEmpty()) {
                    request.remove(part);
                }
            }
        }
        for (var warning : schema.check(json)) {
            if (logged.size() < MOST_LOGGED && logged.add(trigger.id() + ": " + warning)) {
                LOG.warn("{}: {}", trigger.id(), warning);
            }
        }
        return Event.of(json);
    }

    static String newTransactionId() {
        return "txn_" + UUID.randomUUID();
    }
}
