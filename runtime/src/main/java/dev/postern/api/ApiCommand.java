package dev.postern.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.factor.DuoOptions;
import dev.postern.factor.FactorSelector;
import dev.postern.factor.MultifactorProvider;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of an {@code api} method that changes something, checked. A value is null where the Action passed
 * {@code undefined}, and a JSON null where it passed {@code null}.
 */
public sealed interface ApiCommand {

    /** {@code api.access.deny}. */
    record Deny(String reason) implements ApiCommand {
        public Deny {
            requireNonNull(reason, "reason");
        }
    }

    /** {@code api.idToken.setCustomClaim}. */
    record SetIdTokenClaim(String name, @Nullable JsonNode value) implements ApiCommand {}

    /** {@code api.accessToken.setCustomClaim}. */
    record SetAccessTokenClaim(String name, @Nullable JsonNode value) implements ApiCommand {}

    /** {@code api.accessToken.addScope}. */
    record AddScope(String scope) implements ApiCommand {}

    /** {@code api.accessToken.removeScope}. */
    record RemoveScope(String scope) implements ApiCommand {}

    /** {@code api.authentication.challengeWith}, or with a picker {@code challengeWithAny}. */
    record Challenge(List<FactorSelector> factors, boolean picker) implements ApiCommand {
        public Challenge {
            factors = List.copyOf(factors);
        }
    }

    /** {@code api.authentication.enrollWith}, or with a picker {@code enrollWithAny}. */
    record Enroll(List<FactorSelector> factors, boolean picker) implements ApiCommand {
        public Enroll {
            factors = List.copyOf(factors);
        }
    }

    /** {@code api.authentication.recordMethod}. */
    record RecordMethod(String providerUrl) implements ApiCommand {}

    /** {@code api.authentication.setPrimaryUser}. */
    record SetPrimaryUser(String userId) implements ApiCommand {}

    /** {@code api.multifactor.enable}. */
    record EnableMultifactor(
            MultifactorProvider provider,
            boolean allowRememberBrowser,
            @Nullable DuoOptions duo) implements ApiCommand {}

    /** {@code api.redirect.sendUserTo}. */
    record SendUserTo(String url, Map<String, String> query) implements ApiCommand {
        public SendUserTo {
            requireNonNull(url, "url");
            query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        }
    }

    /** {@code api.transaction.setMetadata}. */
    record SetTransactionMetadata(String name, JsonNode value) implements ApiCommand {}

    /** {@code api.user.setUserMetadata}. */
    record SetUserMetadata(String name, @Nullable JsonNode value) implements ApiCommand {}

    /** {@code api.user.setAppMetadata}. */
    record SetAppMetadata(String name, @Nullable JsonNode value) implements ApiCommand {}
}
