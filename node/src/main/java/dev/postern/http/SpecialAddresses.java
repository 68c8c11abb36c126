package dev.postern.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Addresses that do not belong to the public internet, by IANA's special-purpose registries, and those at which clouds
 * hand out credentials to their own machines. Of IPv6 all is special that IANA has not given out as global unicast.
 */
final class SpecialAddresses {

    private record Range(Cidr cidr, String kind) {}

    private static final String METADATA = "a metadata address";

    /** AWS (machines, tasks, pods), Azure, Alibaba, Oracle, Google. */
    private static final List<Range> METADATA_RANGES = ranges(
            METADATA,
            "169.254.169.254",
            "169.254.170.2",
            "169.254.170.23",
            "168.63.129.16",
            "100.100.100.200",
            "192.0.0.192",
            "fd00:ec2::254",
            "fd00:ec2::23",
            "fd20:ce::254");

    private static final List<Range> IPV4 = Stream.of(
                    ranges("an unspecified address", "0.0.0.0/8"),
                    ranges("a loopback address", "127.0.0.0/8"),
                    ranges("a private address", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),
                    ranges("a carrier's shared address", "100.64.0.0/10"),
                    ranges("a link-local address", "169.254.0.0/16"),
                    ranges("a documentation address", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"),
                    ranges("a benchmarking address", "198.18.0.0/15"),
                    ranges("a multicast address", "224.0.0.0/4"),
                    ranges("a broadcast address", "255.255.255.255"),
                    ranges("a reserved address", "192.0.0.0/24", "192.88.99.0/24", "240.0.0.0/4"))
            .flatMap(List::stream)
            .toList();

    private static final List<Range> IPV6 = Stream.of(
                    ranges("an unspecified address", "::"),
                    ranges("a loopback address", "::1"),
                    ranges("a private address", "fc00::/7", "fec0::/10"),
                    ranges("a link-local address", "fe80::/10"),
                    ranges("a multicast address", "ff00::/8"),
                    ranges("a documentation address", "2001:db8::/32", "3fff::/20"),
                    ranges("an address that wraps an IPv4 address", "::/96", "::ffff:0:0:0/96", "64:ff9b:1::/48"),
                    ranges("an address that wraps an IPv4 address", "2001::/32", "2002::/16"),
                    ranges("a reserved address", "2001::/23"))
            .flatMap(List::stream)
            .toList();

    private static final Cidr GLOBAL_UNICAST = Cidr.parse("2000::/3");

    /** How an IPv6-only network reaches IPv4 hosts, so as public as the address within. */
    private static final Cidr NAT64 = Cidr.parse("64:ff9b::/96");

    private SpecialAddresses() {}

    /** What is special about an address, as the words after "is"; empty for a public one. */
    static Optional<String> kindOf(InetAddress address) {
        InetAddress meant = meaning(address);
        if (isMetadata(meant)) {
            return Optional.of(METADATA);
        }
        if (meant instanceof Inet4Address) {
            return find(IPV4, meant);
        }
        return find(IPV6, meant)
                .or(() -> GLOBAL_UNICAST.contains(meant) ? Optional.empty() : Optional.of("a reserved address"));
    }

    static boolean isMetadata(InetAddress address) {
        return find(METADATA_RANGES, meaning(address)).isPresent();
    }

    private static InetAddress meaning(InetAddress address) {
        byte[] bytes = address.getAddress();
        return AddressText.of(NAT64.contains(address) ? Arrays.copyOfRange(bytes, 12, 16) : bytes);
    }

    private static Optional<String> find(List<Range> ranges, InetAddress address) {
        return ranges.stream()
                .filter(range -> range.cidr().contains(address))
                .map(Range::kind)
                .findFirst();
    }

    private static List<Range> ranges(String kind, String... cidrs) {
        return Arrays.stream(cidrs)
                .map(cidr -> new Range(Cidr.parse(cidr), kind))
                .toList();
    }
}
