package dev.postern;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.action.ActionVersion;
import dev.postern.deployment.Flow;
import dev.postern.error.ActionError;
import dev.postern.event.Event;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documented sizes of arguments, each at its edge: as much as may be is taken, one more is refused. */
final class ContractSizesTest {

    private final ActionsRuntime runtime = ActionsRuntime.builder()
            .withGroups(new Directories.OfGroups())
            .withRoles(new Directories.OfRoles())
            .build();

    @AfterEach
    void close() {
        runtime.close();
    }

    /** A call whose argument has a size N, and the most that N may be. */
    record Size(Trigger trigger, String path, int most, String call) {
        @Override
        public String toString() {
            return trigger.id() + ": " + call + " with N = " + most;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sizes")
    void takesAsMuchAsIsDocumentedAndNoMore(Size size) {
        assertNull(run(size, size.most()));

        var error = requireNonNull(run(size, size.most() + 1), "one more was taken");
        assertEquals("TypeError", error.name());
        assertTrue(error.message().startsWith("api." + size.path() + ": "), error.message());
    }

    private @Nullable ActionError run(Size size, int n) {
        var code = "exports." + size.trigger().executeHandler() + " = async (event, api) => {\n" + "const N = " + n
                + ";\n" + size.call() + ";\n};";
        var flow = new Flow(Tenant.of("acme"), size.trigger(), List.of(ActionVersion.of("size.js", code)));
        var event = FullEvents.of(size.trigger());
        if (event.has("refresh_token")) {
            event.withObject("/refresh_token").put("access", "offline");
        }
        return runtime.start(flow, Event.of(event)).executions().getFirst().error();
    }

    static Stream<Size> sizes() {
        return Stream.of(login(), saml(), lists(), otherTriggers()).flatMap(sizes -> sizes);
    }

    private static Stream<Size> login() {
        return Stream.of(
                login("authentication.setPrimaryUser", 128, "('x'.repeat(N))"),
                login("accessToken.addScope", 280, "('x'.repeat(N))"),
                login("accessToken.removeScope", 280, "('x'.repeat(N))"),
                login("transaction.setMetadata", 64, "('x'.repeat(N), true)"),
                login("transaction.setMetadata", 8192, "('key', 'x'.repeat(N))"),
                of(Trigger.POST_LOGIN, "transaction.setMetadata", 16_384, """
                        const others = JSON.stringify({ a: 'x'.repeat(8192), b: '' }).length;
                        api.transaction.setMetadata('a', 'x'.repeat(8192));
                        api.transaction.setMetadata('b', 'x'.repeat(N - others))"""),
                login("session.setMetadata", 255, "('x'.repeat(N), 'v')"),
                login("session.setMetadata", 255, "('key', 'x'.repeat(N))"),
                many("session.setMetadata", 25, "('key' + i, 'v')"),
                login("refreshToken.setMetadata", 255, "('x'.repeat(N), 'v')"),
                login("refreshToken.setMetadata", 255, "('key', 'x'.repeat(N))"),
                many("refreshToken.setMetadata", 25, "('key' + i, 'v')"),
                of(Trigger.POST_LOGIN, "prompt.render", 24_576, """
                        const others = JSON.stringify({ fields: { a: '' } }).length;
                        api.prompt.render('form', { fields: { a: 'x'.repeat(N - others) } })"""));
    }

    private static Stream<Size> saml() {
        var texts = Stream.of(
                        Stream.of("Audience", "Recipient", "Destination").map(name -> size(name, 2048)),
                        Stream.of("NameIdentifierFormat", "AuthnContextClassRef", "RelayState", "Issuer")
                                .map(name -> size(name, 512)),
                        Stream.of("SigningCert", "EncryptionCert", "EncryptionPublicKey", "Cert", "Key")
                                .map(name -> size(name, 4096)))
                .flatMap(sizes -> sizes);
        return Stream.concat(
                texts,
                Stream.of(
                        login("samlResponse.setAttribute", 1024, "('x'.repeat(N), 'v')"),
                        login("samlResponse.setAttribute", 2048, "('name', 'x'.repeat(N))"),
                        login("samlResponse.setAttribute", 2048, "('name', ['x'.repeat(N)])"),
                        many("samlResponse.setAttribute", 100, "('name' + i, 'v')"),
                        login("samlResponse.setNameIdentifierProbes", 10, "(new Array(N).fill('probe'))"),
                        login("samlResponse.setNameIdentifierProbes", 512, "(['x'.repeat(N)])")));
    }

    private static Size size(String setting, int most) {
        return login("samlResponse.set" + setting, most, "('x'.repeat(N))");
    }

    private static Stream<Size> lists() {
        return Stream.of(
                many("accessToken.addScope", 1000, "('scope' + i)"),
                asked("roles.getUserEffectiveRoles", 100, "({ take: N })"),
                asked("roles.getUserEffectiveRolesByIds", 100, "(new Array(N).fill('rol_1'))"),
                asked("roles.getUserEffectiveRolesByNames", 50, "(new Array(N).fill('role 1'))"),
                of(
                        Trigger.CREDENTIALS_EXCHANGE,
                        "transaction.setTargetScopes",
                        1000,
                        "api.transaction.setTargetScopes(Array.from({ length: N }, (_, i) => 'scope' + i))"));
    }

    private static Stream<Size> otherTriggers() {
        var actor = "api.authentication.setActor";
        return Stream.of(
                of(
                        Trigger.CREDENTIALS_EXCHANGE,
                        "transaction.addTargetScope",
                        280,
                        "api.transaction.addTargetScope('x'.repeat(N))"),
                of(Trigger.PRE_USER_REGISTRATION, "validation.error", 100, "api.validation.error('x'.repeat(N), 'm')"),
                of(Trigger.PRE_USER_REGISTRATION, "validation.error", 100, "api.validation.error('c', 'x'.repeat(N))"),
                exchange(
                        5,
                        "let actor = { sub: 'a' };\nfor (let i = 1; i < N; i++) actor = { sub: 'a', act: actor };\n"
                                + actor + "(actor)"),
                exchange(512, actor + "({ sub: 'x'.repeat(N) })"),
                exchange(64, actor + "({ sub: 'a', ['x'.repeat(N)]: 1 })"),
                exchange(64, actor + "({ sub: 'a', own: 'x'.repeat(N) })"),
                exchange(
                        5,
                        "const actor = { sub: 'a' };\nfor (let i = 0; i < N; i++) actor['own' + i] = true;\n" + actor
                                + "(actor)"));
    }

    private static Size login(String path, int most, String arguments) {
        return of(Trigger.POST_LOGIN, path, most, "api." + path + arguments);
    }

    private static Size asked(String path, int most, String arguments) {
        return of(Trigger.POST_LOGIN, path, most, "await api." + path + arguments);
    }

    /** So many calls. */
    private static Size many(String path, int most, String arguments) {
        return of(Trigger.POST_LOGIN, path, most, "for (let i = 0; i < N; i++) api." + path + arguments);
    }

    private static Size exchange(int most, String call) {
        return of(Trigger.CUSTOM_TOKEN_EXCHANGE, "authentication.setActor", most, call);
    }

    private static Size of(Trigger trigger, String path, int most, String call) {
        return new Size(trigger, path, most, call);
    }
}
