package dev.postern.tenant;

import static java.util.Objects.requireNonNull;

import dev.postern.factor.Factor;
import java.util.EnumSet;
import java.util.Set;

/**
 * A tenant and the settings that a login depends on. A flow keeps the settings it started with.
 *
 * @param id unit of isolation
 * @param mfaPolicy when the tenant asks for MFA by itself
 * @param factors the factors users of this tenant may use
 * @param nothingToEnroll what an enroll command with nothing left to enroll comes to
 */
public record Tenant(TenantId id, MfaPolicy mfaPolicy, Set<Factor> factors, NothingToEnroll nothingToEnroll) {

    public Tenant {
        requireNonNull(id, "id");
        requireNonNull(mfaPolicy, "mfaPolicy");
        requireNonNull(nothingToEnroll, "nothingToEnroll");
        factors = Set.copyOf(factors);
    }

    /** A tenant that asks for MFA only where an Action does, allows every factor, and fails where nothing is left to enroll. */
    public static Tenant of(String id) {
        return new Tenant(TenantId.of(id), MfaPolicy.NEVER, EnumSet.allOf(Factor.class), NothingToEnroll.FAIL);
    }

    public Tenant withMfaPolicy(MfaPolicy mfaPolicy) {
        return new Tenant(id, mfaPolicy, factors, nothingToEnroll);
    }

    public Tenant withFactors(Set<Factor> factors) {
        return new Tenant(id, mfaPolicy, factors, nothingToEnroll);
    }

    public Tenant withNothingToEnroll(NothingToEnroll nothingToEnroll) {
        return new Tenant(id, mfaPolicy, factors, nothingToEnroll);
    }
}
