package dev.postern.api;

import dev.postern.event.Event;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which custom claims are left out without an error (semantics 69 and 70). */
final class ClaimRules {

    private static final Set<String> RESERVED = Set.of(
            "acr act active amr at_hash ath attest aud auth_time authorization_details azp c_hash client_id cnf cty dest entitlements events exp groups gty htm htu iat internalService iss jcard jku jti jwe jwk kid may_act mky nbf nonce object_id org_id org_name orig origid permissions roles rph s_hash sid sip_callid sip_cseq_num sip_date sip_from_tag sip_via_branch sub sub_jwk toe txn typ uuid vot vtm x5t#S256"
                    .split(" ", -1));
    private static final Set<String> RESERVED_DOMAINS = Set.of("auth0.com", "webtask.io", "webtask.run");

    /** A URL as a claim's name, read leniently: whatever could be taken for a host is one. */
    private static final Pattern NAMESPACE = Pattern.compile(
            "\\s*https?:[/\\\\]+([^/\\\\?#]*@)?(?<host>[^/\\\\?#:@]*?)\\.?\\s*(?=$|[/\\\\?#:])",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> OWN_API_PATHS = Set.of("/api", "/api/v2", "/mfa");
    private static final Map<String, String> SCOPE_OF_PROFILE_CLAIM = scopeOfProfileClaim();

    private ClaimRules() {}

    static boolean isKeptInIdToken(String name) {
        return !RESERVED.contains(name) && !name.startsWith("$") && !isReservedNamespace(name);
    }

    static boolean isKeptInAccessToken(String name, Event event) {
        if (!isKeptInIdToken(name)) {
            return false;
        }
        var scope = SCOPE_OF_PROFILE_CLAIM.get(name);
        if (scope != null && !isRequested(scope, event)) {
            return false;
        }
        return !isOwnApi(event) || isNamespaced(name);
    }

    private static boolean isNamespaced(String name) {
        return NAMESPACE.matcher(name).lookingAt()
                || name.strip().toLowerCase(Locale.ROOT).startsWith("urn:");
    }

    private static boolean isReservedNamespace(String name) {
        if (name.strip().toLowerCase(Locale.ROOT).startsWith("urn:auth0")) {
            return true;
        }
        var namespace = NAMESPACE.matcher(name);
        if (!namespace.lookingAt()) {
            return false;
        }
        var host = namespace.group("host").toLowerCase(Locale.ROOT);
        return RESERVED_DOMAINS.stream().anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }

    private static boolean isRequested(String scope, Event event) {
        for (var requested : event.at("transaction", "requested_scopes")) {
            if (requested.asText("").equals(scope)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the access token is for the identity server itself. */
    private static boolean isOwnApi(Event event) {
        var audience = event.at("resource_server", "identifier").asText("");
        var own = "https://" + event.at("request", "hostname").asText("");
        return audience.startsWith(own + "/")
                && OWN_API_PATHS.contains(audience.substring(own.length()).replaceFirst("/$", ""));
    }

    private static Map<String, String> scopeOfProfileClaim() {
        var scopes = new HashMap<String, String>();
        for (var name :
                "name family_name given_name middle_name nickname preferred_username profile picture website gender birthdate zoneinfo locale updated_at"
                        .split(" ", -1)) {
            scopes.put(name, "profile");
        }
        scopes.put("email", "email");
        scopes.put("email_verified", "email");
        scopes.put("phone_number", "phone");
        scopes.put("phone_number_verified", "phone");
        scopes.put("address", "address");
        return Map.copyOf(scopes);
    }
}
