package dev.postern.http;

import java.io.IOException;

/** An Action asked for an address that it may not reach. */
public final class ForbiddenAddressException extends IOException {
    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String message) {
        super(message);
    }
}
