package dev.postern.embedding;

import com.sun.net.httpserver.HttpServer;
import dev.postern.ActionsRuntime;
import dev.postern.Awaiting;
import dev.postern.FlowResult;
import dev.postern.Resumption;
import dev.postern.deployment.Flow;
import dev.postern.factor.Factor;
import dev.postern.folder.TenantFolder;
import dev.postern.sandbox.Limits;
import dev.postern.snapshot.ResumeToken;
import dev.postern.store.file.StateFolder;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An identity server with the code flow of OpenID Connect, which runs a tenant's Actions in its logins. A login is named by a
 * state, another one after each pause, and goes on in the browser that has begun it. docs/embedding.md says what is missing.
 */
public final class EmbeddingServer implements AutoCloseable {

    private static final Tenant TENANT = Tenant.of("acme").withFactors(Set.of(Factor.OTP, Factor.RECOVERY_CODE));

    private final Settings settings;
    private final Clock clock;
    private final Flow flow;
    private final Users users;
    private final JsonFiles logins;
    private final Tokens tokens;
    private final ActionsRuntime runtime;
    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final HttpServer http;
    private final String issuer;

    /** Starts it for this computer alone, as the export and the server.json in a folder say, and keeps its state in another. */
    public EmbeddingServer(Path folder, Path stateFolder, int port, Clock clock)
            throws IOException, GeneralSecurityException {
        this.settings = Settings.read(folder.resolve("server.json"));
        this.clock = clock;
        this.flow = TenantFolder.read(folder, Map.of()).flow(TENANT, Trigger.POST_LOGIN);
        var state = StateFolder.open(stateFolder);
        this.users = new Users(new JsonFiles(stateFolder.resolve("users")), settings.users(), clock);
        this.logins = new JsonFiles(stateFolder.resolve("logins"));
        this.tokens = new Tokens(new JsonFiles(stateFolder.resolve("codes")), clock);
        this.runtime = ActionsRuntime.builder()
                .withSnapshots(state.snapshots(), state.keys())
                .withActionVersions(state.actionVersions())
                .withSecrets((tenant, action) -> settings.secrets(action))
                .withEnrolledFactors((tenant, userId) -> users.factors(userId))
                .withLimits(Limits.defaults().withWallClock(Duration.ofSeconds(3)))
                .withClock(clock)
                .build();
        this.http = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        this.issuer = "http://localhost:" + http.getAddress().getPort();
        http.setExecutor(threads);
        http.createContext("/authorize", Visit.answered(this::authorize));
        http.createContext("/continue", Visit.answered(this::goOn));
        http.createContext("/token", Visit.answered(visit -> tokens.exchange(visit, issuer)));
        http.createContext("/jwks", Visit.answered(visit -> visit.json(200, tokens.publicKeys())));
        http.start();
    }

    /** Where it is. */
    public String issuer() {
        return issuer;
    }

    /** An application sends a browser to begin a login. */
    private void authorize(Visit visit) {
        var login = Login.begin(visit);
        if (!settings.isKnown(login)) {
            throw new IllegalArgumentException("the browser is to be sent to where no application is");
        } else if (!visit.parameter("response_type").equals("code")
                || !visit.parameter("code_challenge_method").equals("S256")) {
            visit.redirect(login.end(Map.of("error", "invalid_request"), issuer));
        } else if (visit.parameter("prompt").equals("none")) {
            visit.redirect(login.end(Map.of("error", "login_required"), issuer)); // nobody has a session here
        } else {
            visit.redirect(wait(login, Proofs.random()));
        }
    }

    /** Here logins go on: with what a user sends, or with what the browser brings back from elsewhere. */
    private void goOn(Visit visit) {
        var state = visit.parameter("state");
        var login = logins.find(Proofs.hash(state))
                .map(Login::new)
                .filter(one -> one.isOf(visit))
                .orElseThrow(() -> new IllegalArgumentException("no login of this browser waits with this state"));
        if (!login.hasUser()) {
            logIn(visit, state);
            return;
        }
        var token = ResumeToken.of(TENANT.id(), state);
        var awaiting = runtime.find(token).result().awaiting();
        var answer = answer(visit, login, awaiting);
        if (answer.isPresent()) {
            var result = runtime.resume(token, answer.get()); // throws where another answer came first
            logins.take(Proofs.hash(state));
            go(visit, login, result);
        } else if (visit.isPost()) {
            var page = Map.of("state", state, "again", "yes", "factor", visit.parameter("factor"));
            visit.redirect(Visit.url("/continue", page));
        } else {
            visit.page(200, Page.of(visit, login, awaiting));
        }
    }

