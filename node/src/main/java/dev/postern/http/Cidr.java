package dev.postern.http;

import static java.util.Objects.requireNonNull;

import java.net.Inet4Address;
import java.net.InetAddress;

/** The addresses that share the first {@code prefix} bits with {@code network}. */
record Cidr(InetAddress network, int prefix) {

    Cidr {
        requireNonNull(network, "network");
        if (prefix < 0 || prefix > bits(network)) {
            throw new IllegalArgumentException("the prefix is a number from 0 to " + bits(network));
        }
    }

    /** Reads {@code ADDRESS} or {@code ADDRESS/PREFIX}. */
    static Cidr parse(String text) {
        int slash = text.indexOf('/');
        String written = slash < 0 ? text : text.substring(0, slash);
        InetAddress address = AddressText.parsePlain(written)
                .orElseThrow(() -> new IllegalArgumentException("'" + written + "' is no IP address"));
        if (written.contains(":") && address instanceof Inet4Address) {
            throw new IllegalArgumentException("an IPv4-mapped address is written as IPv4");
        }
        if (slash < 0) {
            return new Cidr(address, bits(address));
        }
        String prefix = text.substring(slash + 1);
        if (!prefix.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("the prefix is a number from 0 to " + bits(address));
        }
        return new Cidr(address, Integer.parseInt(prefix));
    }

    boolean contains(InetAddress address) {
        byte[] theirs = address.getAddress();
        byte[] ours = network.getAddress();
        if (theirs.length != ours.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit += 8) {
            int mask = prefix - bit >= 8 ? 0xff : 0xff << (8 - (prefix - bit));
            if (((theirs[bit / 8] ^ ours[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    boolean isSingle() {
        return prefix == bits(network);
    }

    private static int bits(InetAddress address) {
        return address instanceof Inet4Address ? 32 : 128;
    }
}
