package dev.postern;

import static java.util.Objects.checkIndex;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.api.Effects;
import dev.postern.api.EffectsMerge;
import dev.postern.event.AuthenticationMethod;
import dev.postern.event.Event;
import dev.postern.event.Request;
import dev.postern.factor.DuoOptions;
import dev.postern.factor.Factor;
import dev.postern.factor.FactorSelector;
import dev.postern.factor.MultifactorProvider;
import dev.postern.tenant.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How far a flow has come: data that a snapshot holds and {@link FlowRunner} moves on. Immutable.
 *
 * @param start what does not change
 * @param event as the next Action begins with it, but for the metadata that is still to be written
 * @param position index of the Action that runs next, once what is open is done
 * @param mfa what is asked of the user, and was
 * @param departure where the Action before the position sends the user once its MFA demands are met, or null
 * @param effects of all Actions so far
 * @param executions so far
 */
record FlowState(
        Start start,
        FlowEvent event,
        int position,
        Mfa mfa,
        @Nullable Departure departure,
        Effects effects,
        List<Execution> executions) {

    /** What a flow began with; and the factors it may use, which the host may change when the flow goes on. */
    record Start(
            Tenant tenant,
            Set<Factor> factors,
            String trigger,
            String transactionId,
            int depth,
            List<PinnedAction> actions) {
        Start {
            requireNonNull(tenant, "tenant");
            requireNonNull(trigger, "trigger");
            requireNonNull(transactionId, "transactionId");
            factors = Set.copyOf(factors);
            actions = List.copyOf(actions);
        }

        Start withFactors(Set<Factor> changed) {
            return new Start(tenant, changed, trigger, transactionId, depth, actions);
        }
    }

    /** An Action version the flow began with, and the names of the secrets it had. */
    record PinnedAction(String name, String contentHash, Set<String> secretNames) {
        PinnedAction {
            requireNonNull(name, "name");
            requireNonNull(contentHash, "contentHash");
            secretNames = Set.copyOf(secretNames);
        }
    }

    /** The event, which Jackson writes and reads as the JSON it is. */
    record FlowEvent(@JsonIgnore Event value) {
        @JsonCreator
        static FlowEvent of(ObjectNode json) {
            return new FlowEvent(Event.of(json));
        }

        @JsonValue
        ObjectNode json() {
            return (ObjectNode) value.at(); // not copied: it is written at once
        }
    }

    /** Where the user goes before the same Action goes on. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Redirect.class, name = "redirect"),
        @JsonSubTypes.Type(value = Form.class, name = "form")
    })
    sealed interface Departure {}

    /** Where {@code sendUserTo} sends the user. */
    record Redirect(String url, Map<String, String> query) implements Departure {
        Redirect {
            requireNonNull(url, "url");
            query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        }
    }

    /** The form that {@code render} shows. */
    record Form(String promptId, ObjectNode fields, ObjectNode vars) implements Departure {
        Form {
            requireNonNull(promptId, "promptId");
            requireNonNull(fields, "fields");
            requireNonNull(vars, "vars");
        }
    }

    /** One challenge or enroll command that waits for its turn. */
    record Demand(boolean enrollment, List<FactorSelector> factors, boolean picker) {
        Demand {
            factors = List.copyOf(factors);
        }
    }

    /** What {@code multifactor.enable} has asked for. */
    record Requested(
            MultifactorProvider provider,
            boolean allowRememberBrowser,
            @Nullable DuoOptions duo) {
        Requested {
            requireNonNull(provider, "provider");
        }
    }

    /**
     * The MFA of this flow.
     *
     * @param demands open ones, in call order
     * @param passed factors that the user has proved in this transaction
     * @param commands how many challenge and enroll commands there were
     * @param requested what was asked for after all Actions, or null
     */
    record Mfa(
            List<Demand> demands,
            Set<Factor> passed,
            int commands,
            @Nullable Requested requested) {
        static final Mfa NONE = new Mfa(List.of(), Set.of(), 0, null);

        Mfa {
            demands = List.copyOf(demands);
            passed = Set.copyOf(passed);
        }

        Mfa withoutFirst() {
            return new Mfa(demands.subList(1, demands.size()), passed, commands, requested);
        }

        Mfa withPassed(@Nullable Factor factor) {
            var all = EnumSet.noneOf(Factor.class);
            all.addAll(passed);
            if (factor != null) {
                all.add(factor);
            }
            return new Mfa(demands, all, commands, requested);
        }

        boolean hasPassedAny(List<FactorSelector> factors) {
            return factors.stream().anyMatch(selector -> passed.contains(selector.type()));
        }
    }

    FlowState {
        requireNonNull(start, "start");
        requireNonNull(event, "event");
        requireNonNull(mfa, "mfa");
        requireNonNull(effects, "effects");
        checkIndex(position, start.actions().size() + 1);
        executions = List.copyOf(executions);
    }

    static FlowState begin(Start start, Event event) {
        return new FlowState(start, new FlowEvent(event), 0, Mfa.NONE, null, Effects.none(), List.of());
    }

    /** A flow that has paused has a browser: what the request that resumes it says of that is the user's own word. */
    boolean hasPaused() {
        return executions.stream().anyMatch(execution -> execution.outcome() == Execution.Outcome.SUSPENDED);
    }

    boolean canRedirect() {
        return hasPaused() || event.value().canRedirect();
    }

    boolean isAtEnd() {
        return position == start.actions().size();
    }

    /** The event as the Action at the position begins with it (semantics 4). */
    Event currentEvent() {
        return event.value().withMetadata(effects.userMetadata(), effects.appMetadata());
    }

    /** The state after the Action before the position has run, or the one at the position if it is new. */
    FlowState after(
            int newPosition, Event changed, Mfa changedMfa, @Nullable Departure departure, Effects changedEffects) {
        return new FlowState(
                start, new FlowEvent(changed), newPosition, changedMfa, departure, changedEffects, executions);
    }

    FlowState with(Mfa changed) {
        return new FlowState(start, event, position, changed, departure, effects, executions);
    }

    /** With another position; whatever the Action before it asked for is lost. */
    FlowState at(int newPosition) {
        return new FlowState(start, event, newPosition, mfa, departure, effects, executions);
    }

    FlowState withoutDeparture() {
        return new FlowState(start, event, position, mfa, null, effects, executions);
    }

    private FlowState with(Event changed) {
        return new FlowState(start, new FlowEvent(changed), position, mfa, departure, effects, executions);
    }

    FlowState withExecution(Execution execution) {
        var all = new ArrayList<>(executions);
        all.add(execution);
        return new FlowState(start, event, position, mfa, departure, effects, all);
    }

    FlowState withLastExecution(UnaryOperator<Execution> change) {
        if (executions.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(executions);
        all.set(all.size() - 1, change.apply(all.getLast()));
        return new FlowState(start, event, position, mfa, departure, effects, all);
    }

    FlowState withPassed(@Nullable Factor factor, Instant when) {
        var method = AuthenticationMethod.mfa(factor, when);
        var merge = new EffectsMerge(effects, event.value());
        merge.method(method);
        return new FlowState(
                start,
                new FlowEvent(event.value().withMethod(method)),
                position,
                mfa.withPassed(factor),
                departure,
                merge.effects(),
                executions);
    }

    FlowState withEnrolled(Factor factor) {
        return with(event.value().withEnrolledFactor(factor));
    }

    FlowState withRequest(Request request) {
        return with(event.value().withRequest(request));
    }

    /** With what came of the form, for the Action that has shown it. */
    FlowState withPrompt(String promptId, ObjectNode fields, ObjectNode vars) {
        var prompt = JsonNodeFactory.instance.objectNode().put("id", promptId);
        prompt.set("fields", fields);
        prompt.set("vars", vars);
        return with(event.value().withMember(prompt, "prompt"));
    }

    /** With what the host knows now of the factors. */
    FlowState withFactors(Set<Factor> usable, Event changed) {
        return new FlowState(
                start.withFactors(usable), new FlowEvent(changed), position, mfa, departure, effects, executions);
    }
}
