package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

/** What crosses between guest and host: one JSON value, and bytes beside it. Whoever takes the bytes owns them. */
public final class HostMessage {

    private static final byte[] NO_BYTES = {};

    private final String json;
    private final byte[] bytes;

    private HostMessage(String json, byte[] bytes) {
        this.json = requireNonNull(json, "json");
        this.bytes = requireNonNull(bytes, "bytes");
    }

    /** A JSON value without bytes. */
    public static HostMessage of(String json) {
        return new HostMessage(json, NO_BYTES);
    }

    /** A JSON value and bytes, which are not copied. */
    public static HostMessage of(String json, byte[] bytes) {
        return new HostMessage(json, bytes);
    }

    /** One JSON value. Where the guest has written it, anything at all. */
    public String json() {
        return json;
    }

    /** The bytes, not a copy of them; empty if there are none. */
    public byte[] bytes() {
        return bytes;
    }

    /** Tells lengths only. */
    @Override
    public String toString() {
        return "HostMessage[" + json.length() + " characters, " + bytes.length + " bytes]";
    }
}
