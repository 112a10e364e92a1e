package io.github.ticryptexporter.dashboards;

import static io.github.ticryptexporter.dashboards.Threshold.at;

import java.util.List;
import java.util.Map;

/** Where realms and hosts stand: what is taken, what waits, and what still fits. */
final class Hosts {
    /** Not a number where there is enough history and no growth. */
    static final String FULL_LONG = full("long");

    static final String FULL_SHORT = full("short");

    private Hosts() {}

    static Dashboard dashboard() {
        return new Dashboard(
                "ticrypt-hosts",
                "Realms and hosts",
                "Which realm or host is full, what waits for it, and what still fits? For the administrator on call and for who plans capacity.",
                new Dashboard.View("now-24h", "1m"),
                List.of(
                        Variable.DATASOURCE,
                        Variable.SITE,
                        Variable.REALM,
                        Variable.several(
                                "host",
                                "Host",
                                "label_values(ticrypt_host_vms{site=~\"$site\",realm=~\"$realm\"}, host)")),
                List.of(Annotation.alerts(",realm=~\"$realm|\",host=~\"$host|\""), Annotation.versions("")),
                List.of(realms(), hosts(), fit()));
    }

    private static Row realms() {
        return Row.open(
                "Realms",
                Freshness.panel().size(4, 5),
                Panel.bars("Given away, by realm", """
                                The share of memory, of vCPUs (${host.vcpu_overcommit} for each processor) and of devices that VMs have
                                of each realm's hosts. From VM sizes and the inventory. From
                                ${TicryptRealmSaturated.warning.ratio} of the memory on few VMs fit.
                                """, Bands.SATURATION)
                        .query("{{realm}} memory", """
                                max by (site, realm) (realm:ticrypt_host_memory_allocated_per_capacity:ratio{site=~"$site",realm=~"$realm"})
                                """)
                        .query("{{realm}} vCPUs", """
                                realm:ticrypt_host_vcpus_allocated:sum{site=~"$site",realm=~"$realm"}
                                  /
                                (${host.vcpu_overcommit} * realm:ticrypt_host_vcpus_capacity:sum{site=~"$site",realm=~"$realm"} > 0)
                                """)
                        .query("{{realm}} {{device}}", """
                                realm_device:ticrypt_host_devices_allocated:sum{site=~"$site",realm=~"$realm"}
                                  /
                                (realm_device:ticrypt_host_devices_capacity:sum{site=~"$site",realm=~"$realm"} > 0)
                                """)
                        .size(10, 5),
                Panel.stat("VMs", """
                                VMs that tiCrypt lists as active, by realm, on known hosts or not, and how many there were. From the
                                list of VMs. A sudden fall is a failed host or a broken answer.
                                """, Look.count().colour(Colour.NEUTRAL).empty("not known"))
                        .query("{{realm}}", """
                                sum by (realm) (max by (site, realm, owner_type) (ticrypt_vms{site=~"$site",realm=~"$realm"}))
                                """)
                        .withHistory()
                        .size(5, 5),
                Panel.stat(
                                "Waiting to start",
                                """
                                VMs in Starting, by realm: the queue in front of the hosts. From VM configs. Some for minutes are
                                normal; many, or for long, want a look at what fits below.
                                """,
                                Look.count().colour(Colour.NEUTRAL).empty("not known"))
                        .query("{{realm}}", """
                                sum by (realm) (max by (site, realm) (ticrypt_vm_configs{site=~"$site",realm=~"$realm",state="Starting"}))
                                """)
                        .withHistory()
                        .size(5, 5));
    }

