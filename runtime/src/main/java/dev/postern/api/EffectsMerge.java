package dev.postern.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.api.ApiCommand.Holder;
import dev.postern.error.ErrorCode;
import dev.postern.event.AuthenticationMethod;
import dev.postern.event.Event;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds the commands of one Action to the effects so far. Not thread-safe; use one for one Action. */
public final class EffectsMerge {

    /** The most a token may carry of custom claims, in UTF-8 of their JSON (semantics 70). */
    public static final int MAX_CLAIMS_BYTES = 100 << 10;

    /** The most metadata a flow may write of either kind, in UTF-8 of its JSON. */
    public static final int MAX_METADATA_BYTES = 32 << 10;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Logger LOG = LoggerFactory.getLogger(EffectsMerge.class);

    private final Event event;
    private final Map<String, JsonNode> idTokenClaims;
    private final Map<String, JsonNode> accessTokenClaims;
    private final Set<String> scopesAdded;
    private final Set<String> scopesRemoved;
    private final Map<String, JsonNode> userMetadata;
    private final Map<String, JsonNode> appMetadata;
    private final List<AuthenticationMethod> methods;
    private final Map<String, Origin> provenance;
    private @Nullable String primaryUserId;
    private @Nullable SessionChange session;
    private @Nullable SessionChange refreshToken;
    private @Nullable SamlResponse samlResponse;
    private @Nullable List<String> targetScopes;
    private @Nullable URI resultUrl;
    private @Nullable String userId;
    private @Nullable TokenExchange tokenExchange;
    private @Nullable Notification notification;

    /** Starts from the effects so far; the event decides which claims are kept. */
    public EffectsMerge(Effects before, Event event) {
        this.event = event;
        idTokenClaims = new LinkedHashMap<>(before.idTokenClaims());
        accessTokenClaims = new LinkedHashMap<>(before.accessTokenClaims());
        scopesAdded = new LinkedHashSet<>(before.scopesAdded());
        scopesRemoved = new LinkedHashSet<>(before.scopesRemoved());
        userMetadata = new LinkedHashMap<>(before.userMetadata());
        appMetadata = new LinkedHashMap<>(before.appMetadata());
        methods = new ArrayList<>(before.authenticationMethods());
        provenance = new LinkedHashMap<>(before.provenance());
        primaryUserId = before.primaryUserId();
        session = before.session();
        refreshToken = before.refreshToken();
        samlResponse = before.samlResponse();
        targetScopes = before.targetScopes();
        resultUrl = before.resultUrl();
        userId = before.userId();
        tokenExchange = before.tokenExchange();
        notification = before.notification();
    }

