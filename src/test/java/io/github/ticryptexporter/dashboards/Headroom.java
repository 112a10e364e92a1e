package io.github.ticryptexporter.dashboards;

import static io.github.ticryptexporter.dashboards.Threshold.at;

/** The row of the overview on what is left now. */
final class Headroom {
    private Headroom() {}

    static Row row() {
        return Row.open(
                "Headroom now",
                Panel.gauge("Memory given away", """
                                The memory of all VMs on hosts of the inventory, as a share of what hosts that take VMs have. From VM
                                sizes and the inventory. From ${TicryptRealmSaturated.warning.ratio} on few VMs fit; move VMs between
                                realms, stop idle ones or add hosts.
                                """, Bands.SATURATION.link(Overview.HOSTS))
                        .query("memory", """
                                sum(realm:ticrypt_host_memory_allocated_bytes:sum{site=~"$site",realm=~"$realm"})
                                  /
                                (sum(realm:ticrypt_host_memory_capacity_bytes:sum{site=~"$site",realm=~"$realm"}) > 0)
                                """)
                        .size(4, 5),
                Panel.stat("Full in", """
                                When the memory of hosts is full, in the first of the chosen realms, if use goes on growing as in the last
                                ${forecast.long_window}. From the records of forecasts. Fewer than ${forecast.long_history} of data make
                                no forecast. By realm: see below.
                                """, Bands.TIME_LEFT)
                        .query("first", "min(" + Hosts.FULL_LONG + ")")
                        .size(3, 5),
                Panel.stat("vCPUs per CPU", """
                                How many vCPUs of VMs share one of the hosts' processors. From VM sizes and the inventory. Above 1 is
                                normal; above ${host.vcpu_overcommit} VMs are slow when many compute at once.
                                """, Bands.OVERCOMMIT.link(Overview.HOSTS))
                        .query("vCPUs", """
                                sum(realm:ticrypt_host_vcpus_allocated:sum{site=~"$site",realm=~"$realm"})
                                  /
                                (sum(realm:ticrypt_host_vcpus_capacity:sum{site=~"$site",realm=~"$realm"}) > 0)
                                """)
                        .size(4, 5),
                Panel.stat(
                                "Devices free",
                                """
                                GPUs and other devices that no VM has, by type, on hosts that take VMs. From VM sizes and the inventory.
                                At 0, VMs that ask for one wait.
                                """,
                                Look.count()
                                        .bands(Colour.BAD, at(1, Colour.GOOD))
                                        .empty("none in the inventory")
                                        .link(Overview.HOSTS))
                        .query("{{device}}", """
                                sum by (device) (
                                  realm_device:ticrypt_host_devices_capacity:sum{site=~"$site",realm=~"$realm"}
                                    - realm_device:ticrypt_host_devices_allocated:sum{site=~"$site",realm=~"$realm"}
                                )
                                """)
                        .option("textMode", "value_and_name")
                        .size(3, 5),
                Panel.bars(
                                "Largest VM that fits",
                                """
                                The most memory that is free on one host of a realm, and where a large VM is configured
                                (large-vm-memory) and does not fit, what it lacks. From VM sizes and the inventory. Free memory in pieces
                                helps no large VM: move small ones.
                                """,
                                Look.bytes()
                                        .colour(Colour.NEUTRAL)
                                        .with("min", 0)
                                        .empty("no inventory")
                                        .link(Overview.HOSTS))
                        .query("{{realm}}", """
                                max by (site, realm) (ticrypt_realm_largest_free_memory_bytes{site=~"$site",realm=~"$realm"})
                                """)
                        .query("{{realm}} lacks", """
                                max by (site, realm) (ticrypt_realm_large_vm_memory_bytes{site=~"$site",realm=~"$realm"})
                                  - max by (site, realm) (ticrypt_realm_largest_free_memory_bytes{site=~"$site",realm=~"$realm"})
                                  > 0
                                """, Look.difference().colour(Colour.BAD))
                        .size(5, 5),
                Panel.stat(
                                "Can realms lose a host?",
                                """
                                What would be left of memory without the largest host of each realm; below zero, what would find no
                                place. From VM sizes and the inventory. A realm of one host has nothing to move to. If short, stop what
                                can wait, or add a host.
                                """,
                                Look.bytes()
                                        .bands(Colour.BAD, at(0, Colour.GOOD))
                                        .words(Mapping.nothing("has no other"))
                                        .empty("no inventory")
                                        .link(Overview.HOSTS))
                        .query("{{realm}}: {{answer}}", Hosts.withoutTheLargest())
                        .option("textMode", "value_and_name")
                        .size(5, 5));
    }
}
