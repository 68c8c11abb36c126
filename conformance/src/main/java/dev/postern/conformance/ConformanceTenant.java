package dev.postern.conformance;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the server under test must be set up with: a tenant, its Actions and their secrets, its users, and one application
 * that users log in to with OpenID Connect.
 */
public final class ConformanceTenant {

    /** The tenant's name, where the server has names for tenants. */
    public static final String NAME = "acme";

    /** The password of every user. */
    public static final String PASSWORD = "wonder";

    /** What Actions see as {@code event.client.metadata}. */
    public static final Map<String, String> CLIENT_METADATA = Map.of("plan", "gold");

    /** What nobody may read but the Action {@code tries}. */
    public static final String SECRET = "9b1c/the secret=of an Action";

    /** The secrets of each Action that has some. The server keeps them where it keeps secrets: the folder has their names only. */
    public static final Map<String, Map<String, String>> SECRETS = Map.of("tries", Map.of("DEPLOY", SECRET));

    /** Users without a factor. Each test has users of its own, so that what one enrolls is in no other's way. */
    public static final List<User> USERS = List.of(
            new User("alice", Map.of("color", "green", "size", 7), List.of("editor")),
            User.of("bob"),
            User.of("carol"),
            User.of("dave"),
            User.of("erin"),
            User.of("heidi"),
            User.of("ivan"),
            User.of("judy"),
            User.of("nina"),
            User.of("trent"));

    private static final List<String> ACTIONS = List.of("after", "claims", "codes", "tries");

    /**
     * A user of the tenant.
     *
     * @param name what to log in with, and {@code event.user.username}
     * @param userMetadata what {@code event.user.user_metadata} has at first: texts and numbers
     * @param roles {@code event.authorization.roles}
     */
    public record User(String name, Map<String, Object> userMetadata, List<String> roles) {

        public User {
            requireNonNull(name, "name");
            userMetadata = Map.copyOf(userMetadata);
            roles = List.copyOf(roles);
        }

        private static User of(String name) {
            return new User(name, Map.of(), List.of());
        }

        /** The verified address. */
        public String email() {
            return name + "@example.com";
        }

        /** The name with a capital letter. */
        public String givenName() {
            return Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }

        /** The same for all. */
        public String familyName() {
            return "Ace";
        }
    }

    private ConformanceTenant() {}

    /** Writes the tenant's Actions and their bindings into this folder, as Auth0's deploy CLI exports them. */
    public static void copyTo(Path folder) throws IOException {
        copy(folder, "triggers/triggers.json");
        for (var action : ACTIONS) {
            copy(folder, "actions/" + action + ".json");
            copy(folder, "actions/" + action + "/code.js");
        }
    }

    private static void copy(Path folder, String name) throws IOException {
        var target = folder.resolve(name);
        Files.createDirectories(target.resolveSibling("."));
        try (var file = requireNonNull(ConformanceTenant.class.getResourceAsStream("tenant/" + name), name)) {
            Files.copy(file, target);
        }
    }
}
