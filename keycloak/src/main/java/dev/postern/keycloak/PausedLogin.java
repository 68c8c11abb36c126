package dev.postern.keycloak;

import dev.postern.snapshot.ResumeToken;
import dev.postern.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The pause of a login, in its notes. It belongs to one user and one step: Keycloak may change the user of a login and keep
 * its notes, and then nothing of it may be used.
 */
final class PausedLogin {

    private static final String TOKEN = "postern.resume-token";
    private static final String OF = "postern.resume-token-of";

    private PausedLogin() {}

    /** The token of this step's pause for this user; what another one has left is forgotten. */
    static Optional<ResumeToken> find(AuthenticationFlowContext context) {
        var login = context.getAuthenticationSession();
        var token = login.getAuthNote(TOKEN);
        if (token == null || !of(context).equals(login.getAuthNote(OF))) {
            forget(login);
            return Optional.empty();
        }
        return Optional.of(ResumeToken.of(TenantId.of(context.getRealm().getName()), token));
    }

    static void keep(AuthenticationFlowContext context, ResumeToken token) {
        var login = context.getAuthenticationSession();
        forget(login);
        login.setAuthNote(TOKEN, token.value());
        login.setAuthNote(OF, of(context));
    }

    private static String of(AuthenticationFlowContext context) {
        return context.getUser().getId() + " " + context.getExecution().getId();
    }

    /** Leaves nothing of a pause but its snapshot, which nobody has the token for. */
    static void forget(AuthenticationSessionModel login) {
        for (var note : List.of(TOKEN, OF, FactorPage.CHOSEN, RememberedBrowser.PASSED, ReturnedRequest.NOTE)) {
            login.removeAuthNote(note);
        }
    }

    /** Whether the login has paused with this resume token. */
    static boolean hasToken(AuthenticationSessionModel login, String token) {
        var own = login.getAuthNote(TOKEN);
        return own != null
                && MessageDigest.isEqual(own.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }
}