    /** Adds one command. */
    public void add(ApiCommand.Effect command, Origin origin) {
        var path = switch (command) {
            case ApiCommand.SetIdTokenClaim claim -> claim(claim);
            case ApiCommand.SetAccessTokenClaim claim -> claim(claim);
            case ApiCommand.AddScope add -> {
                scopesRemoved.remove(add.scope());
                scopesAdded.add(add.scope());
                yield "scopes." + add.scope();
            }
            case ApiCommand.RemoveScope remove -> {
                scopesAdded.remove(remove.scope());
                scopesRemoved.add(remove.scope());
                yield "scopes." + remove.scope();
            }
            case ApiCommand.SetUserMetadata set -> put(userMetadata, "user_metadata.", set.name(), set.value());
            case ApiCommand.SetAppMetadata set -> put(appMetadata, "app_metadata.", set.name(), set.value());
            case ApiCommand.SetPrimaryUser user -> {
                primaryUserId = user.userId();
                yield "primary_user_id";
            }
            case ApiCommand.Shorten shorten -> {
                var before = change(shorten.holder());
                change(shorten.holder(), change -> change.shorten(shorten.idle(), shorten.millis()));
                yield before.equals(change(shorten.holder()))
                        ? "" // an earlier end was asked for before
                        : path(shorten.holder(), shorten.idle() ? "idle_expires_at" : "expires_at");
            }
            case ApiCommand.SetEntry set -> {
                change(set.holder(), change -> change.withEntry(set.key(), set.value()));
                yield path(set.holder(), "metadata." + set.key());
            }
            case ApiCommand.EvictEntries evict -> {
                change(evict.holder(), SessionChange::withoutEntries);
                provenance.keySet().removeIf(entry -> entry.startsWith(path(evict.holder(), "metadata.")));
                yield path(evict.holder(), "evict_metadata");
            }
            case ApiCommand.SetCookieMode set -> {
                change(Holder.SESSION, change -> change.withCookieMode(set.mode()));
                yield path(Holder.SESSION, "cookie_mode");
            }
            case ApiCommand.SetSamlAttribute set -> {
                samlResponse = samlResponse().withAttribute(set.name(), set.value());
                yield "saml_response.attributes." + set.name();
            }
            case ApiCommand.SetSaml set -> {
                samlResponse = samlResponse().withSetting(set.setting(), set.value());
                yield "saml_response.settings." + set.setting();
            }
            case ApiCommand.SetResultUrl set -> {
                resultUrl = WebUrl.withQuery(WebUrl.parse(set.url()), set.query());
                yield "result_url";
            }
            case ApiCommand.SetUserId set -> {
                userId = set.userId();
                yield "user_id";
            }
            case ApiCommand.BindUser bind -> {
                tokenExchange = tokenExchange().withUser(bind.user());
                yield "token_exchange.user";
            }
            case ApiCommand.SetOrganization set -> {
                tokenExchange = tokenExchange().withOrganization(set.idOrName());
                yield "token_exchange.organization";
            }
            case ApiCommand.SetActor set -> {
                tokenExchange = tokenExchange().withActor(set.actor());
                yield "token_exchange.actor";
            }
            case ApiCommand.Notify notify -> {
                notification = notify.notification();
                yield "notification";
            }
        };
        if (!path.isEmpty()) {
            caused(path, origin);
        }
    }

    /** Whether an access token may have a claim of this name (semantics 69 and 70). */
    public boolean isKeptInAccessToken(String claim) {
        return ClaimRules.isKeptInAccessToken(claim, event);
    }

    /** A revoked session ends, whatever else was asked of it; its refresh tokens live on if all who revoke it say so. */
    public void revoke(Holder holder, boolean preserveRefreshTokens, Origin origin) {
        change(
                holder,
                change ->
                        change.revoke(preserveRefreshTokens && (!change.revoked() || change.preserveRefreshTokens())));
        caused(path(holder, "revoked"), origin);
    }

    public void method(AuthenticationMethod method) {
        methods.add(method);
    }

    public void targetScopes(List<String> scopes, Origin origin) {
        targetScopes = List.copyOf(scopes);
        caused("target_scopes", origin);
    }

    /** Whether an Action has set the primary user. */
    public boolean hasPrimaryUser() {
        return primaryUserId != null;
    }

    /** Whether an Action has set the user of a custom token exchange. */
    public boolean hasUserOfExchange() {
        return tokenExchange != null && tokenExchange.user() != null;
    }

    /** A copy of all so far; to ask for one of them, use the methods above. */
    public Effects effects() {
        return new Effects(
                idTokenClaims,
                accessTokenClaims,
                scopesAdded,
                scopesRemoved,
                userMetadata,
                appMetadata,
                primaryUserId,
                methods,
                session,
                refreshToken,
                samlResponse,
                targetScopes,
                resultUrl,
                userId,
                tokenExchange,
                notification,
                provenance);
    }

    /** What a denied login keeps: metadata, and the end of what was revoked (semantics 13 and 18). */
    public Effects effectsOfDenial() {
        var kept = new EffectsMerge(Effects.none(), event);
        kept.userMetadata.putAll(userMetadata);
        kept.appMetadata.putAll(appMetadata);
        kept.session = ifRevoked(session);
        kept.refreshToken = ifRevoked(refreshToken);
        provenance.forEach((path, origin) -> {
            if (path.startsWith("user_metadata.") || path.startsWith("app_metadata.") || path.endsWith(".revoked")) {
                kept.provenance.put(path, origin);
            }
        });
        return kept.effects();
    }

