package dev.postern.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of the command line in a home folder of its own. */
abstract class CommandTest {

    static final String STEP_UP = Cli.sample("step-up-mfa");

    @TempDir
    Path home = Path.of(".");

    Cli cli = new Cli(home);

    @BeforeEach
    void open() {
        cli = new Cli(home);
    }
}
