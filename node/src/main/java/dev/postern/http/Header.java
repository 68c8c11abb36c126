package dev.postern.http;

import static java.util.Objects.requireNonNull;

/** One line of a header, name and value as they were given. The value may be a secret, so {@code toString} leaves it out. */
public record Header(String name, String value) {

    public Header {
        requireNonNull(name, "name");
        requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return "Header[" + name + "]";
    }
}
