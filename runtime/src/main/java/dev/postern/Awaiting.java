package dev.postern;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.factor.DuoOptions;
import dev.postern.factor.Factor;
import dev.postern.factor.FactorSelector;
import dev.postern.factor.MultifactorProvider;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the user has to do before a paused flow goes on. Each case is answered by the {@link Resumption} of the same
 * name, or by {@link Resumption.Failed}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Awaiting.Challenge.class, name = "challenge"),
    @JsonSubTypes.Type(value = Awaiting.Enrollment.class, name = "enrollment"),
    @JsonSubTypes.Type(value = Awaiting.Redirect.class, name = "redirect"),
    @JsonSubTypes.Type(value = Awaiting.Prompt.class, name = "prompt")
})
public sealed interface Awaiting {

    /** Whether this is the MFA after all Actions: once it is answered the login completes and no Action runs. */
    @JsonProperty("final")
    boolean isFinal();

    /**
     * The user must pass one of these factors.
     *
     * @param factors usable ones, the default first; empty only for Duo, whose own page offers the factors
     * @param picker whether to let the user choose before anything is asked
     * @param provider who performs it
     * @param allowRememberBrowser whether a browser that passed before, and was remembered, may be let through
     * @param duo the Duo application, or null for that of the tenant; not part of what is printed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Challenge(
            @JsonProperty("final") boolean isFinal,
            List<FactorSelector> factors,
            boolean picker,
            MultifactorProvider provider,
            boolean allowRememberBrowser,
            @Nullable DuoOptions duo)
            implements Awaiting {
        public Challenge {
            factors = List.copyOf(factors);
            requireNonNull(provider, "provider");
        }
    }

    /**
     * The user must enroll one of these factors, and prove it in doing so.
     *
     * @param factors the default first
     * @param picker whether to let the user choose before anything is asked
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Enrollment(@JsonProperty("final") boolean isFinal, List<FactorSelector> factors, boolean picker)
            implements Awaiting {
        public Enrollment {
            factors = List.copyOf(factors);
        }
    }

    /**
     * The browser must be sent to this URL, which carries the resume token in {@code state}.
     *
     * @param url where to
     */
    @JsonIgnoreProperties(value = "final", allowGetters = true)
    record Redirect(URI url) implements Awaiting {
        public Redirect {
            requireNonNull(url, "url");
        }

        @Override
        @JsonProperty("final")
        public boolean isFinal() {
            return false;
        }

        /** Without the query, which holds the resume token. */
        @Override
        public String toString() {
            return "Redirect[" + url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath() + "]";
        }
    }

    /**
     * The user must be shown this form.
     *
     * @param promptId of the form
     * @param fields what it is filled with: the user's browser may see them
     * @param vars for the server's side of the form only; not part of what is printed
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonIgnoreProperties(value = "final", allowGetters = true)
    record Prompt(String promptId, ObjectNode fields, ObjectNode vars) implements Awaiting {
        public Prompt {
            requireNonNull(promptId, "promptId");
            requireNonNull(fields, "fields");
            requireNonNull(vars, "vars");
        }

        @Override
        @JsonProperty("final")
        public boolean isFinal() {
            return false;
        }

        /** Names the form only. */
        @Override
        public String toString() {
            return "Prompt[" + promptId + "]";
        }
    }

    /** Whether this factor is among those the user may take. */
    default boolean offers(Factor factor) {
        return switch (this) {
            case Challenge challenge -> challenge.factors().stream().anyMatch(selector -> selector.type() == factor);
            case Enrollment enrollment -> enrollment.factors().stream().anyMatch(selector -> selector.type() == factor);
            case Redirect redirect -> false;
            case Prompt prompt -> false;
        };
    }
}
