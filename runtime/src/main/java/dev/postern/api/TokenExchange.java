package dev.postern.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a custom token exchange has found out (semantics 77).
 *
 * @param user who the tokens are for; null only before an Action has said so
 * @param organization id or name, or null
 * @param actor the acting party, for the {@code act} claim, or null. With one, no refresh token is given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenExchange(
        @Nullable UserBinding user,
        @Nullable String organization,
        @Nullable ObjectNode actor) {

    static final TokenExchange NONE = new TokenExchange(null, null, null);

    TokenExchange withUser(UserBinding user) {
        return new TokenExchange(user, organization, actor);
    }

    TokenExchange withOrganization(String organization) {
        return new TokenExchange(user, organization, actor);
    }

    TokenExchange withActor(ObjectNode actor) {
        return new TokenExchange(user, organization, actor);
    }

    /** Shows no value: they are personal data. */
    @Override
    public String toString() {
        return "TokenExchange";
    }
}
