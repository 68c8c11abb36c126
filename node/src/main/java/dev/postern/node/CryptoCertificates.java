package dev.postern.node;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.sandbox.HostFunction.Refused;
import dev.postern.sandbox.HostMessage;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** What an X.509 certificate says. Whether it is to be trusted is not looked into, as in Node. */
final class CryptoCertificates {

    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "MMM ppd HH:mm:ss yyyy 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** OpenSSL's words where they are not those of the library. */
    private static final Map<ASN1ObjectIdentifier, String> NAMES = Map.of(
            BCStyle.E, "emailAddress",
            BCStyle.SERIALNUMBER, "serialNumber",
            BCStyle.STREET, "street",
            BCStyle.SURNAME, "SN",
            BCStyle.GIVENNAME, "GN",
            BCStyle.ORGANIZATION_IDENTIFIER, "organizationIdentifier");

    /** Where a PEM block begins, at the latest. */
    private static final int MOST_PREFIX = 4096;

    private CryptoCertificates() {}

    /** Reads a certificate, PEM or DER; the answer is what Node's class shows of it, and its DER. */
    static HostMessage read(CallArguments arguments) throws Refused {
        var certificate = parse(arguments.bytes(0));
        try {
            return CallArguments.answer(describe(certificate), certificate.getEncoded());
        } catch (CertificateException | RuntimeException e) { // the libraries tell of odd names by any of them
            throw notRead();
        }
    }

    /** Whether the certificate of the first part was signed with the public key of the second. */
    static HostMessage verify(CallArguments arguments) throws Refused {
        var certificate = parse(arguments.bytes(0));
        var key = CryptoPublicKey.parse(arguments.bytes(1)).jca();
        try {
            certificate.verify(key);
            return CallArguments.answer(true);
        } catch (GeneralSecurityException e) {
            return CallArguments.answer(false);
        }
    }

    private static X509Certificate parse(byte[] bytes) throws Refused {
        var isText = new String(bytes, 0, Math.min(bytes.length, MOST_PREFIX), US_ASCII).contains("-----BEGIN ");
        var der = isText ? CryptoPem.parse(new String(bytes, UTF_8)).getContent() : bytes;
        CryptoDer.checkLength(der);
        try {
            var made = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            if (made instanceof X509Certificate certificate) return certificate;
            throw notRead();
        } catch (CertificateException e) {
            throw notRead();
        }
    }

    private static Refused notRead() {
        return CallFault.error("ERR_OSSL_PEM_NO_START_LINE", "error:0480006C:PEM routines::no start line");
    }

    private static ObjectNode describe(X509Certificate certificate) throws Refused, CertificateException {
        var der = certificate.getEncoded();
        var described = CallArguments.object()
                .put("subject", name(certificate.getSubjectX500Principal().getEncoded()))
                .put("issuer", name(certificate.getIssuerX500Principal().getEncoded()))
                .put("ca", certificate.getBasicConstraints() >= 0)
                .put("validFrom", time(certificate.getNotBefore()))
                .put("validTo", time(certificate.getNotAfter()))
                .put("serialNumber", serialNumber(certificate))
                .put("fingerprint", fingerprint(CryptoDigest.SHA1.digest(), der))
                .put("fingerprint256", fingerprint(CryptoDigest.SHA256.digest(), der))
                .put("fingerprint512", fingerprint(CryptoDigest.SHA512.digest(), der));
        var names = alternativeNames(certificate);
        if (!names.isEmpty()) described.put("subjectAltName", String.join(", ", names));
        return described;
    }

    private static String serialNumber(X509Certificate certificate) {
        var hex = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
        return hex.length() % 2 == 0 ? hex : "0" + hex;
    }

    private static String time(Date date) {
        return TIME.format(date.toInstant());
    }

    private static String fingerprint(MessageDigest digest, byte[] der) {
        return COLONS.formatHex(digest.digest(der));
    }

    private static String name(byte[] encoded) {
        var lines = new ArrayList<String>();
        for (var part : X500Name.getInstance(encoded).getRDNs()) {
            var values = new ArrayList<String>();
            for (var value : part.getTypesAndValues()) {
                var type = NAMES.getOrDefault(value.getType(), BCStyle.INSTANCE.oidToDisplayName(value.getType()));
                values.add((type == null ? value.getType().getId() : type) + "="
                        + IETFUtils.valueToString(value.getValue()));
            }
            lines.add(String.join(" + ", values));
        }
        return String.join("\n", lines);
    }

    private static List<String> alternativeNames(X509Certificate certificate) throws CertificateException {
        var names = new ArrayList<String>();
        var all = certificate.getSubjectAlternativeNames();
        if (all == null) return names;
        for (var name : all) {
            if (!(name.get(0) instanceof Integer kind) || !(name.get(1) instanceof String value)) continue;
            var label = switch (kind) {
                case 1 -> "email:";
                case 2 -> "DNS:";
                case 6 -> "URI:";
                case 7 -> "IP Address:";
                default -> "";
            };
            // A name with a comma could pass for two (CVE-2021-44532): it is quoted, as Node does.
            if (!label.isEmpty()) names.add(label + (value.matches(".*[,\"\\\\].*") ? quoted(value) : value));
        }
        return names;
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
