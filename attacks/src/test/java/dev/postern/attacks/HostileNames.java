package dev.postern.attacks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.security.Security;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The names of a domain whose owner is the attacker: they lead where no name of the internet should. */
public final class HostileNames extends InetAddressResolverProvider {

    private static final String DOMAIN = ".attack.example";

    /** For documentation, so nobody's; the attacker's tenant may ask it as if it were on the internet. */
    static final String PUBLIC = "203.0.113.7";

    private static final AtomicInteger REBOUND = new AtomicInteger();

    public HostileNames() {}

    @Override
    public InetAddressResolver get(Configuration configuration) {
        Security.setProperty("networkaddress.cache.ttl", "0"); // as the attacker's own records say
        var builtin = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                return host.endsWith(DOMAIN)
                        ? addresses(host.substring(0, host.length() - DOMAIN.length()))
                        : builtin.lookupByName(host, policy);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return builtin.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "hostile names";
    }

    private static Stream<InetAddress> addresses(String name) throws UnknownHostException {
        return switch (name) {
            case "loopback" -> of("127.0.0.1");
            case "six" -> of("::1");
            case "mapped" -> of("::ffff:127.0.0.1");
            case "metadata" -> of("169.254.169.254");
            case "private" -> of("10.0.0.1");
            case "unique-local" -> of("fd00:ec2::254");
            case "mixed" -> of(PUBLIC, "127.0.0.1");
            case "many" -> of(Stream.generate(() -> PUBLIC).limit(500).toArray(String[]::new));
            case "rebinds" -> of(REBOUND.getAndIncrement() % 2 == 0 ? PUBLIC : "127.0.0.1");
            default -> throw new UnknownHostException(name + DOMAIN);
        };
    }

    private static Stream<InetAddress> of(String... literals) throws UnknownHostException {
        var addresses = new InetAddress[literals.length];
        for (var i = 0; i < literals.length; i++) {
            addresses[i] = InetAddress.getByName(literals[i]);
        }
        return Stream.of(addresses);
    }
}
