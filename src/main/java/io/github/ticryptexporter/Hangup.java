package io.github.ticryptexporter;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signal that asks a daemon to read its configuration again; unheeded, it would end the process.
 *
 * <p>Through reflection, since {@code sun.misc.Signal} is the only way to hear it, is exported for that purpose (JEP 260), and
 * yet draws a warning from the compiler that nothing silences.
 */
final class Hangup {

    private static final Logger LOG = LoggerFactory.getLogger(Hangup.class);

    private Hangup() {}

    /** Has SIGHUP run this from now on, each time on a thread of its own. */
    static void then(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object before = signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), handler(handler, action));
            if (handler.getField("SIG_IGN").get(null).equals(before)) {
                LOG.info("whoever started the exporter has SIGHUP ignored, as nohup does: it reloads nothing");
            }
        } catch (ReflectiveOperationException e) {
            LOG.debug("this platform, or the option -Xrs, leaves no SIGHUP to the exporter", e);
        }
    }

    private static Object handler(Class<?> type, Runnable action) {
        InvocationHandler handler = (proxy, method, arguments) -> answer(proxy, method.getName(), arguments, action);
        return Proxy.newProxyInstance(Hangup.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    /** The platform asks two handlers whether they are equal, too. */
    private static @Nullable Object answer(
            Object proxy, String method, Object @Nullable [] arguments, Runnable action) {
        return switch (method) {
            case "handle" -> {
                action.run();
                yield null;
            }
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> Hangup.class.getName();
        };
    }
}
