package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

import dev.postern.Awaiting;
import dev.postern.factor.Factor;
import dev.postern.factor.FactorSelector;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.models.Constants;

/**
 * Has Keycloak's own pages ask for a factor, or enroll one, after a page where the user chooses among several.
 *
 * @param factors that the user may take, the default first
 * @param picker whether the user chooses before anything is asked
 * @param enrolls whether the factor is enrolled
 */
record FactorPage(List<Factor> factors, boolean picker, boolean enrolls) {

    /** A note of the login. */
    static final String CHOSEN = "postern.factor";

    private static final String CHOOSE = "postern-factor";

    FactorPage {
        factors = List.copyOf(factors);
    }

    static FactorPage of(Awaiting.Challenge challenge) {
        return new FactorPage(types(challenge.factors()), challenge.picker(), false);
    }

    static FactorPage of(Awaiting.Enrollment enrollment) {
        return new FactorPage(types(enrollment.factors()), enrollment.picker(), true);
    }

    private static List<Factor> types(List<FactorSelector> selectors) {
        return selectors.stream().map(FactorSelector::type).toList();
    }

    /** Shows the page of the factor that was chosen, or where one is to be chosen. */
    void show(AuthenticationFlowContext context) {
        var chosen = chosen(context);
        if (wantsAnother(context)) {
            context.getAuthenticationSession().removeAuthNote(CHOSEN);
            showPicker(context);
        } else if (chosen.isPresent()) {
            ask(context, chosen.get());
        } else if (picker && factors.size() > 1) {
            showPicker(context);
        } else {
            choose(context, factors.getFirst());
        }
    }

    /** The factor that the user has passed or enrolled with this request; if none, the next page is shown. */
    Optional<Factor> answer(AuthenticationFlowContext context) {
        var choice = context.getHttpRequest().getDecodedFormParameters().getFirst(CHOOSE);
        if (choice != null) {
            var factor = Factor.find(choice).filter(factors::contains);
            if (factor.isPresent()) {
                choose(context, factor.get());
            } else {
                show(context);
            }
            return Optional.empty();
        }
        var chosen = chosen(context);
        if (chosen.isEmpty()) {
            show(context);
            return Optional.empty();
        }
        var done = enrolls ? enroll(context, chosen.get()) : pass(context, chosen.get());
        done.ifPresent(factor -> context.getAuthenticationSession().removeAuthNote(CHOSEN));
        return done;
    }

    private Optional<Factor> chosen(AuthenticationFlowContext context) {
        return Optional.ofNullable(context.getAuthenticationSession().getAuthNote(CHOSEN))
                .flatMap(Factor::find)
                .filter(factors::contains);
    }

    private void choose(AuthenticationFlowContext context, Factor factor) {
        context.getAuthenticationSession().setAuthNote(CHOSEN, factor.id());
        ask(context, factor);
    }

    private void showPicker(AuthenticationFlowContext context) {
        context.challenge(context.form()
                .setAttribute("factors", factors.stream().map(Factor::id).toList())
                .setAttribute("enrolls", enrolls)
                .createForm("postern-factors.ftl"));
    }

    /** Has pages of this context link to another way, which Keycloak does where it thinks that there are two steps. */
    private void linkToOthers(AuthenticationFlowContext context) {
        var own = context.getAuthenticationSelections();
        if (factors.size() > 1 && own != null && own.size() == 1) {
            context.setAuthenticationSelections(List.of(own.getFirst(), own.getFirst()));
        }
    }

    /** Whether the user has followed that link: Keycloak lists its steps, of which there is but one, and begins the chosen one. */
    private boolean wantsAnother(AuthenticationFlowContext context) {
        return factors.size() > 1
                && context.getHttpRequest().getDecodedFormParameters().containsKey(Constants.AUTHENTICATION_EXECUTION);
    }

    private void ask(AuthenticationFlowContext context, Factor factor) {
        if (enrolls) {
            var action = requiredAction(context, factor);
            var enrollment = new EnrollmentContext(context, action);
            provider(context, action).requiredActionChallenge(enrollment);
            context.challenge(requireNonNull(enrollment.getChallenge()));
        } else {
            linkToOthers(context);
            authenticator(context, factor).authenticate(context);
            // No page of Keycloak's asks for nothing and lets the user through.
            if (context.getStatus() != FlowStatus.CHALLENGE && context.getStatus() != FlowStatus.FORCE_CHALLENGE) {
                throw new IllegalStateException(factor + " was not asked for: " + context.getStatus());
            }
        }
    }

    private Optional<Factor> pass(AuthenticationFlowContext context, Factor factor) {
        linkToOthers(context);
        authenticator(context, factor).action(context);
        return context.getStatus() == FlowStatus.SUCCESS
                ? offered(context, FactorMethods.proved(context, factor))
                : Optional.empty();
    }

    /** A page for one kind of WebAuthn authenticator also takes the other, which may not be what was asked for. */
    private Optional<Factor> offered(AuthenticationFlowContext context, Factor proved) {
        if (factors.contains(proved)) {
            return Optional.of(proved);
        }
        show(context);
        return Optional.empty();
    }

    private Optional<Factor> enroll(AuthenticationFlowContext context, Factor factor) {
        var action = requiredAction(context, factor);
        var enrollment = new EnrollmentContext(context, action);
        var before = credentials(context);
        provider(context, action).processAction(enrollment);
        return switch (requireNonNull(enrollment.getStatus())) {
            case SUCCESS -> {
                if (before.containsAll(credentials(context))) {
                    show(context); // nothing was enrolled
                    yield Optional.empty();
                }
                enrollment
                        .getEvent()
                        .detail(Details.CUSTOM_REQUIRED_ACTION, action.getId())
                        .success();
                yield offered(context, FactorMethods.enrolledLast(context.getUser(), factor));
            }
            case CHALLENGE -> {
                context.challenge(requireNonNull(enrollment.getChallenge()));
                yield Optional.empty();
            }
            case CANCELLED, IGNORE, FAILURE -> {
                show(context);
                yield Optional.empty();
            }
        };
    }

    private static Set<String> credentials(AuthenticationFlowContext context) {
        return context.getUser()
                .credentialManager()
                .getStoredCredentialsStream()
                .map(CredentialModel::getId)
                .collect(Collectors.toSet());
    }

    private static FactorMethods.Method method(AuthenticationFlowContext context, Factor factor) {
        return ActionsAuthenticatorFactory.server(context.getSession())
                .factors()
                .get(factor);
    }

    private static Authenticator authenticator(AuthenticationFlowContext context, Factor factor) {
        return context.getSession()
                .getProvider(Authenticator.class, method(context, factor).authenticator());
    }

    private static RequiredActionFactory requiredAction(AuthenticationFlowContext context, Factor factor) {
        var id = method(context, factor)
                .requiredAction()
                .orElseThrow(() -> new IllegalStateException("this server has no way to enroll " + factor));
        return (RequiredActionFactory)
                context.getSession().getKeycloakSessionFactory().getProviderFactory(RequiredActionProvider.class, id);
    }

    private static RequiredActionProvider provider(AuthenticationFlowContext context, RequiredActionFactory action) {
        return action.create(context.getSession());
    }
}
