package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.factor.Factor;
import dev.postern.snapshot.ResumeToken;
import dev.postern.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text may come as a resume token, and any as its tenant; only one pair of them finds the login. */
final class ResumeTokenFuzz {

    private static final FuzzedFlow FLOW = new FuzzedFlow();
    private static final byte[] SEALED =
            FuzzedFlow.SEAL.seal(FuzzedFlow.TOKEN, FLOW.texts().getFirst());

    static Stream<byte[]> seeds() {
        return Stream.of("acme pr_fuzz", "other pr_fuzz", "acme pr_AAAA_-0", "acme ", " ")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @Timeout(10)
    @FuzzTest
    void findsNothingUnlessItWasGivenOut(byte[] input) {
        var parts = new String(input, StandardCharsets.UTF_8).split(" ", 2);
        var value = parts[parts.length - 1];
        TenantId tenant;
        try {
            tenant = TenantId.of(parts[0]);
        } catch (IllegalArgumentException e) {
            return; // the host's own word, which no user gives
        }
        var token = ResumeToken.of(tenant, value);
        FLOW.keep(SEALED);
        if (token.equals(FuzzedFlow.TOKEN)) {
            FLOW.runtime.find(token);
            return;
        }
        var expected = value.equals(FuzzedFlow.TOKEN.value())
                ? ErrorCode.SNAPSHOT_FOREIGN_TENANT
                : ErrorCode.SNAPSHOT_NOT_FOUND;
        var resumption = new Resumption.Challenge(Factor.OTP, Flows.request());
        assertEquals(
                expected,
                assertThrows(ActionsException.class, () -> FLOW.runtime.find(token))
                        .code());
        assertEquals(
                expected,
                assertThrows(ActionsException.class, () -> FLOW.runtime.resume(token, resumption))
                        .code());
        assertFalse(FLOW.isConsumed);
    }
}
