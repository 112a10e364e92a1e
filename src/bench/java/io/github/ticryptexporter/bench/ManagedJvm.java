package io.github.ticryptexporter.bench;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.PlatformManagedObject;
import java.lang.management.ThreadInfo;
import java.util.HashMap;
import java.util.Map;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Another JVM, seen through its management interface. Attaching switches that on, which costs the process some megabytes:
 * resident memory is to be read before.
 */
record ManagedJvm(JMXConnector connector) implements AutoCloseable {

    // The address is the one that the JVM itself has just given, and nothing is looked up by a name.
    @SuppressWarnings("BanJNDI")
    static ManagedJvm attach(RunningProcess process) {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
            try {
                return new ManagedJvm(
                        JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent())));
            } finally {
                machine.detach();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (AttachNotSupportedException e) {
            throw new IllegalStateException("expected a JVM in process " + process.pid(), e);
        }
    }

    /** What is in use after all that is not was collected. */
    long retainedBytes() {
        MemoryMXBean memory = bean(ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** What each thread has allocated since it began, by its id; without those that answer this question. */
    Map<Long, Long> allocatedBytes() {
        ThreadMXBean threads = bean(ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
        long[] ids = threads.getAllThreadIds();
        ThreadInfo[] infos = threads.getThreadInfo(ids);
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        Map<Long, Long> allocated = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            if (infos[i] != null && !isOfManagement(infos[i].getThreadName())) {
                allocated.put(ids[i], bytes[i]);
            }
        }
        return allocated;
    }

    private static boolean isOfManagement(String thread) {
        return thread.startsWith("RMI ") || thread.startsWith("JMX ") || thread.equals("Attach Listener");
    }

    private <T extends PlatformManagedObject> T bean(String name, Class<T> type) {
        try {
            MBeanServerConnection server = connector.getMBeanServerConnection();
            return ManagementFactory.newPlatformMXBeanProxy(server, name, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            connector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
