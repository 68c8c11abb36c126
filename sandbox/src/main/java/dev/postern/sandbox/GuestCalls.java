package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * What one execution asks of its host; {@code host.js} is the other side. Nothing the guest can catch is an object of the
 * host: every answer is text, or a module of its own.
 */
final class GuestCalls {

    /** The answer where the guest's own recursion has left the host no room. */
    private static final String NO_STACK = refusal("RangeError", "", "Maximum call stack size exceeded");

    private static final String OVER = refusal("Error", "", "the execution is over");
    private static final String NO_ANSWER = "=null";
    private static final int MOST_PENDING = 256;
    private static final byte[] NOTHING = {};

    private final Invocation invocation;
    private final HostLink host;
    private final Platform platform;
    private final ConsoleCapture console;
    private final Runnable wake;
    private final Map<String, CompletableFuture<HostMessage>> pending = new ConcurrentHashMap<>();
    private final Queue<Answer> arrived = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Throwable fault;
    private volatile boolean closed;
    private @Nullable GuestContext context;
    private byte[] toTake = NOTHING;
    private long started;

    private record Answer(
            String id,
            @Nullable HostMessage message,
            @Nullable Throwable failure) {}

    /** @param wake is run by any thread when there is an answer to deliver */
    GuestCalls(Invocation invocation, HostLink host, Platform platform, ConsoleCapture console, Runnable wake) {
        this.invocation = invocation;
        this.host = host;
        this.platform = platform;
        this.console = console;
        this.wake = wake;
    }

    /** Binds it to the context that calls. */
    void use(GuestContext made) {
        context = made;
    }

    /** The fault of the host that ends the execution, or null. */
    @Nullable
    Throwable fault() {
        return fault;
    }

    /** The one way from the guest to the host: three strings and a buffer in; a string out, or a module. */
    Object receive(Value... arguments) {
        if (!StackRoom.isLeft()) {
            return NO_STACK;
        }
        if (closed) {
            return OVER;
        }
        var caller = requireNonNull(context);
        var kind = arguments[0].asString();
        var name = arguments[1].asString();
        return switch (kind) {
            case "module" ->
                loaded(
                        caller,
                        () -> caller.evaluate(invocation.script().modules().script(name)));
            case "shared" ->
                loaded(
                        caller,
                        () -> caller.evaluateShared(
                                invocation.script().modules().script(name)));
            case "platform" ->
                loaded(caller, () -> caller.evaluatePlatform(platform.files().script(name)));
            case "import" -> loaded(caller, () -> caller.importModule(name));
            default -> answer(kind, name, arguments[2].asString(), arguments.length > 3 ? arguments[3] : null);
        };
    }

    boolean hasArrivals() {
        return !arrived.isEmpty();
    }

    /** Gives the guest the answer that came first, if one has come. */
    void deliver() {
        var answer = arrived.poll();
        if (answer != null) {
            requireNonNull(context).settle(answer.id(), text(answer));
        }
    }

    /** Gives up what has no answer yet, and refuses what is asked from now on. */
    void close() {
        closed = true;
        pending.values().forEach(call -> call.cancel(true));
        pending.clear();
    }

    private String text(Answer answer) {
        var message = answer.message();
        if (message != null) {
            return text(message);
        }
        if (answer.failure() instanceof HostFunction.Refused refused) {
            return refusal(refused.name(), refused.code(), String.valueOf(refused.getMessage()));
        }
        fault = answer.failure();
        return refusal("Error", "", "the host failed");
    }

    /** A module; or why there is none. What the guest's own code throws in loading it is the guest's to catch. */
    private static Object loaded(GuestContext caller, Supplier<Value> module) {
        try {
            return module.get();
        } catch (StackOverflowError e) {
            return NO_STACK;
        } catch (PolyglotException e) {
            var thrown = e.getGuestObject();
            if (e.isCancelled()) {
                throw e;
            }
            if (thrown != null && !e.isHostException() && !e.isResourceExhausted()) {
                caller.keepThrown(thrown);
                return "";
            }
            return e.isResourceExhausted() ? NO_STACK : refusal("Error", "", "the module cannot be loaded");
        }
    }

