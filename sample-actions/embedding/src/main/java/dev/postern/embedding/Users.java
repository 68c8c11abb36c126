package dev.postern.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.api.Effects;
import dev.postern.factor.Factor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The users, each with a {@code profile} that Actions see as {@code event.user}, {@code roles}, the hash of a {@code
 * password}, and factors under their names. After some wrong answers of a kind no answer is right for a while.
 */
final class Users {

    private static final int MOST_WRONG = 5;
    private static final Duration LOCKED = Duration.ofMinutes(5);

    /** What a password is compared with where there is no user, so that nobody can tell by the time it takes. */
    private static final String NOBODY = Proofs.passwordHash(Proofs.random(), Proofs.ROUNDS, Proofs.random());

    private final JsonFiles files;
    private final Clock clock;

    /** Begins with these users, where they are not kept already. */
    Users(JsonFiles files, JsonNode first, Clock clock) {
        this.files = files;
        this.clock = clock;
        first.properties().forEach(user -> {
            if (files.find(user.getKey()).isEmpty()) {
                files.put(user.getKey(), (ObjectNode) user.getValue());
            }
        });
    }

    /** The user of this name, who is known to be there. */
    ObjectNode get(String name) {
        return files.find(name).orElseThrow();
    }

    /** The types of the user's factors. */
    Optional<List<String>> factors(String name) {
        return files.find(name)
                .map(user -> Stream.of(Factor.OTP, Factor.RECOVERY_CODE)
                        .map(Factor::id)
                        .filter(user::has)
                        .toList());
    }

    boolean isPassword(String name, String typed) {
        var kept = files.find(name).map(user -> user.path("password").asText());
        var isRight = Proofs.isPassword(typed, kept.orElse(NOBODY));
        return files.change(name, user -> isUnlocked(user, "password", one -> isRight));
    }

    /** Whether the user has the factor, as this code proves. */
    boolean prove(String name, Factor factor, String code) {
        return files.change(
                name, user -> isUnlocked(user, factor.id(), one -> Proofs.use(one, factor, code, clock.instant())));
    }

    /** Whether the user has the factor of this secret from now on, as this code proves. */
    boolean enroll(String name, Factor factor, String secret, String code) {
        return files.change(name, user -> Proofs.enroll(user, factor, secret, code, clock.instant()));
    }

    private boolean isUnlocked(ObjectNode user, String kind, Predicate<ObjectNode> proof) {
        var tries = user.withObject("/tries/" + kind);
        if (clock.millis() < tries.path("locked_until").asLong()) {
            return false;
        }
        if (proof.test(user)) {
            tries.removeAll();
            return true;
        }
        var wrong = tries.path("wrong").asInt() + 1;
        tries.put("wrong", wrong % MOST_WRONG);
        if (wrong == MOST_WRONG) {
            tries.put("locked_until", clock.millis() + LOCKED.toMillis());
        }
        return false;
    }

    /** Writes what Actions want to be remembered of the user. */
    void keepMetadata(String name, Effects effects) {
        files.change(name, user -> {
            merge(user.withObject("/profile/user_metadata"), effects.userMetadata());
            merge(user.withObject("/profile/app_metadata"), effects.appMetadata());
            return true;
        });
    }

    private static void merge(ObjectNode metadata, Map<String, JsonNode> changes) {
        changes.forEach((name, value) -> {
            if (value.isNull()) {
                metadata.remove(name);
            } else {
                metadata.set(name, value);
            }
        });
    }

    void countLogin(String name) {
        files.change(
                name,
                user -> user.put("logins", user.path("logins").asInt() + 1).has("logins"));
    }
}
