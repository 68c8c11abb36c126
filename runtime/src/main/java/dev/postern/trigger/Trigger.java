package dev.postern.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.sandbox.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A point where Actions run: in a login, a signup, a token exchange, or where a message is sent.
 *
 * <p>Auth0's triggers {@code login-post-identifier} and {@code password-hash-migration} are not here: nothing is
 * published of them but their names.
 */
public enum Trigger {
    /** After authentication, before tokens. */
    POST_LOGIN("post-login", "onExecutePostLogin", "onContinuePostLogin", 20, Waits.YES, "post-login"),
    /** Before an access token of a client-credentials grant. */
    CREDENTIALS_EXCHANGE(
            "credentials-exchange", "onExecuteCredentialsExchange", null, 20, Waits.YES, "credentials-exchange"),
    /** Before a user is created. */
    PRE_USER_REGISTRATION(
            "pre-user-registration", "onExecutePreUserRegistration", null, 20, Waits.YES, "pre-user-registration"),
    /** After a user was created. */
    POST_USER_REGISTRATION("post-user-registration", "onExecutePostUserRegistration", null, 20, Waits.NO, "cache-only"),
    /** After a user has changed the password. */
    POST_CHANGE_PASSWORD("post-change-password", "onExecutePostChangePassword", null, 20, Waits.NO, "cache-only"),
    /** To deliver the message of an MFA factor by phone. */
    SEND_PHONE_MESSAGE("send-phone-message", "onExecuteSendPhoneMessage", null, 20, Waits.YES, "cache-only"),
    /** Between the first challenge of a password reset and the new password. */
    PASSWORD_RESET_POST_CHALLENGE(
            "password-reset-post-challenge",
            "onExecutePostChallenge",
            "onContinuePostChallenge",
            4,
            Waits.YES,
            "password-reset-post-challenge"),
    /** At the start of a custom token exchange, which post-login follows. */
    CUSTOM_TOKEN_EXCHANGE(
            "custom-token-exchange", "onExecuteCustomTokenExchange", null, 1, Waits.YES, "custom-token-exchange"),
    /** To deliver a mail of the tenant. */
    CUSTOM_EMAIL_PROVIDER("custom-email-provider", "onExecuteCustomEmailProvider", null, 1, Waits.YES, "notification"),
    /** To deliver a phone message of the tenant. */
    CUSTOM_PHONE_PROVIDER("custom-phone-provider", "onExecuteCustomPhoneProvider", null, 1, Waits.YES, "notification"),
    /** When an event that the tenant has subscribed to is delivered. */
    EVENT_STREAM("event-stream", "onExecuteEventStream", null, 20, Waits.NO, "cache-only"),
    /** After the identifier of a signup was typed (beta). */
    SIGNUP_POST_IDENTIFIER("signup-post-identifier", "onExecuteSignupPostIdentifier", null, 20, Waits.YES, "empty");

    private static final List<String> PARTS = List.of(
            "access",
            "cache",
            "claims",
            "directory",
            "identity",
            "lifetime",
            "metadata",
            "mfa",
            "outcome",
            "redirect",
            "saml-response",
            "target-scopes");

    private enum Waits {
        YES,
        NO
    }

    private final String id;
    private final String executeHandler;
    private final @Nullable String continueHandler;
    private final int maxActions;
    private final Waits waits;
    private final String api;

    @SuppressWarnings("ImmutableEnumChecker") // made once, when it is first needed
    private volatile @Nullable Script bootstrap;

    @SuppressWarnings("ImmutableEnumChecker") // likewise
    private volatile @Nullable Contract contract;

    Trigger(
            String id,
            String executeHandler,
            @Nullable String continueHandler,
            int maxActions,
            Waits waits,
            String api) {
        this.id = id;
        this.executeHandler = executeHandler;
        this.continueHandler = continueHandler;
        this.maxActions = maxActions;
        this.waits = waits;
        this.api = api;
    }

    /** Auth0's name of the trigger. */
    public String id() {
        return id;
    }

    /** The export that runs when the flow reaches the Action. */
    public String executeHandler() {
        return executeHandler;
    }

    /** The export that runs when the user comes back from a redirect or a form, where the trigger has those. */
    public Optional<String> continueHandler() {
        return Optional.ofNullable(continueHandler);
    }

    /** The most Actions that a tenant may bind to it (semantics 1). */
    public int maxActions() {
        return maxActions;
    }

    /** Whether what the user wants waits for the Actions. If not, they can change nothing of it (semantics 22). */
    public boolean isBlocking() {
        return waits == Waits.YES;
    }

    /** What is documented of it. */
    public Contract contract() {
        var read = contract;
        if (read == null) {
            read = Contract.read(this); // twice at worst, with the same result
            contract = read;
        }
        return read;
    }

    /** An event with all that is required of the trigger's, to start from. */
    public ObjectNode sampleEvent() {
        return Contract.sampleEvent(this);
    }

    /** Makes the two arguments of a handler. */
    public Script bootstrap() {
        var made = bootstrap;
        if (made == null) {
            synchronized (this) {
                made = bootstrap == null ? Script.of("postern:" + id, bootstrapCode()) : bootstrap;
                bootstrap = made;
            }
        }
        return made;
    }

    /** Each part of the api is made when a trigger's api asks for it. */
    private String bootstrapCode() {
        var parts = PARTS.stream()
                .map(part -> "get " + camelCase(part) + "() { return (" + read("api/" + part + ".js") + ")(tools); }")
                .collect(Collectors.joining(",\n"));
        return "(function (kit) { 'use strict'; const tools = (" + read("api/tools.js") + ")(kit);\n"
                + "const parts = {" + parts + "};\n"
                + "return tools.session((" + read(api + ".js") + ")(parts), '"
                + (continueHandler == null ? "" : continueHandler)
                + "'); })";
    }

    private static String camelCase(String name) {
        var dash = name.indexOf('-');
        return dash < 0
                ? name
                : name.substring(0, dash) + Character.toUpperCase(name.charAt(dash + 1)) + name.substring(dash + 2);
    }

    /** The trigger of this name. */
    public static Optional<Trigger> find(String id) {
        return Arrays.stream(values()).filter(trigger -> trigger.id.equals(id)).findFirst();
    }

    private static String read(String resource) {
        try (var in = Trigger.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the jar");
            }
            // A resource begins with a comment and ends with a semicolon; between them stands one expression.
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return text.substring(0, text.length() - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
