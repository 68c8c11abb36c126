package dev.postern.keycloak;

import org.keycloak.models.UserModel;
import org.keycloak.storage.ReadOnlyException;

/** How often a user has logged in: Keycloak does not count, so an attribute does. */
final class LoginCount {

    private static final String ATTRIBUTE = "postern.logins_count";

    private LoginCount() {}

    static int of(UserModel user) {
        var text = user.getFirstAttribute(ATTRIBUTE);
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    static void add(UserModel user) {
        try {
            user.setSingleAttribute(ATTRIBUTE, String.valueOf(of(user) + 1));
        } catch (ReadOnlyException e) {
            // the count of a user whom Keycloak may not write stays at one
        }
    }
}
