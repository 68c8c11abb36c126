package dev.postern;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.event.Request;
import dev.postern.factor.Factor;
import org.jspecify.annotations.Nullable;

/**
 * What the user has done, as the identity server has verified it. The request is the one that brought the answer: the
 * next Action sees it as {@code event.request}.
 */
public sealed interface Resumption {

    /** The request that brought the answer. */
    Request request();

    /** The user has passed this factor; null for Duo, whose own page offered the factors. */
    record Challenge(@Nullable Factor factor, Request request) implements Resumption {
        public Challenge {
            requireNonNull(request, "request");
        }
    }

    /**
     * The browser has passed a factor for this user before, and was remembered: the last challenge of a login, whose {@link
     * Awaiting.Challenge#allowRememberBrowser} says so, is let through without one (semantics 28). How a browser is known
     * again, and for how long, is the identity server's.
     */
    record RememberedBrowser(Request request) implements Resumption {
        public RememberedBrowser {
            requireNonNull(request, "request");
        }
    }

    /** The user has enrolled this factor and proved it. */
    record Enrollment(Factor factor, Request request) implements Resumption {
        public Enrollment {
            requireNonNull(factor, "factor");
            requireNonNull(request, "request");
        }
    }

    /** The browser has come back. The {@code state} of the request, in its query or body, must be the resume token. */
    record Redirect(Request request) implements Resumption {
        public Redirect {
            requireNonNull(request, "request");
        }
    }

    /**
     * The user has sent the form.
     *
     * @param fields what the form holds now, hidden ones as well; they replace those of the same name
     * @param vars what the server's side of the form holds now, likewise
     */
    record Prompt(ObjectNode fields, ObjectNode vars, Request request) implements Resumption {
        public Prompt {
            requireNonNull(fields, "fields");
            requireNonNull(vars, "vars");
            requireNonNull(request, "request");
        }

        /** Shows no value: they are what a user typed. */
        @Override
        public String toString() {
            return "Prompt";
        }
    }

    /**
     * The user has failed for good, or given up; the login is denied. A wrong code that may be tried again is not this.
     *
     * @param reason for the application, as {@code error_description}
     */
    record Failed(String reason, Request request) implements Resumption {
        public Failed {
            requireNonNull(reason, "reason");
            requireNonNull(request, "request");
        }

        /** Says no more: the reason may be about the user. */
        @Override
        public String toString() {
            return "Failed";
        }
    }
}
