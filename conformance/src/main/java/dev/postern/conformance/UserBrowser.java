package dev.postern.conformance;

import dev.postern.factor.Factor;
import java.util.Map;

/**
 * A user's browser, with cookies of its own. Each method does what a user would do at the page where the browser is,
 * and tells where it is then. Not thread-safe; the kit drives several at once, each on one thread, and closes what it has
 * opened.
 *
 * <p>A driver reports what it sees: a page that it does not know is an {@link AssertionError} that quotes it.
 */
public interface UserBrowser extends AutoCloseable {

    /**
     * Begins a login at the application of {@link ConformanceTenant}, which adds these parameters to its request, and types
     * the name and the password where they are asked for. If the browser is in a session there is nothing to type.
     */
    Screen logIn(String user, Map<String, String> parameters);

    /** Takes this factor: at a {@link Screen.Picker}, or by what leads from another factor's page to it. */
    Screen choose(Factor factor);

    /**
     * Types the code that a {@link Screen.Challenge} or an {@link Screen.Enrollment} asks for, and sends it. Where an
     * enrolled recovery code only has to be confirmed, it is.
     */
    Screen enterCode(String code);

    /** Fills in these inputs of a {@link Screen.Form}, and sends it. */
    Screen sendForm(Map<String, String> fields);

    /**
     * Comes to where the server waits for browsers that an Action has sent away, with these parameters in the query; the
     * {@code state} is one of them, if there is any.
     */
    Screen comeBack(Map<String, String> parameters);

    /** Loads the page again. */
    Screen reload();

    /** Sends the last answer once more, exactly as it was: the user went back, or clicked twice. */
    Screen repeat();

    /**
     * All that the browser and its application have been shown until now: pages, addresses, what the token endpoint
     * answered, claims in plain text. The kit looks in it for what must not be there.
     */
    String seen();

    @Override
    void close();
}
