package dev.postern.http;

import java.net.InetAddress;
import okhttp3.HttpUrl;

/** One allow entry. Port 0 stands for all ports. */
sealed interface EgressRule {

    int port();

    /** Whether this rule lets requests go to a host by this name, at this address. */
    boolean allows(String host, int port, InetAddress address);

    /** Whether there may be an address at which this rule allows the host. */
    boolean mayAllow(String host, int port);

    default boolean coversPort(int port) {
        return port() == 0 || port() == port;
    }

    /** A host by its name, wherever the name leads. */
    record Name(String host, int port) implements EgressRule {
        @Override
        public boolean allows(String host, int port, InetAddress address) {
            return mayAllow(host, port) && !SpecialAddresses.isMetadata(address);
        }

        @Override
        public boolean mayAllow(String host, int port) {
            return this.host.equals(host) && coversPort(port);
        }
    }

    /** A range of addresses, by whatever name they are reached. */
    record Range(Cidr cidr, int port) implements EgressRule {
        @Override
        public boolean allows(String host, int port, InetAddress address) {
            return coversPort(port)
                    && cidr.contains(address)
                    && (cidr.isSingle() || !SpecialAddresses.isMetadata(address));
        }

        @Override
        public boolean mayAllow(String host, int port) {
            return coversPort(port);
        }
    }

    /**
     * Reads an entry.
     *
     * @throws IllegalArgumentException naming the entry, what is wrong with it, and the forms there are
     */
    static EgressRule parse(String text) {
        try {
            return parseParts(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no egress rule: " + e.getMessage()
                            + "; write HOST, ADDRESS or ADDRESS/PREFIX, with :PORT where it is for one port, and an IPv6"
                            + " address with a port in brackets",
                    e);
        }
    }

    private static EgressRule parseParts(String text) {
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            if (end < 0 || (end + 1 < text.length() && text.charAt(end + 1) != ':')) {
                throw new IllegalArgumentException("the bracket is not closed before the port");
            }
            String inside = text.substring(1, end);
            if (!inside.contains(":")) {
                throw new IllegalArgumentException("brackets are for IPv6");
            }
            return new Range(Cidr.parse(inside), end + 1 == text.length() ? 0 : parsePort(text.substring(end + 2)));
        }
        int colon = text.indexOf(':');
        if (colon >= 0 && colon != text.lastIndexOf(':')) {
            return new Range(Cidr.parse(text), 0);
        }
        String target = colon < 0 ? text : text.substring(0, colon);
        int port = colon < 0 ? 0 : parsePort(text.substring(colon + 1));
        return target.contains("/") || AddressText.parsePlain(target).isPresent()
                ? new Range(Cidr.parse(target), port)
                : new Name(parseHost(target), port);
    }

    private static int parsePort(String text) {
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("the port is a number from 1 to 65535");
        }
        return port;
    }

    private static String parseHost(String text) {
        if (text.isEmpty() || text.contains("*")) {
            throw new IllegalArgumentException("a host is a whole name, without *");
        }
        try {
            var url = new HttpUrl.Builder().scheme("http").host(text).build();
            return withoutFinalDot(url.host());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is no host's name", e);
        }
    }

    /** A name with a dot at the end is the same name. */
    static String withoutFinalDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
