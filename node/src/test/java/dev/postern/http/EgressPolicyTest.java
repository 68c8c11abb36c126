package dev.postern.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EgressPolicyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                 | a host is a whole name, without *",
                "*                  | a host is a whole name, without *",
                "*.example          | a host is a whole name, without *",
                "a.example:0        | the port is a number from 1 to 65535",
                "a.example:65536    | the port is a number from 1 to 65535",
                "a.example:         | the port is a number from 1 to 65535",
                "a.example:https    | the port is a number from 1 to 65535",
                "http://a.example   | the port is a number from 1 to 65535",
                "10.0.0.0/33        | the prefix is a number from 0 to 32",
                "10.0.0.0/          | the prefix is a number from 0 to 32",
                "fd00::/129         | the prefix is a number from 0 to 128",
                "a.example/8        | 'a.example' is no IP address",
                "10.0.0.256         | a number of an IPv4 address is too large",
                "0x7f.1             | an IPv4 address is written as four decimal numbers",
                "010.0.0.1          | an IPv4 address is written as four decimal numbers",
                "127.1:80           | an IPv4 address is written as four decimal numbers",
                "[fd00::1           | the bracket is not closed before the port",
                "[fd00::1]80        | the bracket is not closed before the port",
                "[10.0.0.1]:80      | brackets are for IPv6",
                "::ffff:10.0.0.1    | an IPv4-mapped address is written as IPv4",
                "fe80::1%eth0       | not an IPv6 address",
                "1:2                | an IPv4 address is written as four decimal numbers",
                "a b                | 'a b' is no host's name"
            })
    void tellsWhatIsWrongWithARule(String rule, String wrong) {
        var refused = assertThrows(
                IllegalArgumentException.class, () -> EgressPolicy.publicOnly().allowing(List.of(rule)));

        assertEquals(
                "'" + rule + "' is no egress rule: " + wrong
                        + "; write HOST, ADDRESS or ADDRESS/PREFIX, with :PORT where it is for one port, and an IPv6"
                        + " address with a port in brackets",
                refused.getMessage());
    }
}
