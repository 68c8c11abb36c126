package dev.postern.conformance;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.factor.Factor;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What a user's browser has come to. {@link SignedIn} and {@link Refused} are at the application, {@link SentAway} at
 * somebody else's site, the others are pages of the server.
 */
public sealed interface Screen {

    /**
     * The application has its tokens. Whoever makes this has checked their signatures, and the {@code state} that the
     * application sent.
     *
     * @param idToken the claims of the ID token
     * @param accessToken the claims of the access token
     */
    record SignedIn(JsonNode idToken, JsonNode accessToken) implements Screen {
        public SignedIn {
            requireNonNull(idToken, "idToken");
            requireNonNull(accessToken, "accessToken");
        }
    }

    /**
     * The application was told that there will be no tokens.
     *
     * @param error as OAuth calls it
     * @param description the {@code error_description}, or an empty string
     */
    record Refused(String error, String description) implements Screen {
        public Refused {
            requireNonNull(error, "error");
            requireNonNull(description, "description");
        }
    }

    /** The server says that the login has failed, or that there is none; the application hears nothing. */
    record Failed() implements Screen {}

    /** The server asks for this factor, which the user has. */
    record Challenge(Factor factor) implements Screen {
        public Challenge {
            requireNonNull(factor, "factor");
        }
    }

    /**
     * The server has the user set up this factor.
     *
     * @param factor which
     * @param secret what the page shows: the secret of a one-time password in Base32, or a recovery code
     */
    record Enrollment(Factor factor, String secret) implements Screen {
        public Enrollment {
            requireNonNull(factor, "factor");
            requireNonNull(secret, "secret");
        }
    }

    /** The user is to choose one of these factors, before anything is asked. */
    record Picker(List<Factor> factors) implements Screen {
        public Picker {
            factors = List.copyOf(factors);
        }
    }

    /** The browser is at this address, which is neither the server's nor the application's. */
    record SentAway(URI address) implements Screen {
        public SentAway {
            requireNonNull(address, "address");
        }
    }

    /**
     * The server shows a form of the tenant's.
     *
     * @param promptId which
     * @param fields its inputs, as they are filled in
     */
    record Form(String promptId, Map<String, String> fields) implements Screen {
        public Form {
            requireNonNull(promptId, "promptId");
            fields = Map.copyOf(fields);
        }
    }
}
