package dev.postern.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes guarded sockets that are not connected yet, the only ones OkHttp asks for. */
final class GuardedSocketFactory extends SocketFactory {

    private final EgressPolicy policy;
    private final Network network;

    GuardedSocketFactory(EgressPolicy policy, Network network) {
        this.policy = policy;
        this.network = network;
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket(policy, network);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unchecked();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw unchecked();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unchecked();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        throw unchecked();
    }

    private static IOException unchecked() {
        return new IOException("a socket is made first and connected after its address was checked");
    }
}
