package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.util.AuthenticationFlowURLHelper;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Where a browser comes back to that an Action has sent away: with the {@code state} that it was given, in the query or
 * the body. It goes on in the login of this browser that waits for that state, and in no other.
 */
public final class ContinueResource implements RealmResourceProvider {

    private final KeycloakSession session;

    ContinueResource(KeycloakSession session) {
        this.session = requireNonNull(session, "session");
    }

    @Override
    public Object getResource() {
        return this;
    }

    /** The browser comes back by a link or a redirect. */
    @GET
    @Path("continue")
    public Response get() {
        return go(new MultivaluedHashMap<>());
    }

    /** The browser comes back by a form. */
    @POST
    @Path("continue")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post() {
        return go(session.getContext().getHttpRequest().getDecodedFormParameters());
    }

    private Response go(MultivaluedMap<String, String> body) {
        var query = session.getContext().getUri().getQueryParameters();
        var state = Stream.of(body, query)
                .map(parameters -> parameters.getFirst("state"))
                .filter(value -> value != null && !value.isEmpty())
                .findFirst();
        return state.flatMap(this::waiting)
                .map(login -> {
                    ReturnedRequest.put(login, KeycloakRequests.returned(session, query, body));
                    return Response.seeOther(new AuthenticationFlowURLHelper(
                                            session,
                                            login.getRealm(),
                                            session.getContext().getUri())
                                    .getLastExecutionUrl(login))
                            .build();
                })
                .orElseGet(() -> session.getProvider(LoginFormsProvider.class)
                        .setError("posternExpired")
                        .createErrorPage(Response.Status.BAD_REQUEST));
    }

    /** The login of this browser, in whichever of its tabs, that has sent it away with this state. */
    private Optional<AuthenticationSessionModel> waiting(String state) {
        var root = new AuthenticationSessionManager(session)
                .getCurrentRootAuthenticationSession(session.getContext().getRealm());
        return root == null
                ? Optional.empty()
                : root.getAuthenticationSessions().values().stream()
                        .filter(login -> PausedLogin.hasToken(login, state))
                        .findFirst();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
