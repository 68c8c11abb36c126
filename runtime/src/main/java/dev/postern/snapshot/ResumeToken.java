package dev.postern.snapshot;

import static java.util.Objects.requireNonNull;

import dev.postern.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Names one pause of one tenant's flow, once. Whoever has it can go on with the login, so treat it as a credential:
 * {@link #toString} does not show it, and stores only see its hash.
 */
public final class ResumeToken {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 32;

    /** Tells what it is where it turns up, and keeps a command line from taking it for an option. */
    private static final String PREFIX = "pr_";

    private final TenantId tenant;
    private final String value;

    private ResumeToken(TenantId tenant, String value) {
        this.tenant = requireNonNull(tenant, "tenant");
        this.value = requireNonNull(value, "value");
    }

    /**
     * The token a request has brought, with the tenant that the request came to: a flow of another tenant is refused.
     * Any text is a token; one that was never given out is refused when it is used.
     */
    public static ResumeToken of(TenantId tenant, String value) {
        return new ResumeToken(tenant, value);
    }

    /** A new token of 256 random bits. */
    public static ResumeToken random(TenantId tenant) {
        var bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new ResumeToken(
                tenant, PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public TenantId tenant() {
        return tenant;
    }

    /** The token as text: {@code pr_}, then letters, digits, {@code -} and {@code _}. */
    public String value() {
        return value;
    }

    /** What a store knows the snapshot by: 64 hexadecimal digits, from which the token cannot be found. */
    public String snapshotId() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResumeToken token && token.tenant.equals(tenant) && token.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "ResumeToken[" + tenant + "]";
    }
}
