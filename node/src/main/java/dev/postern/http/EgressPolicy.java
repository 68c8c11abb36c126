package dev.postern.http;

import static java.util.Objects.requireNonNull;

import dev.postern.http.OutboundException.Reason;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a tenant's Actions may send requests. Immutable; two that were made the same way are equal.
 *
 * <p>A name is allowed only if each of its addresses is. An entry with an address or a range (CIDR) allows these
 * addresses, under whatever name; an entry with a host's name allows that name wherever it leads, private addresses
 * included, so whoever runs the name's DNS is trusted. With a port, an entry is for that port alone. Addresses at which
 * clouds give out credentials are allowed by none of these, but only by an entry that is exactly that address.
 */
public final class EgressPolicy {

    private static final Set<String> HTTP_AND_HTTPS = Set.of("http", "https");

    private final boolean publicAllowed;
    private final List<EgressRule> rules;
    private final Set<String> schemes;
    private final @Nullable EgressPolicy outer;

    private EgressPolicy(
            boolean publicAllowed, List<EgressRule> rules, Set<String> schemes, @Nullable EgressPolicy outer) {
        this.publicAllowed = publicAllowed;
        this.rules = List.copyOf(rules);
        this.schemes = Set.copyOf(schemes);
        this.outer = outer;
    }

    /** The whole public internet, and nothing else. */
    public static EgressPolicy publicOnly() {
        return new EgressPolicy(true, List.of(), HTTP_AND_HTTPS, null);
    }

    /** Nothing at all; no name is even looked up. */
    public static EgressPolicy none() {
        return new EgressPolicy(false, List.of(), HTTP_AND_HTTPS, null);
    }

    /**
     * The same policy with more entries, each {@code HOST}, {@code ADDRESS} or {@code ADDRESS/PREFIX}, and {@code :PORT}
     * behind it for one port; an IPv6 address with a port stands in brackets.
     *
     * @throws IllegalArgumentException for an entry that is none of these, with a message for whoever wrote it
     */
    public EgressPolicy allowing(List<String> entries) {
        var more = new ArrayList<>(rules);
        entries.stream().map(EgressRule::parse).forEach(more::add);
        return new EgressPolicy(publicAllowed, more, schemes, outer);
    }

    /** The same policy for {@code https} only. */
    public EgressPolicy onlyHttps() {
        return new EgressPolicy(publicAllowed, rules, Set.of("https"), outer);
    }

    /** What both policies allow: for a tenant that may choose among what the server allows it. */
    public EgressPolicy within(EgressPolicy other) {
        requireNonNull(other, "other");
        return new EgressPolicy(publicAllowed, rules, schemes, outer == null ? other : outer.within(other));
    }

    /** Refuses what can be refused before a name is looked up. */
    void checkTarget(Target target) throws OutboundException {
        if (outer != null) {
            outer.checkTarget(target);
        }
        if (!schemes.contains(target.url().scheme())) {
            throw forbidden(target.url().scheme() + ": is not allowed by the tenant's egress rules; use https:");
        }
        Optional<InetAddress> literal = target.address();
        if (literal.isPresent()) {
            checkAddresses(target.host(), target.port(), List.of(literal.get()));
        } else if (!publicAllowed && rules.stream().noneMatch(rule -> rule.mayAllow(target.host(), target.port()))) {
            throw forbidden(noRule(target.host(), target.port()));
        }
    }

    /** Refuses a host of which one address is not allowed. */
    void checkAddresses(String host, int port, List<InetAddress> addresses) throws OutboundException {
        if (outer != null) {
            outer.checkAddresses(host, port, addresses);
        }
        String name = EgressRule.withoutFinalDot(host);
        for (InetAddress address : addresses) {
            if (!allows(name, port, address)) {
                throw forbidden(refusal(name, port, address));
            }
        }
    }

    private boolean allows(String host, int port, InetAddress address) {
        requireNonNull(address, "address");
        return (publicAllowed && SpecialAddresses.kindOf(address).isEmpty())
                || rules.stream().anyMatch(rule -> rule.allows(host, port, address));
    }

    /** Says what kind of address a name leads to, never which one. */
    private static String refusal(String host, int port, InetAddress address) {
        Optional<String> kind = SpecialAddresses.kindOf(address);
        if (kind.isEmpty()) {
            return noRule(host, port);
        }
        boolean literal = AddressText.parse(host).isPresent();
        String remedy = SpecialAddresses.isMetadata(address)
                ? "; only an egress rule for exactly this address would allow it"
                : "; the tenant's egress rules must allow " + Target.authority(host, port);
        return host + (literal ? " is " : " leads to ") + kind.get() + remedy;
    }

    private static String noRule(String host, int port) {
        return "no egress rule of the tenant allows " + Target.authority(host, port) + "; add one";
    }

    private static OutboundException forbidden(String message) {
        return new OutboundException(Reason.FORBIDDEN, message);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EgressPolicy policy
                && policy.publicAllowed == publicAllowed
                && policy.rules.equals(rules)
                && policy.schemes.equals(schemes)
                && Objects.equals(policy.outer, outer);
    }

    @Override
    public int hashCode() {
        return Objects.hash(publicAllowed, rules, schemes, outer);
    }

    @Override
    public String toString() {
        return "EgressPolicy[" + (publicAllowed ? "public" : "none") + ", " + rules.size() + " rules, " + schemes + "]";
    }
}
