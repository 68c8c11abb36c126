package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.api.UserBinding;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The user that a custom token exchange is for (semantics 77). A connection is an identity provider of the realm, by its
 * alias, or the realm's own users.
 */
final class ExchangedUser {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserBinding binding;

    ExchangedUser(KeycloakSession session, UserBinding binding) {
        this.session = requireNonNull(session, "session");
        this.binding = requireNonNull(binding, "binding");
        this.realm = session.getContext().getRealm();
    }

    /** @throws IllegalArgumentException if the realm has no such connection, or has switched it off */
    Optional<UserModel> find() {
        return switch (binding) {
            case UserBinding.ById(var userId) -> own(userId);
            case UserBinding.ByConnection known
            when isOwn(known) -> own(id(known)).or(() -> own(ownId(known)));
            case UserBinding.ByConnection known -> {
                var provider = session.identityProviders().getByAlias(known.connection());
                if (provider == null || !provider.isEnabled()) {
                    throw new IllegalArgumentException("the realm has no connection '" + known.connection() + "'");
                }
                yield Optional.ofNullable(session.users().getUserByFederatedIdentity(realm, identity(known)));
            }
        };
    }

    private Optional<UserModel> own(String id) {
        return Optional.ofNullable(session.users().getUserById(realm, id));
    }

    /**
     * The user as the Actions want it: the one that was found, with another profile if they say so, or a new one.
     *
     * @param event of the exchange, from which that of a registration is made
     * @throws IllegalArgumentException if there is none, and none can be made
     */
    UserModel bind(Optional<UserModel> found, EventBuilder event) {
        if (!(binding instanceof UserBinding.ByConnection known)) {
            return found.orElseThrow(ExchangedUser::unknown);
        }
        if (found.isPresent()) {
            if (known.replace()) {
                writeProfile(found.get(), known.attributes());
            }
            return found.get();
        }
        if (!known.create()) {
            throw unknown();
        }
        var user = create(known);
        event.clone()
                .event(EventType.REGISTER)
                .user(user)
                .detail(Details.REGISTER_METHOD, "token-exchange")
                .success();
        return user;
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("there is no such user");
    }

    private UserModel create(UserBinding.ByConnection known) {
        var attributes = known.attributes();
        var email = text(attributes, "email");
        var name = name(known);
        var hasNamesake = session.users().getUserByUsername(realm, name) != null;
        var sharesAddress = email != null
                && !realm.isDuplicateEmailsAllowed()
                && session.users().getUserByEmail(realm, email) != null;
        if (hasNamesake || sharesAddress) {
            throw new IllegalArgumentException("another user has this name or address");
        }
        UserModel user;
        if (isOwn(known)) {
            user = session.users().addUser(realm, ownId(known), name, true, true);
        } else {
            user = session.users().addUser(realm, name);
            session.users().addFederatedIdentity(realm, user, identity(known));
        }
        user.setEnabled(true);
        user.setEmail(email);
        user.setEmailVerified(attributes.path("email_verified").asBoolean());
        set(attributes, "phone_number", phone -> user.setSingleAttribute("phoneNumber", phone));
        writeProfile(user, attributes);
        return user;
    }

    private static void writeProfile(UserModel user, ObjectNode attributes) {
        set(attributes, "given_name", user::setFirstName);
        set(attributes, "family_name", user::setLastName);
        set(attributes, "picture", picture -> user.setSingleAttribute("picture", picture));
        set(attributes, "nickname", nickname -> user.setSingleAttribute("nickname", nickname));
    }

    private static void set(ObjectNode attributes, String name, Consumer<String> attribute) {
        Optional.ofNullable(text(attributes, name)).ifPresent(attribute);
    }

    private static @Nullable String text(ObjectNode attributes, String name) {
        return attributes.path(name).asText(null);
    }

    private static boolean isOwn(UserBinding.ByConnection known) {
        return known.connection().equals(KeycloakEvents.DATABASE);
    }

    private static String id(UserBinding.ByConnection known) {
        return known.attributes().path("user_id").asText();
    }

    /** Keycloak's id for one of the realm's own: as long as all, and no other realm's, whatever ids these take. */
    private String ownId(UserBinding.ByConnection known) {
        return UUID.nameUUIDFromBytes((realm.getId() + " " + id(known)).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static FederatedIdentityModel identity(UserBinding.ByConnection known) {
        return new FederatedIdentityModel(known.connection(), id(known), name(known));
    }

    private static String name(UserBinding.ByConnection known) {
        return Stream.of("username", "email")
                .map(attribute -> text(known.attributes(), attribute))
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse(known.connection() + "." + id(known));
    }
}
