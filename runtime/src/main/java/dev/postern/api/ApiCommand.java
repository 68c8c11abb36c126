package dev.postern.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    // ---- what ends or pauses the flow ----

    /** {@code api.access.deny}, and what else refuses what the user wants. */
    record Deny(Denial denial) implements ApiCommand {
        public Deny {
            requireNonNull(denial, "denial");
        }
    }

    /** {@code api.session.revoke}, or {@code api.refreshToken.revoke}: refuses as well. */
    record Revoke(Holder holder, String reason, boolean preserveRefreshTokens) implements ApiCommand {
        public Revoke {
            requireNonNull(reason, "reason");
        }
    }

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

    /** {@code api.multifactor.enable}. */
    record EnableMultifactor(
            MultifactorProvider provider,
            boolean allowRememberBrowser,
            @Nullable DuoOptions duo) implements ApiCommand {}

    /** {@code api.redirect.sendUserTo}. */
    record SendUserTo(String url, Map<String, String> query) implements ApiCommand {
        public SendUserTo {
            requireNonNull(url, "url");
            query = ordered(query);
        }
    }

    /** {@code api.prompt.render}. */
    record Render(String promptId, ObjectNode fields, ObjectNode vars) implements ApiCommand {}

    // ---- what later Actions of the flow see ----

    /** {@code api.authentication.recordMethod}. */
    record RecordMethod(String providerUrl) implements ApiCommand {}

    /** {@code api.transaction.setMetadata}. */
    record SetTransactionMetadata(String name, JsonNode value) implements ApiCommand {}

    /** {@code api.transaction.addTargetScope}. */
    record AddTargetScope(String scope) implements ApiCommand {}

    /** {@code api.transaction.removeTargetScope}. */
    record RemoveTargetScope(String scope) implements ApiCommand {}

    /** {@code api.transaction.setTargetScopes}, or without any {@code clearTargetScopes}. */
    record SetTargetScopes(List<String> scopes) implements ApiCommand {
        public SetTargetScopes {
            scopes = List.copyOf(scopes);
        }
    }

    // ---- what the host applies ----

    /** A command that does nothing but add to the {@link Effects}. */
    sealed interface Effect extends ApiCommand {}

    /** {@code api.idToken.setCustomClaim}. */
    record SetIdTokenClaim(String name, @Nullable JsonNode value) implements Effect {}

    /** {@code api.accessToken.setCustomClaim}. */
    record SetAccessTokenClaim(String name, @Nullable JsonNode value) implements Effect {}

    /** {@code api.accessToken.addScope}. */
    record AddScope(String scope) implements Effect {}

    /** {@code api.accessToken.removeScope}. */
    record RemoveScope(String scope) implements Effect {}

    /** {@code api.user.setUserMetadata}. */
    record SetUserMetadata(String name, @Nullable JsonNode value) implements Effect {}

    /** {@code api.user.setAppMetadata}. */
    record SetAppMetadata(String name, @Nullable JsonNode value) implements Effect {}

    /** {@code api.authentication.setPrimaryUser}. */
    record SetPrimaryUser(String userId) implements Effect {}

    /** {@code setExpiresAt} and {@code setIdleExpiresAt} of {@code api.session} and {@code api.refreshToken}. */
    record Shorten(Holder holder, boolean idle, long millis) implements Effect {}

    /** {@code setMetadata} of {@code api.session} and {@code api.refreshToken}; without a value, {@code deleteMetadata}. */
    record SetEntry(Holder holder, String key, @Nullable String value) implements Effect {}

    /** {@code evictMetadata} of {@code api.session} and {@code api.refreshToken}. */
    record EvictEntries(Holder holder) implements Effect {}

    /** {@code api.session.setCookieMode}. */
    record SetCookieMode(String mode) implements Effect {}

    /** {@code api.samlResponse.setAttribute}; a JSON null removes it. */
    record SetSamlAttribute(String name, JsonNode value) implements Effect {}

    /** The other methods of {@code api.samlResponse}: the setting as they name it, in camel case. */
    record SetSaml(String setting, JsonNode value) implements Effect {
        /** Whether the value is a private key. */
        boolean isKey() {
            return setting.equals("key");
        }

        /** Names the setting only. */
        @Override
        public String toString() {
            return "SetSaml[" + setting + "]";
        }
    }

    /** {@code api.transaction.setResultUrl}. */
    record SetResultUrl(String url, Map<String, String> query) implements Effect {
        public SetResultUrl {
            requireNonNull(url, "url");
            query = ordered(query);
        }
    }

    /** {@code api.user.setUserId}. */
    record SetUserId(String userId) implements Effect {}

    /** {@code api.authentication.setUserById} and {@code setUserByConnection}. */
    record BindUser(UserBinding user) implements Effect {}

    /** {@code api.authentication.setOrganization}. */
    record SetOrganization(String idOrName) implements Effect {}

    /** {@code api.authentication.setActor}. */
    record SetActor(ObjectNode actor) implements Effect {}

    /** {@code api.notification.retry} and {@code drop}. */
    record Notify(Notification notification) implements Effect {}

    /** What has a lifetime and metadata of its own. */
    enum Holder {
        SESSION,
        REFRESH_TOKEN
    }

    private static Map<String, String> ordered(Map<String, String> query) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }
}
