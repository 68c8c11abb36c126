package dev.postern.factor;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Who performs the MFA of {@code api.multifactor.enable} (semantics 24). */
public enum MultifactorProvider {
    /** Any factor the tenant allows and the user has. */
    ANY("any"),
    /** Nobody: waives the tenant's policy. */
    NONE("none"),
    GUARDIAN("guardian"),
    GOOGLE_AUTHENTICATOR("google-authenticator"),
    DUO("duo");

    private final String id;

    MultifactorProvider(String id) {
        this.id = id;
    }

    @JsonValue
    public String id() {
        return id;
    }

    /** The provider of this name. */
    @JsonCreator
    public static MultifactorProvider parse(String id) {
        return Arrays.stream(values())
                .filter(provider -> provider.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no MFA provider is named '" + id + "'"));
    }
}
