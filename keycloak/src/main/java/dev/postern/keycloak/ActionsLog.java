package dev.postern.keycloak;

import dev.postern.FlowResult;
import dev.postern.Printable;
import dev.postern.error.ActionsException;
import dev.postern.folder.FolderException;
import dev.postern.sandbox.ConsoleLine;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.models.RealmModel;

/** What the server's log says of Actions: whatever is theirs is escaped, and stands in a line of ours. */
final class ActionsLog {

    private static final Logger LOG = Logger.getLogger("dev.postern.actions");

    private ActionsLog() {}

    /** Why an Action has failed, as only the log says. */
    static void failed(RealmModel realm, FlowResult.Failed failed) {
        var error = failed.error();
        var action = Printable.line(error.action()) + (error.line() > 0 ? ":" + error.line() : "");
        var warnings = failed.executions().isEmpty()
                ? List.<String>of()
                : failed.executions().getLast().warnings();
        var more = Printable.lines(String.join("\n", warnings) + (warnings.isEmpty() ? "" : "\n") + error.stack());
        LOG.warnf(
                "realm %s: Action '%s' failed (%s): %s: %s%s",
                realm.getName(),
                action,
                error.code().id(),
                Printable.line(error.name()),
                Printable.line(error.message()),
                more.lines().map(line -> "\n    " + line.strip()).collect(Collectors.joining()));
    }

    /** Why Actions were not run, or a paused flow was not gone on with. */
    static void notRun(RealmModel realm, RuntimeException e) {
        switch (e) {
            case ActionsException refused ->
                LOG.warnf("realm %s: %s: %s", realm.getName(), refused.code().id(), refused.getMessage());
            case FolderException unreadable -> LOG.errorf("realm %s: %s", realm.getName(), unreadable.getMessage());
            case SettingException wrong -> LOG.errorf("realm %s: %s", realm.getName(), wrong.getMessage());
            default -> LOG.errorf(e, "realm %s: the Actions could not be run", realm.getName());
        }
    }

    /** A line that an Action has written to its console. */
    static void console(String transactionId, String action, ConsoleLine line) {
        var level = switch (line.level()) {
            case "error" -> Logger.Level.ERROR;
            case "warn" -> Logger.Level.WARN;
            case "debug" -> Logger.Level.DEBUG;
            case "trace" -> Logger.Level.TRACE;
            default -> Logger.Level.INFO;
        };
        LOG.logf(
                level,
                "realm %s: Action '%s' in %s: %s",
                CurrentLogin.session().getContext().getRealm().getName(),
                Printable.line(action),
                Printable.line(transactionId),
                Printable.line(line.message()));
    }
}
