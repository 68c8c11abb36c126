package dev.postern.bench;

import dev.postern.ActionsRuntime;
import dev.postern.sandbox.Isolation;
import dev.postern.sandbox.WorkerSettings;
import dev.postern.tenant.TenantLimits;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * The plain runner: {@code login} measures the login on one thread and on two, and the same code in Node if it is there;
 * {@code cold FOLDER} measures {@code ./postern run} of the checkout in that folder, from the command to its end;
 * {@code isolation} measures it in this process and in workers, in turn; {@code fairness} measures one tenant's logins while
 * another storms; anything else is handed to JMH.
 */
public final class Main {

    private static final int WARM_UP_SECONDS = 60;
    private static final int MEASURED_SECONDS = 10;
    private static final int ROUNDS = 3;
    private static final int COLD_RUNS = 15;

    private final PrintStream out;

    private Main(PrintStream out) {
        this.out = out;
    }

    /** Runs what the arguments name. */
    public static void main(String[] args) throws Exception {
        var main = new Main(System.out);
        switch (args.length == 0 ? "login" : args[0]) {
            case "login" -> main.login();
            case "cold" -> main.cold(Path.of(args[1]));
            case "isolation" -> main.isolation();
            case "fairness" -> new Fairness(main.out, Set.of(Arrays.copyOfRange(args, 1, args.length))).run();
            default -> org.openjdk.jmh.Main.main(args);
        }
    }

    private void login() throws Exception {
        try (var login = new Login()) {
            var warm = logins(login, WARM_UP_SECONDS);
            print("warm-up", warm, WARM_UP_SECONDS);
            var one = logins(login, MEASURED_SECONDS);
            print("1 thread", one, MEASURED_SECONDS);
            print("2 threads", onTwoThreads(login), MEASURED_SECONDS);
            for (var peer : peers()) {
                var name = peer.substring(0, peer.indexOf(' '));
                var median = Double.parseDouble(peer.substring(peer.indexOf(' ') + 1));
                out.printf(
                        Locale.ROOT,
                        "%-20s median %8.3f ms, %.1f times the login above%n",
                        name,
                        median,
                        median / millis(one, 0.5));
            }
        }
    }

    /** Both levels are warm when they are measured, and neither runs beside the other. */
    private void isolation() {
        try (var inProcess = login(Isolation.IN_PROCESS);
                var process = login(Isolation.PROCESS)) {
            for (var login : List.of(inProcess, process)) {
                logins(login, WARM_UP_SECONDS / 2);
            }
            for (var round = 0; round < ROUNDS; round++) {
                var here = logins(inProcess, MEASURED_SECONDS);
                print("in process", here, MEASURED_SECONDS);
                var there = logins(process, MEASURED_SECONDS);
                print("process", there, MEASURED_SECONDS);
                out.printf(Locale.ROOT, "%-20s %.2f times the median%n", "", millis(there, 0.5) / millis(here, 0.5));
            }
        }
    }

    private static Login login(Isolation isolation) {
        return new Login(ActionsRuntime.builder()
                .withIsolation(isolation)
                .withWorkers(WorkerSettings.defaults().withExecutions(Integer.MAX_VALUE))
                .withTenantLimits(tenant -> TenantLimits.none())
                .build());
    }

    private static long[] logins(Login login, int seconds) {
        var times = new ArrayList<Long>();
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        for (var start = System.nanoTime(); start < end; ) {
            login.run();
            var now = System.nanoTime();
            times.add(now - start);
            start = now;
        }
        return times.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static long[] onTwoThreads(Login login) throws InterruptedException, ExecutionException {
        try (var pool = Executors.newFixedThreadPool(2)) {
            var first = pool.submit(() -> logins(login, MEASURED_SECONDS));
            var second = pool.submit(() -> logins(login, MEASURED_SECONDS));
            return Stream.of(first.get(), second.get())
                    .flatMapToLong(Arrays::stream)
                    .sorted()
                    .toArray();
        }
    }

    private void print(String name, long[] nanos, int seconds) {
        out.printf(
                Locale.ROOT,
                "%-20s median %8.3f ms, p99 %8.3f ms, %6d logins/s%n",
                name,
                millis(nanos, 0.5),
                millis(nanos, 0.99),
                nanos.length / seconds);
    }

    static double millis(long[] sorted, double quantile) {
        return sorted[(int) (quantile * (sorted.length - 1))] / 1e6;
    }

    /** Lines of "name median-ms"; none where there is no Node. */
    private static List<String> peers() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("postern-bench");
        for (var file : (Iterable<String>) Login.files()::iterator) {
            Files.writeString(folder.resolve(file), Login.resource(file));
        }
        try {
            var node = new ProcessBuilder("node", folder.resolve("peer.mjs").toString(), folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var lines = node.inputReader().lines().toList();
            return node.waitFor() == 0 ? lines : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private void cold(Path checkout) throws IOException, InterruptedException {
        var state = Files.createTempDirectory("postern-bench").toString();
        var sample = checkout.resolve("sample-actions/claims-from-roles").toString();
        var postern = checkout.resolve("postern").toString();
        var times = new long[COLD_RUNS];
        for (var run = -1; run < COLD_RUNS; run++) {
            var start = System.nanoTime();
            var exit = new ProcessBuilder(postern, "run", sample, "--state", state, "--json")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("postern run ended with " + exit);
            }
            if (run >= 0) { // the first may build
                times[run] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        out.printf(
                Locale.ROOT,
                "cold run             median %8.0f ms, least %.0f ms, most %.0f ms%n",
                millis(times, 0.5),
                millis(times, 0),
                millis(times, 1));
    }
}
