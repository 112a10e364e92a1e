package io.github.ticryptexporter.findings;

import io.github.ticryptexporter.fleet.VmInfo;
import java.util.OptionalInt;

/**
 * The NAT port base of a VM's host, inferred from the API document's worked example: address .80, ssh port 30080, vpn
 * port 30336. So ssh port = base + last octet, vpn port = ssh port + 256.
 */
final class NatBase {

    private static final int VPN_OFFSET = 256;
    private static final int LOWEST = 1024;

    private NatBase() {}

    /** {@code ssh.port} less the last octet of {@code ip}; empty without an IPv4 address or a port. */
    static OptionalInt of(VmInfo vm) {
        OptionalInt octet = NumericAddress.lastOctet(vm.ip());
        return octet.isEmpty() || vm.ssh().port() < 0
                ? OptionalInt.empty()
                : OptionalInt.of(vm.ssh().port() - octet.getAsInt());
    }

    /** The same, only where the numbers bear each other out and the ports are not the guest's own, whose address stays hidden. */
    static OptionalInt confirmed(VmInfo vm) {
        OptionalInt base = of(vm);
        boolean confirmed = base.isPresent()
                && base.getAsInt() >= LOWEST
                && vm.vpn().port() - vm.ssh().port() == VPN_OFFSET
                && !vm.ssh().host().isEmpty()
                && !vm.ssh().host().equals(vm.ip());
        return confirmed ? base : OptionalInt.empty();
    }
}
