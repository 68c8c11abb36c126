package dev.postern.bench;

import dev.postern.FlowResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The login of {@link Login}, warm: run with {@code -t 1} for its time, with {@code -t 2 -bm thrpt} for the rate. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 10)
@Measurement(iterations = 3, time = 10)
@Fork(1)
@State(Scope.Benchmark)
public class LoginBenchmark {

    private final Login login = new Login();

    /** One login. */
    @Benchmark
    public FlowResult login() {
        return login.run();
    }

    /** Releases the engine. */
    @TearDown
    public void close() {
        login.close();
    }
}
