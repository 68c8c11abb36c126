package dev.postern.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.factor.Factor;
import dev.postern.tenant.MfaPolicy;
import dev.postern.tenant.NothingToEnroll;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads a {@code postern.json}: what a dashboard would hold. */
final class TenantSettings {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> NAMES =
            Set.of("trigger", "mfa_policy", "factors", "nothing_to_enroll", "cache_bytes", "saml_chars");

    private static final String ALL = "trigger, mfa_policy, factors, nothing_to_enroll, cache_bytes and saml_chars";

    private TenantSettings() {}

    /** The trigger of the folder's Actions, if the file names one. */
    static Optional<Trigger> trigger(Path file) {
        var name = FlowSource.json(file).path("trigger");
        return name.isMissingNode()
                ? Optional.empty()
                : Optional.of(Trigger.find(name.asText())
                        .orElseThrow(() -> new UsageException(file + " names the trigger " + name
                                + ", which there is not; there are " + FlowSource.triggers())));
    }

    static Tenant read(Path file) {
        var settings = FlowSource.json(file);
        if (!settings.isObject()) {
            throw new UsageException(file + " is not a JSON object of the settings " + ALL);
        }
        for (var setting : settings.properties()) {
            if (!NAMES.contains(setting.getKey())) {
                throw new UsageException(
                        file + " has the unknown setting '" + setting.getKey() + "'; there are " + ALL);
            }
        }
        try {
            return tenant(settings);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new UsageException(
                    file + " has a value that is not allowed: mfa_policy is never, always or"
                            + " adaptive, nothing_to_enroll is fail or skip, factors is an array of factor names, cache_bytes and saml_chars are whole numbers");
        }
    }

    private static Tenant tenant(JsonNode settings) throws JsonProcessingException {
        var tenant = Tenant.of(FlowSource.TENANT);
        if (settings.has("mfa_policy")) {
            tenant = tenant.withMfaPolicy(word(settings.get("mfa_policy"), MfaPolicy.class));
        }
        if (settings.has("nothing_to_enroll")) {
            tenant = tenant.withNothingToEnroll(word(settings.get("nothing_to_enroll"), NothingToEnroll.class));
        }
        if (settings.has("factors")) {
            tenant = tenant.withFactors(factors(settings.get("factors")));
        }
        if (settings.has("cache_bytes")) {
            tenant = tenant.withCacheBytes(size(settings.get("cache_bytes")));
        }
        if (settings.has("saml_chars")) {
            tenant = tenant.withSamlChars(size(settings.get("saml_chars")));
        }
        return tenant;
    }

    private static int size(JsonNode value) {
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw new IllegalArgumentException("not a whole number");
        }
        return value.intValue();
    }

    /** The constant of this name; Jackson alone would take null and ordinal numbers as well. */
    private static <E extends Enum<E>> E word(JsonNode value, Class<E> type) throws JsonProcessingException {
        if (!value.isTextual()) {
            throw new IllegalArgumentException("not a string");
        }
        return MAPPER.treeToValue(value, type);
    }

    private static Set<Factor> factors(JsonNode names) {
        if (!names.isArray()) {
            throw new IllegalArgumentException("not an array");
        }
        var factors = EnumSet.noneOf(Factor.class);
        for (var name : names) {
            factors.add(Factor.parse(name.asText()));
        }
        return factors;
    }
}
