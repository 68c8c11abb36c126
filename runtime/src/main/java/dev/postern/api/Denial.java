package dev.postern.api;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Why what the user wants is refused.
 *
 * @param kind what refused it
 * @param code for the application, as the {@code error} of OAuth
 * @param reason for the application as {@code error_description}, and for the tenant's log; the Action's own words
 * @param userMessage what to tell the user, or null for the server's own words
 */
public record Denial(
        Kind kind, String code, String reason, @Nullable String userMessage) {

    /** What refused it. */
    public enum Kind {
        /** {@code api.access.deny}, a challenge that was not passed, or a step that the request does not allow. */
        ACCESS("access"),
        /** {@code api.validation.error}: code and reason are of an input that the user can mend. */
        VALIDATION("validation"),
        /** {@code api.access.rejectInvalidSubjectToken}: count it against the client. */
        INVALID_SUBJECT_TOKEN("invalid_subject_token"),
        /** {@code api.session.revoke}: the session ends as the effects say. */
        SESSION_REVOKED("session_revoked"),
        /** {@code api.refreshToken.revoke}: the refresh token ends. */
        REFRESH_TOKEN_REVOKED("refresh_token_revoked");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** Whether something ends by it, besides what the user wants. */
        public boolean isRevocation() {
            return switch (this) {
                case SESSION_REVOKED, REFRESH_TOKEN_REVOKED -> true;
                case ACCESS, VALIDATION, INVALID_SUBJECT_TOKEN -> false;
            };
        }

        /** The kind as documents show it. */
        public String id() {
            return id;
        }
    }

    /** The code of a denial that names none. */
    static final String ACCESS_DENIED = "access_denied";

    public Denial {
        requireNonNull(kind, "kind");
        requireNonNull(code, "code");
        requireNonNull(reason, "reason");
    }

    /** Names the kind only: code and reason are the Action's text. */
    @Override
    public String toString() {
        return "Denial[" + kind.id() + "]";
    }

    /** A plain refusal with {@code access_denied}. */
    public static Denial access(String reason) {
        return of(Kind.ACCESS, reason);
    }

    /** A refusal of this kind with {@code access_denied}. */
    public static Denial of(Kind kind, String reason) {
        return new Denial(kind, ACCESS_DENIED, reason, null);
    }

    /** The user is needed, and this request does not allow to ask. */
    public static Denial interactionRequired() {
        return new Denial(
                Kind.ACCESS,
                "interaction_required",
                "the login needs the user, and this request does not allow it",
                null);
    }
}