    private String answer(String kind, String name, String argument, @Nullable Value buffer) {
        try {
            return switch (kind) {
                case "console" -> {
                    console.add(name, argument);
                    yield NO_ANSWER;
                }
                case "find" -> found(name, argument);
                case "findOfPlatform" -> platform.find(name, argument).orElse("");
                case "text" -> String.valueOf(invocation.script().modules().text(name));
                case "call" -> text(host.call(name, new Argument(argument, buffer).message()));
                case "start" -> "=" + started(name, new Argument(argument, buffer));
                case "cancel" -> {
                    cancel(name);
                    yield NO_ANSWER;
                }
                case "take" -> {
                    fill(buffer);
                    yield NO_ANSWER;
                }
                default -> throw new IllegalStateException("the guest asked for " + kind);
            };
        } catch (HostFunction.Refused e) {
            return refusal(e.name(), e.code(), String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            return NO_STACK;
        } catch (RuntimeException | Error e) {
            fault = e;
            return refusal("Error", "", "the host failed");
        }
    }

    private record Argument(String json, @Nullable Value buffer) {
        HostMessage message() {
            if (buffer == null || !buffer.hasBufferElements()) {
                return HostMessage.of(json);
            }
            var bytes = new byte[Math.toIntExact(buffer.getBufferSize())];
            buffer.readBuffer(0, bytes, 0, bytes.length);
            return HostMessage.of(json, bytes);
        }
    }

    private String started(String name, Argument argument) throws HostFunction.Refused {
        if (pending.size() + arrived.size() >= MOST_PENDING) {
            throw new HostFunction.Refused("more than " + MOST_PENDING + " calls wait for their answer");
        }
        var id = Long.toString(++started);
        var call = host.start(name, argument.message());
        pending.put(id, call);
        if (closed) {
            cancel(id);
        }
        var unused = call.whenComplete((message, failure) -> arrive(id, message, failure));
        return id;
    }

    private void arrive(String id, @Nullable HostMessage message, @Nullable Throwable failure) {
        var cause = HostLink.cause(failure);
        if (pending.remove(id) != null && !(cause instanceof CancellationException)) {
            arrived.add(new Answer(id, message, cause));
            wake.run();
        }
    }

    private void cancel(String id) {
        var call = pending.remove(id);
        if (call != null) {
            call.cancel(true);
        }
    }

    /** The answer as text; its bytes are taken next. */
    private String text(HostMessage message) {
        var bytes = message.bytes();
        if (bytes.length == 0) {
            return "=" + message.json();
        }
        toTake = bytes;
        return "#" + bytes.length + ":" + message.json();
    }

    private void fill(@Nullable Value buffer) {
        var bytes = toTake;
        toTake = NOTHING;
        if (buffer != null && buffer.hasBufferElements() && buffer.getBufferSize() >= bytes.length) {
            var words = ByteBuffer.wrap(bytes);
            var at = 0;
            for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
                buffer.writeBufferLong(ByteOrder.BIG_ENDIAN, at, words.getLong(at));
            }
            for (; at < bytes.length; at++) {
                buffer.writeBufferByte(at, bytes[at]);
            }
        }
    }

    /** How a module is loaded, and its path; or an empty text. */
    private String found(String folder, String name) {
        var module = platform.module(name);
        if (module.isPresent()) {
            return ModuleResolver.Kind.PLATFORM + ":" + module.get();
        }
        var resolver = invocation.script().modules().resolver();
        return resolver.find(folder, name, false)
                .map(path -> resolver.kind(path) + ":" + path)
                .orElse("");
    }

    private static String refusal(String name, String code, String message) {
        return "!" + name + "\n" + code + "\n" + message;
    }
}
