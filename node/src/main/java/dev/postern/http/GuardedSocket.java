package dev.postern.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;

/**
 * Checks once more the address that it connects to, so that no way around {@link GuardedDns} leads anywhere. Without the
 * explicit "no proxy" the JDK would heed {@code socksProxyHost}.
 */
final class GuardedSocket extends Socket {

    private final EgressPolicy policy;
    private final Network network;

    GuardedSocket(EgressPolicy policy, Network network) {
        super(Proxy.NO_PROXY);
        this.policy = policy;
        this.network = network;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        if (!(endpoint instanceof InetSocketAddress target) || target.isUnresolved()) {
            throw new IOException("not an address that can be checked");
        }
        policy.checkAddresses(target.getHostString(), target.getPort(), List.of(target.getAddress()));
        super.connect(network.route(target), timeout);
    }
}