    private static Row hosts() {
        return Row.open(
                "Hosts",
                Panel.table("Hosts, the fullest first", """
                                What VMs have of each host. From VM sizes, their addresses and the inventory; a host that is not in it
                                has no shares. VMs per processor up to ${host.vcpu_overcommit} are meant. A drained host takes no VMs. One
                                full host beside empty ones is a matter of moving, not of buying.
                                """, "no hosts known")
                        .label("realm", "Realm", Look.difference().width(90))
                        .label(
                                "host",
                                "Host",
                                Look.difference()
                                        .width(120)
                                        .link(Link.to("ticrypt-hosts", "This host alone")
                                                .carryingOfRow("realm")
                                                .carryingOfRow("host")))
                        .column(
                                "Memory",
                                """
                                max by (site, realm, host) (realm_host:ticrypt_host_memory_allocated_per_capacity:ratio{site=~"$site",realm=~"$realm",host=~"$host"})
                                """,
                                Bands.gauge(Bands.SATURATION.empty("size not known"))
                                        .width(150))
                        .column(
                                "Free memory",
                                """
                                max by (site, realm, host) (ticrypt_host_memory_capacity_bytes{site=~"$site",realm=~"$realm",host=~"$host"})
                                  - max by (site, realm, host) (ticrypt_host_memory_allocated_bytes{site=~"$site",realm=~"$realm",host=~"$host"})
                                """,
                                Look.bytes().empty("not known").width(110))
                        .column(
                                "vCPUs per CPU",
                                """
                                max by (site, realm, host) (realm_host:ticrypt_host_vcpus_allocated_per_capacity:ratio{site=~"$site",realm=~"$realm",host=~"$host"})
                                """,
                                Bands.coloured(Bands.OVERCOMMIT.empty("not known"))
                                        .width(120))
                        .column("VMs", """
                                max by (site, realm, host) (ticrypt_host_vms{site=~"$site",realm=~"$realm",host=~"$host"})
                                """, Look.count().width(60))
                        .column(
                                "Takes VMs",
                                """
                                max by (site, realm, host) (ticrypt_host_schedulable{site=~"$site",realm=~"$realm",host=~"$host"})
                                """,
                                Bands.coloured(Look.count()
                                        .width(95)
                                        .empty("not known")
                                        .words(
                                                Mapping.value(1, "yes", Colour.GOOD),
                                                Mapping.value(0, "no, drained", Colour.WARNING))))
                        .sortedBy("Memory", true)
                        .option(
                                "footer",
                                Map.of(
                                        "show",
                                        true,
                                        "reducer",
                                        List.of("sum"),
                                        "fields",
                                        List.of("Free memory", "VMs")))
                        .size(16, 10),
                Panel.statusHistory("Memory of hosts over time", """
                                One line for each host, one field for each moment, with the colours of the table. From the same records.
                                A line that never changes its colour while others do shows where VMs are not moved.
                                """, Bands.SATURATION)
                        .query("{{host}}", """
                                max by (site, realm, host) (realm_host:ticrypt_host_memory_allocated_per_capacity:ratio{site=~"$site",realm=~"$realm",host=~"$host"})
                                """)
                        .option(
                                "legend",
                                Map.of(
                                        "calcs",
                                        List.of(),
                                        "displayMode",
                                        "list",
                                        "placement",
                                        "bottom",
                                        "showLegend",
                                        false))
                        .with("maxDataPoints", 60)
                        .option("perPage", 15)
                        .size(8, 10));
    }

