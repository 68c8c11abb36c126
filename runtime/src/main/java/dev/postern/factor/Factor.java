package dev.postern.factor;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** A kind of proof, under Auth0's name for it (semantics 35). */
public enum Factor {
    OTP("otp"),
    EMAIL("email"),
    PHONE("phone"),
    PUSH_NOTIFICATION("push-notification"),
    WEBAUTHN_ROAMING("webauthn-roaming"),
    WEBAUTHN_PLATFORM("webauthn-platform"),
    RECOVERY_CODE("recovery-code");

    private final String id;

    Factor(String id) {
        this.id = id;
    }

    @JsonValue
    public String id() {
        return id;
    }

    /** The factor of this name; {@code push} is another name of {@link #PUSH_NOTIFICATION}. */
    public static Optional<Factor> find(String id) {
        var name = id.equals("push") ? PUSH_NOTIFICATION.id : id;
        return Arrays.stream(values()).filter(factor -> factor.id.equals(name)).findFirst();
    }

    /** The factor of this name. */
    @JsonCreator
    public static Factor parse(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no factor is named '" + id + "'"));
    }

    /** Whether a user can be asked to register it: all but the mail address, which comes with the profile. */
    public boolean canEnroll() {
        return this != EMAIL;
    }

    /**
     * Whether it is a factor in its own right. A mail address and a recovery code only stand in for another one, so
     * they are no reason to demand a challenge before the first enrollment (semantics 42).
     */
    public boolean isIndependent() {
        return this != EMAIL && this != RECOVERY_CODE;
    }

    /** Whether enrolling it proves that the user has it: all but a recovery code, which is only handed out. */
    public boolean isProvedByEnrollment() {
        return this != RECOVERY_CODE;
    }

    @Override
    public String toString() {
        return id;
    }
}
