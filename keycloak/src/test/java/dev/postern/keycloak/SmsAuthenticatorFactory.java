package dev.postern.keycloak;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Somebody else's provider of a factor that Keycloak does not have: it sends codes by writing them to the log. */
public final class SmsAuthenticatorFactory implements AuthenticatorFactory, StepFactory<Authenticator> {

    static final String ID = "sms";

    /** Makes a jar of it for the folder of providers. */
    static void pack(Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var type : new Class<?>[] {SmsAuthenticatorFactory.class, Sms.class}) {
                var name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (var in = type.getClassLoader().getResourceAsStream(name)) {
                    in.transferTo(out);
                }
            }
            out.putNextEntry(new JarEntry("META-INF/services/" + AuthenticatorFactory.class.getName()));
            out.write(SmsAuthenticatorFactory.class.getName().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new Sms();
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "SMS";
    }

    @Override
    public String getHelpText() {
        return "Sends a code.";
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
    }

    private static final class Sms implements Authenticator {

        private static final Logger LOG = Logger.getLogger(Sms.class);
        private static final String CODE = "sms-code";

        @Override
        public void authenticate(AuthenticationFlowContext context) {
            var code = SecretGenerator.getInstance().randomString(6, SecretGenerator.DIGITS);
            context.getAuthenticationSession().setAuthNote(CODE, code);
            LOG.infof("sms to %s: %s", context.getUser().getFirstAttribute("phoneNumber"), code);
            context.challenge(page(context));
        }

        private static Response page(AuthenticationFlowContext context) {
            var page = "<form method='post' action='" + context.getActionUrl(context.generateAccessCode())
                    + "'><input id='sms' name='sms'><button id='send'>Send</button></form>";
            return Response.ok(page, MediaType.TEXT_HTML_TYPE).build();
        }

        @Override
        public void action(AuthenticationFlowContext context) {
            var given = context.getHttpRequest().getDecodedFormParameters().getFirst("sms");
            if (context.getAuthenticationSession().getAuthNote(CODE).equals(given)) {
                context.success();
            } else {
                context.challenge(page(context));
            }
        }

        @Override
        public boolean requiresUser() {
            return true;
        }

        @Override
        public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
            return user.getFirstAttribute("phoneNumber") != null;
        }

        @Override
        public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
            // the number comes with the profile
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