    private static @Nullable SessionChange ifRevoked(@Nullable SessionChange change) {
        return change != null && change.revoked() ? SessionChange.NONE.revoke(change.preserveRefreshTokens()) : null;
    }

    /** A size limit that is exceeded. */
    public record Excess(ErrorCode code, String message) {}

    /**
     * The size limit that is exceeded, if one is.
     *
     * @param samlChars the most that the attributes of the SAML response take
     */
    public Optional<Excess> exceeded(int samlChars) {
        if (bytes(idTokenClaims) > MAX_CLAIMS_BYTES || bytes(accessTokenClaims) > MAX_CLAIMS_BYTES) {
            return Optional.of(new Excess(
                    ErrorCode.CLAIMS_TOO_LARGE, "the custom claims of a token exceed " + MAX_CLAIMS_BYTES + " bytes"));
        }
        if (bytes(userMetadata) > MAX_METADATA_BYTES || bytes(appMetadata) > MAX_METADATA_BYTES) {
            return Optional.of(new Excess(
                    ErrorCode.METADATA_TOO_LARGE, "the metadata to write exceeds " + MAX_METADATA_BYTES + " bytes"));
        }
        return samlResponse != null && chars(samlResponse.attributes()) > samlChars
                ? Optional.of(new Excess(
                        ErrorCode.COMMAND_INVALID,
                        "the attributes of the SAML response exceed " + samlChars + " characters"))
                : Optional.empty();
    }

    private String claim(ApiCommand.SetIdTokenClaim command) {
        if (!ClaimRules.isKeptInIdToken(command.name())) {
            LOG.debug("a claim of the ID token is reserved and left out"); // its name is the Action's text
            return "";
        }
        return put(idTokenClaims, "id_token_claims.", command.name(), command.value());
    }

    private String claim(ApiCommand.SetAccessTokenClaim command) {
        if (!isKeptInAccessToken(command.name())) {
            LOG.debug("a claim of the access token is reserved and left out");
            return "";
        }
        return put(accessTokenClaims, "access_token_claims.", command.name(), command.value());
    }

    private void change(Holder holder, UnaryOperator<SessionChange> change) {
        switch (holder) {
            case SESSION -> session = change.apply(change(holder));
            case REFRESH_TOKEN -> refreshToken = change.apply(change(holder));
        }
    }

    /** What has been asked of the session or of the refresh token so far. */
    public SessionChange change(Holder holder) {
        var change = holder == Holder.SESSION ? session : refreshToken;
        return change == null ? SessionChange.NONE : change;
    }

    private SamlResponse samlResponse() {
        return samlResponse == null ? SamlResponse.NONE : samlResponse;
    }

    private TokenExchange tokenExchange() {
        return tokenExchange == null ? TokenExchange.NONE : tokenExchange;
    }

    private static String path(Holder holder, String name) {
        return switch (holder) {
            case SESSION -> "session." + name;
            case REFRESH_TOKEN -> "refresh_token." + name;
        };
    }

    /** The last call is what caused it. */
    private void caused(String path, Origin origin) {
        provenance.remove(path);
        provenance.put(path, origin);
    }

    /** Undefined takes a value back that was set before in this flow (semantics 66). */
    private String put(Map<String, JsonNode> map, String prefix, String name, @Nullable JsonNode value) {
        map.remove(name);
        if (value == null) {
            provenance.remove(prefix + name);
            return "";
        }
        map.put(name, value);
        return prefix + name;
    }

    /** Names and values, without what JSON puts between them. */
    private static long chars(Map<String, JsonNode> map) {
        return map.entrySet().stream()
                .mapToLong(entry ->
                        entry.getKey().length() + entry.getValue().toString().length())
                .sum();
    }

    private static int bytes(Map<String, JsonNode> map) {
        if (map.isEmpty()) {
            return 0;
        }
        var json = MAPPER.createObjectNode();
        json.setAll(map);
        return json.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
