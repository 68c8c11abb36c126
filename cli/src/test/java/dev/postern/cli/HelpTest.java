package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

final class HelpTest extends CommandTest {

    @Test
    void listsAllCommands() {
        var help = cli.run("--help");
        assertEquals(0, help.exit());
        assertTrue(help.out().contains("\n  run      Runs a flow"), help.out());
        assertTrue(help.out().contains("\n  resume   Goes on with a paused flow"), help.out());
        assertTrue(help.out().contains("\n  test     Runs a folder's flow with its answers.json"), help.out());
        assertTrue(help.out().contains("\n  new      Makes an Action to start from"), help.out());
        assertTrue(help.out().contains("\n  types    Writes postern.d.ts"), help.out());
        assertTrue(help.out().contains("\n  check    Says of each Action"), help.out());
        assertTrue(help.out().contains("\n  install  Installs the npm packages"), help.out());
        assertTrue(help.out().contains("\n  bundle   Writes Actions"), help.out());
    }

    /** The help of picocli breaks a longer line, and what follows it no longer stands below it. */
    @Test
    void endsWithLinesThatFitATerminalOf80Columns() {
        for (var type : List.of(
                Main.class,
                RunCommand.class,
                ResumeCommand.class,
                CheckCommand.class,
                TestCommand.class,
                NewActionCommand.class,
                TypesCommand.class,
                InstallCommand.class,
                BundleCommand.class)) {
            var command = type.getAnnotation(Command.class);
            assertTrue(command.footer().length > 0, type.getSimpleName());
            for (var line : command.footer()) {
                assertTrue(line.length() < 80, line);
            }
        }
    }

    @Test
    void explainsACommandThatIsNamedFirst() {
        var run = cli.run("run", "--help");
        assertEquals(0, run.exit());
        assertTrue(run.out().startsWith("Usage: postern run "), run.out());
        var resume = cli.run("resume", "--help");
        assertEquals(0, resume.exit());
        assertTrue(resume.out().startsWith("Usage: postern resume "), resume.out());
        var check = cli.run("check", "--help");
        assertEquals(0, check.exit());
        assertTrue(check.out().startsWith("Usage: postern check "), check.out());
    }
}
