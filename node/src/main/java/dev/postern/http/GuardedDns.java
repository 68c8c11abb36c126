package dev.postern.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Dns;

/**
 * Looks up a name for one new connection and refuses it if any address is forbidden on this port. OkHttp takes the
 * connections of equal instances for interchangeable, and so they are: same policy, same port.
 */
record GuardedDns(EgressPolicy policy, Network network, int port) implements Dns {

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        try {
            List<InetAddress> addresses = network.resolve(hostname);
            policy.checkAddresses(hostname, port, addresses);
            return named(hostname, addresses);
        } catch (UnknownHostException e) {
            throw e;
        } catch (IOException e) {
            // The interface has no other exception; NetworkFailure takes it out again.
            var wrapped = new UnknownHostException(hostname);
            wrapped.initCause(e);
            throw wrapped;
        }
    }

    /** The addresses with the name on them, by which {@link GuardedSocket} knows what was asked for. */
    private static List<InetAddress> named(String hostname, List<InetAddress> addresses) throws UnknownHostException {
        var named = new ArrayList<InetAddress>();
        for (InetAddress address : addresses) {
            named.add(InetAddress.getByAddress(hostname, address.getAddress()));
        }
        return named;
    }
}
