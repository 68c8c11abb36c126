package dev.postern.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of servers that mean harm, or know no better: a script gets them or catches an error. */
final class OddAnswersTest extends NodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"X-Name: Łukasz", "X Na@me: a", "constructor: y", "__proto__: z"})
    void settleWhateverTheHeaders(String header) throws IOException {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(server, header));
            assertEquals(
                    "[\"settled\",\"settled\",true]", NodeScript.result(sandbox, """
                    const url = 'http://127.0.0.1:%d/';
                    const settled = () => 'settled';
                    const viaHttp = () => new Promise((resolve, reject) => require('http').get(url, resolve).on('error', reject));
                    const answer = await viaHttp().catch(() => undefined);
                    const plain = answer === undefined || Object.values(answer.headers).every((value) => typeof value === 'string' && !value.includes('native code'));
                    return [await fetch(url).then(settled, settled), await viaHttp().then(settled, settled), plain];
                    """.formatted(server.getLocalPort())));
        }
    }

    private static void answer(ServerSocket server, String header) {
        try {
            while (true) {
                try (var connection = server.accept()) {
                    var in = connection.getInputStream();
                    for (var last = 0; last != 0x0d0a0d0a; ) {
                        last = last << 8 | in.read();
                    }
                    connection
                            .getOutputStream()
                            .write(("HTTP/1.1 200 OK\r\n" + header
                                            + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                                    .getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            // The server was closed.
        }
    }

    /** However fast they are asked for: no more is held for one execution than 64 MiB and what is under way. */
    @Test
    void endWhereTheyAreTooMuchTogether() throws IOException {
        try (var server = CaseServer.start()) {
            assertEquals("[true,\"ERR_EGRESS_LIMIT\"]", NodeScript.result(sandbox, """
                    const big = '%s/big';
                    let good = 0;
                    for (;;) {
                      try {
                        good += (await (await fetch(big)).arrayBuffer()).byteLength;
                      } catch (error) {
                        return [good <= 64 * 2 ** 20 && good > 32 * 2 ** 20, error.cause.code];
                      }
                    }
                    """.formatted(server.base())));
        }
    }
}
