package dev.postern.sandbox;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.ZoneOffset;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * A context in which the trusted scripts have run and no guest code yet. It serves one execution, on any thread; its one
 * way to the host is bound when that execution begins.
 */
final class GuestContext {

    private final Context context;
    private final Value driver;
    private final HostLine host;
    private final GuestFiles files;

    private GuestContext(Context context, Value driver, HostLine host, GuestFiles files) {
        this.context = context;
        this.driver = driver;
        this.host = host;
        this.files = files;
    }

    /** What the guest calls: nothing until an execution is there. */
    private static final class HostLine implements ProxyExecutable {
        private volatile @Nullable ProxyExecutable receiver;

        @Override
        public @Nullable Object execute(Value... arguments) {
            var current = receiver;
            return current == null ? "" : current.execute(arguments);
        }
    }

    /**
     * Makes a context, which takes most of the time of a short execution.
     *
     * @param statements limit, or 0
     * @throws IllegalStateException if a trusted script is at fault
     */
    static GuestContext make(Engine engine, Prelude prelude, Script bootstrap, long statements) {
        var files = new GuestFiles();
        var builder = options(engine, files);
        if (statements > 0) {
            builder.resourceLimits(ResourceLimits.newBuilder()
                    .statementLimit(statements, source -> !source.isInternal())
                    .build());
        }
        var context = builder.build();
        try {
            var host = new HostLine();
            var driver = context.eval(prelude.script().trustedSource()).execute(host);
            driver.invokeMember(
                    "install",
                    context.eval(bootstrap.trustedSource()),
                    context.eval(prelude.platform().globals().trustedSource()));
            files.use(prelude.platform());
            return new GuestContext(context, driver, host, files);
        } catch (PolyglotException e) {
            context.close(true);
            throw new IllegalStateException("the trusted script " + bootstrap + " failed", e);
        }
    }

    /** A context of the language alone, for code of this module. */
    static Context bare(Engine engine) {
        return options(engine, new GuestFiles()).build();
    }

    private static Context.Builder options(Engine engine, GuestFiles files) {
        return Context.newBuilder("js")
                .engine(engine)
                .sandbox(SandboxPolicy.CONSTRAINED)
                .option("js.load", "false")
                .option("js.print", "false")
                .option("js.console", "false")
                .option("js.locale", "en-US")
                .option("js.unhandled-rejections", "handler")
                .option("js.esm-eval-returns-exports", "true")
                .option("js.text-encoding", "true")
                .allowIO(IOAccess.newBuilder().fileSystem(files).build())
                .timeZone(ZoneOffset.UTC);
    }

    Context context() {
        return context;
    }

    /** Binds the context to its execution, and has the bootstrap make the handler's arguments of the input. */
    void begin(ProxyExecutable receiver, Invocation invocation) {
        host.receiver = receiver;
        files.use(invocation.script().modules(), this::asEsm);
        var module = invocation.script().name();
        var fixedTime = invocation.fixedTime();
        if (fixedTime == null) {
            driver.invokeMember("begin", invocation.input(), module);
        } else {
            driver.invokeMember("begin", invocation.input(), module, (double) fixedTime.toEpochMilli());
        }
    }

    Value evaluate(Script script) {
        return context.eval(script.moduleSource());
    }

    /** A module as what a function gives that takes its secrets. */
    Value evaluateShared(Script file) {
        return context.eval(file.sharedSource());
    }

    /** The namespace of an ECMAScript module, which the engine loads with all it imports. */
    Value importModule(String path) {
        var importing = "import * as namespace from " + quoted("/" + path) + "; export { namespace };";
        var source = Source.newBuilder("js", importing, "postern:import")
                .mimeType(GuestFiles.ESM)
                .internal(true)
                .buildLiteral();
        return context.eval(source).getMember("namespace");
    }

    /** Hands the driver what a module has thrown, to throw it where the module was required. */
    void keepThrown(Value thrown) {
        driver.invokeMember("keepThrown", thrown);
    }

    /** A file of the platform, as a function of what a CommonJS file has and of the way to the host. */
    Value evaluatePlatform(Script file) {
        return context.eval(file.platformSource());
    }

    /** Gives the answer to a call that the guest has started. */
    void settle(String id, String answer) {
        driver.invokeMember("settle", id, answer);
    }

    /** Another file for those who import it: what it exports is the default, and each name that it has then. */
    private String asEsm(String path, ModuleResolver.Kind kind, String file) {
        var names = driver.invokeMember("exportsOf", kind.name(), path, file);
        var text = new StringBuilder("const exported = globalThis[Symbol.for('commonjs.exports')](")
                .append(quoted(path))
                .append(");\nexport default exported;\n");
        for (var i = 0; i < names.getArraySize(); i++) {
            var name = quoted(names.getArrayElement(i).asString());
            text.append("const v%1$d = exported[%2$s];\nexport { v%1$d as %2$s };\n".formatted(i, name));
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }

    /** Runs the module and calls the handler. */
    void start(Value module, String handler) {
        driver.invokeMember("start", module, handler);
    }

    /** The outcome as a string or an array; or the milliseconds until the next timer; or null where nothing is left. */
    Value poll() {
        return driver.invokeMember("poll");
    }

    /** Runs the timer that is due. */
    void fire() {
        driver.invokeMember("fire");
    }

    /**
     * Closes the context. Closing with a cancel makes every later context of the engine slower, so it is for those that
     * were stopped.
     */
    void close(boolean wasStopped) {
        try {
            context.close(wasStopped);
        } catch (PolyglotException e) {
            if (!e.isCancelled()) {
                throw e;
            }
        }
    }
}