    private static Row fit() {
        return Row.open(
                "What fits",
                Panel.graph(
                                "Imbalance of hosts",
                                """
                                The fullest host less the average, in shares of memory, by realm. From the records on hosts. High means:
                                move VMs before buying hosts.
                                """,
                                Look.share().with("min", 0).empty("no inventory"))
                        .query("{{realm}}", """
                                max by (site, realm) (realm_host:ticrypt_host_memory_allocated_per_capacity:ratio{site=~"$site",realm=~"$realm"})
                                  - avg by (site, realm) (realm_host:ticrypt_host_memory_allocated_per_capacity:ratio{site=~"$site",realm=~"$realm"})
                                """),
                Panel.graph(
                                "Largest VM that fits, over time",
                                """
                                The most memory free on one host of each realm, and the size of VM that the realm should always have
                                room for, where the setting large-vm-memory names one. From VM sizes and the inventory. Below the line,
                                large VMs wait.
                                """,
                                Look.bytes().with("min", 0).empty("no inventory"))
                        .query("{{realm}}", """
                                max by (site, realm) (ticrypt_realm_largest_free_memory_bytes{site=~"$site",realm=~"$realm"})
                                """)
                        .query("{{realm}} wanted", """
                                max by (site, realm) (ticrypt_realm_large_vm_memory_bytes{site=~"$site",realm=~"$realm"})
                                """, Bands.limit()),
                Panel.graph(
                                "Memory spare without the largest host",
                                """
                                What would be left of memory if each realm lost its largest host; a realm of one host has no line. From
                                the records on realms. Below zero VMs would find no place: stop what can wait, or add a host.
                                """,
                                Bands.lines(Look.bytes()
                                        .bands(Colour.BAD, at(0, Colour.GOOD))
                                        .empty("no inventory, or one host")))
                        .query("{{realm}}", """
                                realm:ticrypt_host_memory_capacity_bytes:sum_less_largest{site=~"$site",realm=~"$realm"}
                                  - realm:ticrypt_host_memory_allocated_bytes:sum{site=~"$site",realm=~"$realm"}
                                """)
                        .size(9, 8),
                Panel.graph(
                                "Devices: owned and given away",
                                """
                                GPUs and other devices, by type. From VM sizes and the inventory. Where the lines meet, VMs wait.
                                """,
                                Look.count()
                                        .with("min", 0)
                                        .with("custom.lineInterpolation", "stepAfter")
                                        .empty("none in the inventory"))
                        .query("{{device}} given away", """
                                sum by (device) (realm_device:ticrypt_host_devices_allocated:sum{site=~"$site",realm=~"$realm"})
                                """)
                        .query("{{device}} owned", """
                                sum by (device) (realm_device:ticrypt_host_devices_capacity:sum{site=~"$site",realm=~"$realm"})
                                """, Bands.limit())
                        .size(9, 8),
                Panel.stat(
                                "Time without a free device, last ${forecast.short_window}",
                                """
                                How much of the last ${forecast.short_window} all devices of a type were taken, by realm. From the
                                records on devices, every 5 minutes. The number to buy GPUs with.
                                """,
                                Look.share().colour(Colour.NEUTRAL).range(0, 1).empty("none in the inventory"))
                        .query("{{realm}} {{device}}", """
                                avg_over_time(
                                  (
                                    realm_device:ticrypt_host_devices_allocated:sum{site=~"$site",realm=~"$realm"}
                                      >= bool
                                    (realm_device:ticrypt_host_devices_capacity:sum{site=~"$site",realm=~"$realm"} > 0)
                                  )[${forecast.short_window}:5m]
                                )
                                """)
                        .option("textMode", "value_and_name")
                        .size(6, 8));
    }

    private static String full(String window) {
        return """
                max by (site, realm) (
                  realm:ticrypt_host_memory_exhaustion:seconds_%1$s_fit{site=~"$site",realm=~"$realm"}
                    or
                  NaN * last_over_time(
                    realm:ticrypt_host_memory_allocated_bytes:sum_peak{site=~"$site",realm=~"$realm"}[${forecast.jump}:${forecast.step}]
                      offset ${forecast.%1$s_history}
                  )
                )""".formatted(window);
    }

    /** What memory would be left without each realm's largest host, with a label that says what that means. */
    static String withoutTheLargest() {
        String left = """
                (
                    realm:ticrypt_host_memory_capacity_bytes:sum_less_largest{site=~"$site",realm=~"$realm"}
                      - realm:ticrypt_host_memory_allocated_bytes:sum{site=~"$site",realm=~"$realm"}
                  )""";
        return """
                label_replace(
                  %1$s >= 0,
                  "answer", "yes", "", ""
                )
                  or
                label_replace(
                  %1$s < 0,
                  "answer", "no", "", ""
                )
                  or
                label_replace(
                  NaN * (
                    realm:ticrypt_host_memory_capacity_bytes:sum{site=~"$site",realm=~"$realm"}
                      unless
                    realm:ticrypt_host_memory_capacity_bytes:sum_less_largest
                  ),
                  "answer", "one host", "", ""
                )
                """.formatted(left);
    }
}
