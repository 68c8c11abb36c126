package dev.postern.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** What the guard takes from the machine. A seam for tests, in which a public address is a server on this machine. */
interface Network extends AutoCloseable {

    /**
     * The addresses of a name, at least one. May be interrupted.
     *
     * @throws java.net.UnknownHostException if there are none
     */
    List<InetAddress> resolve(String host) throws IOException;

    /** Where a connection to a checked address is made: at this address. */
    default InetSocketAddress route(InetSocketAddress checked) {
        return checked;
    }

    @Override
    void close();
}
