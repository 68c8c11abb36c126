package dev.postern.keycloak;

/** A setting of a step that is not as it must be. No Action of the realm runs until it is. */
final class SettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingException(String message) {
        super(message);
    }
}
