package dev.postern.compat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs cases in a Node process each, beside the installed packages. */
final class InNode {

    private static final String RUN = """
            const { base, material } = JSON.parse(require('fs').readFileSync(process.argv[2]));
            require(process.argv[1]).run(base, material).then(
              (value) => process.stdout.write(JSON.stringify(value), () => process.exit(0)),
              (error) => {
                console.error(error);
                process.exit(1);
              },
            );""";

    private final Path packages;
    private final Path input;
    private final Path certificate;

    /** Node that finds these packages, gives cases what is in the input file and trusts one more certificate. */
    InNode(Path packages, Path input, Path certificate) {
        this.packages = packages;
        this.input = input;
        this.certificate = certificate;
    }

    static String version() throws IOException, InterruptedException {
        return Command.run(Path.of("."), "node", "--version").out().strip();
    }

    /** Its JSON, or what it threw. */
    Result run(Work work) throws IOException, InterruptedException {
        var script = packages.resolve("cases").resolve(work.name() + ".js");
        Files.createDirectories(script.getParent());
        Files.writeString(script, work.script());
        var ended = Command.run(
                packages,
                Map.of("NODE_EXTRA_CA_CERTS", certificate.toString(), "TZ", "UTC"),
                List.of("node", "-e", RUN, script.toString(), input.toString()));
        return ended.exit() == 0 ? new Result.Json(ended.out()) : new Result.Thrown(ended.err());
    }
}
