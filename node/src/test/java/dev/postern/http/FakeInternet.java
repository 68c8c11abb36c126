package dev.postern.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Names with the answers that a test gives them, and servers of this machine at addresses all over the world. */
final class FakeInternet implements Network {

    static final String PUBLIC = "93.184.216.34";
    static final String OTHER_PUBLIC = "93.184.216.99";

    private final Map<String, Deque<List<InetAddress>>> names = new ConcurrentHashMap<>();
    private final Map<InetAddress, Integer> servers = new ConcurrentHashMap<>();
    private final Map<InetAddress, Integer> plainServers = new ConcurrentHashMap<>();
    private final List<String> lookups = new CopyOnWriteArrayList<>();
    private final List<InetAddress> connects = new CopyOnWriteArrayList<>();

    /** The next answer for a name; the last one is given again and again. */
    FakeInternet name(String host, String... addresses) {
        names.computeIfAbsent(host, name -> new ArrayDeque<>())
                .add(Arrays.stream(addresses).map(FakeInternet::address).toList());
        return this;
    }

    /** What listens at an address, on all ports. */
    FakeInternet server(String address, TestServer server) {
        servers.put(address(address), server.port());
        return this;
    }

    /** What listens at an address on port 80, beside the server for the others. */
    FakeInternet plain(String address, TestServer server) {
        plainServers.put(address(address), server.port());
        return this;
    }

    List<String> lookups() {
        return lookups;
    }

    List<InetAddress> connects() {
        return connects;
    }

    static InetAddress address(String literal) {
        return AddressText.parse(literal).orElseThrow();
    }

    @Override
    public synchronized List<InetAddress> resolve(String host) throws UnknownHostException {
        lookups.add(host);
        Deque<List<InetAddress>> answers = names.get(host);
        if (answers == null) {
            throw new UnknownHostException(host);
        }
        return answers.size() > 1 ? answers.remove() : answers.element();
    }

    @Override
    public InetSocketAddress route(InetSocketAddress checked) {
        connects.add(checked.getAddress());
        if (checked.getAddress().isLoopbackAddress()) {
            return checked;
        }
        Integer plain = checked.getPort() == 80 ? plainServers.get(checked.getAddress()) : null;
        Integer port = plain != null ? plain : servers.get(checked.getAddress());
        if (port == null) {
            throw new IllegalStateException("a test would leave this machine");
        }
        return new InetSocketAddress(address("127.0.0.1"), port);
    }

    @Override
    public void close() {}
}
