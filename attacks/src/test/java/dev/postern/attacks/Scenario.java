package dev.postern.attacks;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How an attack is played. Most are one script in one login. */
enum Scenario {
    /** The script is the only Action of one login. */
    LONE_SCRIPT(LoginScenarios::alone),
    /** A login with {@code turn=attack} in its query, then one with {@code turn=later} of the same tenant and one of another. */
    LATER_LOGIN(LoginScenarios::later),
    /** The same, where the attack is what {@code starve.js} makes of the script's function {@code use}. */
    STARVES_WHAT_IT_USES(LoginScenarios::starves),
    /** As many logins as two threads can start in a second. */
    MANY_LOGINS(LoginScenarios::many),
    /** The script is two tenants' Action: hundreds of logins of both at once, each of which must see its own secret. */
    SAME_CODE(LoginScenarios::sameCode),
    /** The script under names that collide, lie or lead elsewhere. */
    NAMES(LoginScenarios::names),
    /** The script is the first of two Actions; the other puts on the token what it sees of the first one's work. */
    WITH_ANOTHER_ACTION(LoginScenarios::withAnother),
    /** Every pause is answered as the user could: with the first factor that is offered, or by coming back. */
    ANSWERED(ResumeScenarios::answered),
    /** A pause is answered with a factor that was not offered, another kind of answer, or a token that was made up. */
    ANSWERED_WRONGLY(ResumeScenarios::answeredWrongly),
    /** One who was sent away comes back with the state of another login. */
    STATE_OF_ANOTHER(ResumeScenarios::stateOfAnother),
    /** The resume token is used twice, one after the other. */
    RESUMED_TWICE(SnapshotScenarios::twice),
    /** The resume token is used by many at the same moment, on two servers that share the store. */
    RESUMED_AT_ONCE(SnapshotScenarios::atOnce),
    /** The resume token is used at another tenant. */
    RESUMED_ELSEWHERE(SnapshotScenarios::elsewhere),
    /** The snapshot has expired. */
    RESUMED_LATE(SnapshotScenarios::late),
    /** The snapshot of one login stands in the store as that of another. */
    SNAPSHOT_SWAPPED(SnapshotScenarios::swapped),
    /** Each byte of the snapshot in turn is changed. */
    SNAPSHOT_CHANGED(SnapshotScenarios::changed),
    /** The snapshot ends at each of its bytes. */
    SNAPSHOT_TRUNCATED(SnapshotScenarios::truncated),
    /** The snapshot says it is of a schema, or sealed with a key, that there is not. */
    SNAPSHOT_OF_ANOTHER_KEY(SnapshotScenarios::anotherKey),
    /** The version of the Action is gone, and the code has another one. */
    VERSION_GONE(SnapshotScenarios::versionGone),
    /** The Action's secret is gone. */
    SECRET_GONE(SnapshotScenarios::secretGone),
    /** The hostile server's {@code /login} starts the same flow again. */
    OWN_LOGIN(NetworkScenarios::ownLogin),
    /** The system properties of the process name a proxy. */
    PROXY_OF_THE_PROCESS(NetworkScenarios::proxyOfTheProcess),
    /** A folder that somebody else has written is run, tested, checked and bundled with the command line. */
    UNTRUSTED_FOLDER(FolderScenarios::untrusted);

    private static final Set<Scenario> OF_THE_HOST =
            EnumSet.of(OWN_LOGIN, PROXY_OF_THE_PROCESS, UNTRUSTED_FOLDER, ANSWERED_WRONGLY, STATE_OF_ANOTHER);

    static {
        OF_THE_HOST.addAll(EnumSet.range(RESUMED_TWICE, SECRET_GONE));
    }

    private interface Play {
        Ending of(Attack attack, Arena arena) throws Exception;
    }

    @SuppressWarnings("ImmutableEnumChecker") // a method, without state
    private final Play play;

    Scenario(Play play) {
        this.play = play;
    }

    /** Whether it attacks what stands around the sandbox, with servers and processes of its own, so that no level changes it. */
    boolean isOfTheHost() {
        return OF_THE_HOST.contains(this);
    }

    Ending play(Attack attack, Arena arena) throws Exception {
        return play.of(attack, arena);
    }

    /** @throws IllegalArgumentException if there is none of this name */
    static Scenario of(String header) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-')
                        .equals(header))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no scenario " + header));
    }
}
