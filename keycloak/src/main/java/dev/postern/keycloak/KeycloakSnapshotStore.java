package dev.postern.keycloak;

import dev.postern.snapshot.SnapshotStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Keeps the one snapshot of a login in its authentication session, which Keycloak shares between its nodes and removes with
 * the login. That it is used once is kept where Keycloak keeps what is of single use, for all nodes.
 */
final class KeycloakSnapshotStore implements SnapshotStore {

    private static final String ID = "postern.snapshot-id";
    private static final String SNAPSHOT = "postern.snapshot";
    private static final String EXPIRES_AT = "postern.snapshot-expires-at";
    private static final String CONSUMED = "postern-consumed-";

    @Override
    public void save(String id, byte[] snapshot, Instant expiresAt) {
        var login = CurrentLogin.authentication();
        login.setAuthNote(ID, id);
        login.setAuthNote(SNAPSHOT, Base64.getEncoder().encodeToString(snapshot));
        login.setAuthNote(EXPIRES_AT, String.valueOf(expiresAt.getEpochSecond()));
    }

    @Override
    public Optional<Stored> find(String id) {
        var login = CurrentLogin.authentication();
        if (CurrentLogin.session().singleUseObjects().contains(CONSUMED + id)) {
            return Optional.of(new Stored.Consumed());
        }
        return id.equals(login.getAuthNote(ID))
                ? Optional.of(new Stored.Waiting(Base64.getDecoder().decode(login.getAuthNote(SNAPSHOT))))
                : Optional.empty();
    }

    @Override
    public boolean consume(String id) {
        var login = CurrentLogin.authentication();
        if (!id.equals(login.getAuthNote(ID))) {
            return false;
        }
        var expiresAt = Instant.ofEpochSecond(Long.parseLong(login.getAuthNote(EXPIRES_AT)));
        var left = Math.max(1, Duration.between(Instant.now(), expiresAt).toSeconds() + 1);
        login.removeAuthNote(SNAPSHOT);
        login.removeAuthNote(ID);
        // For good before the Actions run: with the request's own transaction, a node that dies would take it along.
        return KeycloakModelUtils.runJobInTransactionWithResult(
                CurrentLogin.session().getKeycloakSessionFactory(),
                own -> own.singleUseObjects().putIfAbsent(CONSUMED + id, left));
    }

    /** Keycloak does it, with the logins. */
    @Override
    public int removeExpired(Instant now) {
        return 0;
    }
}
