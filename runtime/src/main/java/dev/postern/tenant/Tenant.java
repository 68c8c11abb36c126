package dev.postern.tenant;

import static java.util.Objects.requireNonNull;

import dev.postern.factor.Factor;
import java.util.EnumSet;
import java.util.Set;

/**
 * A tenant and the settings that a flow depends on. A flow keeps the settings it started with.
 *
 * @param id unit of isolation
 * @param mfaPolicy when the tenant asks for MFA by itself
 * @param factors the factors users of this tenant may use
 * @param nothingToEnroll what an enroll command with nothing left to enroll comes to
 * @param cacheBytes the most that {@code api.cache} holds for a trigger, keys and values in UTF-8: 8 kB in Auth0's
 *     documents, 16 KiB and 256 bytes in its published code
 * @param samlChars the most that the attributes of a SAML response take as JSON: 10 kB in Auth0's documents, 100 KiB in its
 *     published code
 */
public record Tenant(
        TenantId id,
        MfaPolicy mfaPolicy,
        Set<Factor> factors,
        NothingToEnroll nothingToEnroll,
        int cacheBytes,
        int samlChars) {

    private static final int DOCUMENTED_CACHE_BYTES = 8 << 10;
    private static final int DOCUMENTED_SAML_CHARS = 10 << 10;

    public Tenant {
        requireNonNull(id, "id");
        requireNonNull(mfaPolicy, "mfaPolicy");
        requireNonNull(nothingToEnroll, "nothingToEnroll");
        factors = Set.copyOf(factors);
        if (cacheBytes < 0 || samlChars < 0) {
            throw new IllegalArgumentException("sizes must not be negative");
        }
    }

    /** A tenant that asks for MFA only where an Action does, allows every factor, and has the documented limits. */
    public static Tenant of(String id) {
        return new Tenant(
                TenantId.of(id),
                MfaPolicy.NEVER,
                EnumSet.allOf(Factor.class),
                NothingToEnroll.FAIL,
                DOCUMENTED_CACHE_BYTES,
                DOCUMENTED_SAML_CHARS);
    }

    public Tenant withMfaPolicy(MfaPolicy mfaPolicy) {
        return new Tenant(id, mfaPolicy, factors, nothingToEnroll, cacheBytes, samlChars);
    }

    public Tenant withFactors(Set<Factor> factors) {
        return new Tenant(id, mfaPolicy, factors, nothingToEnroll, cacheBytes, samlChars);
    }

    public Tenant withNothingToEnroll(NothingToEnroll nothingToEnroll) {
        return new Tenant(id, mfaPolicy, factors, nothingToEnroll, cacheBytes, samlChars);
    }

    public Tenant withCacheBytes(int cacheBytes) {
        return new Tenant(id, mfaPolicy, factors, nothingToEnroll, cacheBytes, samlChars);
    }

    public Tenant withSamlChars(int samlChars) {
        return new Tenant(id, mfaPolicy, factors, nothingToEnroll, cacheBytes, samlChars);
    }
}