    private void logIn(Visit visit, String state) {
        var name = visit.parameter("user");
        if (!visit.isPost()) {
            visit.page(200, Page.password(visit));
        } else if (!users.isPassword(name, visit.parameter("password"))) {
            visit.redirect(Visit.url("/continue", Map.of("state", state, "again", "yes")));
        } else {
            var begun = new Login(logins.take(Proofs.hash(state)).orElseThrow()); // once, if the password comes twice
            var request = visit.request(begun.query());
            var client = settings.client(begun);
            var event = LoginEvent.of(TENANT, begun, client, users.get(name), request, clock.instant());
            go(visit, begun.withUser(name), runtime.start(flow, event));
        }
    }

    /** What the user has done, as far as it is right; empty if it is not, or nothing was done. */
    private Optional<Resumption> answer(Visit visit, Login login, Awaiting awaiting) {
        // Later Actions see the request that the login began with, and nothing that was typed since.
        var request = visit.request(login.query());
        var isOver = visit.body().has("cancel");
        var code = visit.parameter("code");
        var factor = Factor.find(visit.parameter("factor")).filter(awaiting::offers);
        return switch (awaiting) {
            case Awaiting.Redirect redirect -> Optional.of(new Resumption.Redirect(visit.request()));
            case Awaiting any when !visit.isPost() -> Optional.empty();
            case Awaiting any when isOver -> Optional.of(new Resumption.Failed("the user has given up", request));
            case Awaiting.Prompt prompt ->
                Optional.of(new Resumption.Prompt(visit.body(prompt.fields()), prompt.vars(), request));
            case Awaiting.Challenge challenge ->
                factor.filter(one -> users.prove(login.user(), one, code))
                        .map(one -> new Resumption.Challenge(one, request));
            case Awaiting.Enrollment enrollment ->
                factor.filter(one -> users.enroll(login.user(), one, login.secret(), code))
                        .map(one -> new Resumption.Enrollment(one, request));
        };
    }

    /** Does what the flow has come to. Nothing but Completed leads to tokens. */
    private void go(Visit visit, Login login, FlowResult result) {
        switch (result) {
            case FlowResult.Completed completed -> {
                var code = tokens.code(login, completed.effects()); // throws where Actions want what there is not
                users.keepMetadata(login.user(), completed.effects());
                users.countLogin(login.user());
                visit.redirect(login.end(Map.of("code", code), issuer));
            }
            case FlowResult.Denied denied -> {
                users.keepMetadata(login.user(), denied.effects());
                var denial = denied.denial();
                var answer = Map.of("error", denial.code(), "error_description", denial.reason());
                visit.redirect(login.end(answer, issuer));
            }
            case FlowResult.Paused paused -> {
                users.keepMetadata(login.user(), paused.effects());
                var page = wait(login, paused.resumeToken().value());
                visit.redirect(paused.awaiting() instanceof Awaiting.Redirect to ? String.valueOf(to.url()) : page);
            }
            case FlowResult.Failed failed -> throw new IllegalArgumentException(String.valueOf(failed.error()));
        }
    }

    /** The login waits with this state from now on, and with a secret that a factor may be enrolled with. Gives its page. */
    private String wait(Login login, String state) {
        logins.put(Proofs.hash(state), login.withSecret(Proofs.secret()).json());
        return Visit.url("/continue", Map.of("state", state));
    }

    @Override
    public void close() {
        http.stop(0);
        runtime.close();
        threads.shutdownNow();
    }

    /** Takes a folder with an export and a server.json, a folder for the server's state, and a port. */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        var port = Integer.parseInt(args[2]);
        System.out.println(new EmbeddingServer(Path.of(args[0]), Path.of(args[1]), port, Clock.systemUTC()).issuer());
    }
}
