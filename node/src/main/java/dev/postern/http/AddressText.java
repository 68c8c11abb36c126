package dev.postern.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** IP addresses written as the host of a URL. Nothing is ever looked up. */
final class AddressText {

    private AddressText() {}

    /**
     * The address that a host of a URL spells. A name whose last label is a number is an IPv4 address or nothing, as the
     * WHATWG URL standard has it: octal, hexadecimal and short forms included.
     *
     * @throws IllegalArgumentException for a host that ends in a number and is no address
     */
    static Optional<InetAddress> parse(String host) {
        if (host.contains(":")) {
            return Optional.of(parseIpv6(host));
        }
        List<String> labels = new ArrayList<>(List.of(host.split("\\.", -1)));
        if (labels.size() > 1 && labels.getLast().isEmpty()) {
            labels.removeLast();
        }
        return isNumber(labels.getLast()) ? Optional.of(parseIpv4(labels)) : Optional.empty();
    }

    /** An address as a person writes it: of IPv4 the four decimal numbers only. */
    static Optional<InetAddress> parsePlain(String text) {
        Optional<InetAddress> address = parse(text);
        if (address.isPresent()
                && !text.contains(":")
                && !address.get().getHostAddress().equals(text)) {
            throw new IllegalArgumentException("an IPv4 address is written as four decimal numbers");
        }
        return address;
    }

    private static InetAddress parseIpv6(String text) {
        if (!text.matches("[0-9a-fA-F:.]+")) {
            throw new IllegalArgumentException("not an IPv6 address");
        }
        try {
            return InetAddress.getByName("[" + text + "]");
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an IPv6 address", e);
        }
    }

    private static boolean isNumber(String label) {
        return label.matches("[0-9]+|0[xX][0-9a-fA-F]*");
    }

    private static InetAddress parseIpv4(List<String> labels) {
        if (labels.size() > 4) {
            throw new IllegalArgumentException("an IPv4 address has at most four numbers");
        }
        long address = 0;
        for (int i = 0; i < labels.size(); i++) {
            long number = parseNumber(labels.get(i));
            int bytes = i == labels.size() - 1 ? 4 - i : 1;
            if (number >= 1L << (8 * bytes)) {
                throw new IllegalArgumentException("a number of an IPv4 address is too large");
            }
            address = (address << (8 * bytes)) | number;
        }
        return ipv4((int) address);
    }

    private static long parseNumber(String label) {
        boolean hex = label.startsWith("0x") || label.startsWith("0X");
        boolean octal = !hex && label.length() > 1 && label.startsWith("0");
        String digits = hex ? label.substring(2) : octal ? label.substring(1) : label;
        String significant = digits.replaceFirst("^0+", "");
        if (!isNumber(label) || significant.length() > 11) {
            throw new IllegalArgumentException("not an IPv4 address");
        }
        return significant.isEmpty() ? 0 : Long.parseLong(significant, hex ? 16 : octal ? 8 : 10);
    }

    static InetAddress ipv4(int bits) {
        return of(new byte[] {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits});
    }

    /** An address of 4 or 16 bytes; an IPv4-mapped one becomes the IPv4 address it means. */
    static InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }
}
