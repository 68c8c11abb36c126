package dev.postern.attacks;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.regex.Pattern;

/** What the process holds, so that what an attack has left behind is seen. */
final class Baseline {

    /** Threads that a runtime keeps for the next execution, so many at most for each processor, and a few to it. */
    private static final Pattern KEPT = Pattern.compile(
            "postern-(guest|limits|spare-contexts|dns|cancel-keeper|workers|worker-start|worker-archive|deadlines)\\b.*");

    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final long MORE_HEAP = 48L << 20;
    private static final long MORE_FILES = 24;

    private final long heap = heap();
    private final long files = openFiles();

    /** Waits until no thread is left that an execution has begun, and gives the names of those that stay. */
    static List<String> threadsLeft() throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE_NANOS;
        var left = left();
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(5);
            left = left();
        }
        return left;
    }

    private static List<String> left() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name ->
                        name.startsWith("postern-") && !KEPT.matcher(name).matches())
                .sorted()
                .toList();
    }

    /** How many threads of ours there are, of those that are kept as well. */
    static long keptThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> KEPT.matcher(thread.getName()).matches())
                .count();
    }

    /** What there is more of than at the start, beyond what caches are allowed; empty if nothing. */
    String growth() throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            var moreHeap = heap() - heap;
            var moreFiles = openFiles() - files;
            if (moreHeap <= MORE_HEAP && moreFiles <= MORE_FILES) {
                return "";
            }
            if (System.nanoTime() > deadline) {
                return (moreHeap >> 20) + " MB of heap and " + moreFiles + " open files more";
            }
            Thread.sleep(100);
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getOpenFileDescriptorCount()
                : 0;
    }
}
