package dev.postern.sandbox;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether the calling thread's stack has room for code of the host. A guest can call the host from the end of its own
 * recursion; a class that the host first uses there would fail to initialise, and stay unusable in all of the process.
 */
final class StackRoom {

    /** Some 60 kB together where they are compiled, twice that where they are not; it takes 4 µs to see that they fit. */
    private static final int FRAMES = 450;

    /** For what has not been called before, and so has many classes to initialise: half of a usual stack. */
    private static final int FIRST_FRAMES = 6 * FRAMES;

    private static final Set<String> CALLED = ConcurrentHashMap.newKeySet();

    private StackRoom() {}

    /** Whether there is room for the function of this name, of those that a host has, where {@link #isLeft some} is. */
    static boolean isLeftFor(String function) {
        return CALLED.contains(function) || fits(FIRST_FRAMES);
    }

    /** The function has run. */
    static void hasRun(String function) {
        CALLED.add(function);
    }

    static boolean isLeft() {
        return fits(FRAMES);
    }

    private static boolean fits(int frames) {
        try {
            return descend(frames, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) != 0;
        } catch (StackOverflowError e) {
            return false;
        }
    }

    /** All of its arguments are used after the call, so that each frame, interpreted or compiled, has room for them. */
    private static long descend(
            int frames,
            long a,
            long b,
            long c,
            long d,
            long e,
            long f,
            long g,
            long h,
            long i,
            long j,
            long k,
            long l) {
        if (frames == 0) {
            return a;
        }
        var deeper = descend(frames - 1, b, c, d, e, f, g, h, i, j, k, l, a);
        return deeper | a | b | c | d | e | f | g | h | i | j | k | l;
    }
}
