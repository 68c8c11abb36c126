package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.postern.action.ActionVersion;
import dev.postern.deployment.Flow;
import dev.postern.factor.Factor;
import dev.postern.sandbox.ModuleFiles;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Actions that require files of their own. How files are found is told by the sandbox's cases. */
final class ModulesTest {

    private static final ActionVersion STEP_UP = ActionVersion.of(
            "step-up.js",
            "const { factors } = require('./lib/factors');\n"
                    + "exports.onExecutePostLogin = async (event, api) => api.authentication.challengeWithAny(factors);");
    private static final ActionVersion CLAIM = ActionVersion.of(
            "claim.js",
            "exports.onExecutePostLogin = async (event, api) => api.idToken.setCustomClaim('slug', require('slug')('A b'));");

    @Test
    void goOnAfterAPauseWithTheFilesTheyBeganWith() {
        var actions = List.of(
                STEP_UP.withModules(ModuleFiles.of(
                        Map.of("lib/factors.js", "exports.factors = [{ type: 'otp' }, { type: 'phone' }];"))),
                CLAIM.withModules(ModuleFiles.of(Map.of(
                        "node_modules/slug/index.js",
                        "module.exports = (text) => text.toLowerCase().replace(' ', '-');"))));
        try (var runtime = ActionsRuntime.builder().build()) {
            var started =
                    runtime.start(new Flow(Tenant.of("acme"), Trigger.POST_LOGIN, actions), Flows.event("auth0|1"));
            var paused = assertInstanceOf(FlowResult.Paused.class, started);
            var ended = runtime.resume(paused.resumeToken(), new Resumption.Challenge(Factor.OTP, Flows.request()));
            var completed = assertInstanceOf(FlowResult.Completed.class, ended);
            assertEquals(
                    "\"a-b\"",
                    String.valueOf(completed.effects().idTokenClaims().get("slug")));
        }
    }

    @Test
    void areAnotherVersionWithAnotherFile() {
        var one = CLAIM.withModules(ModuleFiles.of(Map.of("a.js", "1")));
        assertEquals(one, CLAIM.withModules(ModuleFiles.of(Map.of("a.js", "1"))));
        for (var other : List.of(
                Map.of("a.js", "2"), Map.of("b.js", "1"), Map.of("a.js", "1", "b.js", ""), Map.<String, String>of())) {
            assertNotEquals(one, CLAIM.withModules(ModuleFiles.of(other)));
        }
    }
}
