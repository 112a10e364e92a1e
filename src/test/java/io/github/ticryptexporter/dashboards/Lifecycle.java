package io.github.ticryptexporter.dashboards;

import static io.github.ticryptexporter.dashboards.Threshold.at;

import java.util.List;
import java.util.Map;

/** What hangs, is silent or contradicts itself among VMs and drives, and what accounts do. */
final class Lifecycle {
    private Lifecycle() {}

    static Dashboard dashboard() {
        return new Dashboard(
                "ticrypt-lifecycle",
                "VMs and drives",
                "Which VMs and drives want a hand now? For the administrator on call.",
                new Dashboard.View("now-24h", "1m"),
                List.of(Variable.DATASOURCE, Variable.SITE, Variable.REALM),
                List.of(Annotation.alerts(",realm=~\"$realm|\""), Annotation.versions("")),
                List.of(now(), vms(), drives(), accounts()));
    }

    private static Row now() {
        return Row.open(
                "Needs a hand now",
                Freshness.panel(),
                Panel.stat(
                                "VMs silent",
                                """
                                VMs whose controller has not been heard of for longer than silent-after. From the list of VMs. One
                                reboots or has crashed; ${TicryptVmsSilent.critical.vms} and more at once are a host, a proxy or the
                                network.
                                """,
                                Look.count()
                                        .bands(
                                                Colour.GOOD,
                                                at(1, Colour.NOTICE),
                                                at("TicryptVmsSilent.critical.vms", Colour.BAD))
                                        .empty("not known"))
                        .query("{{realm}}", """
                                max by (site, realm) (ticrypt_vms_silent{site=~"$site",realm=~"$realm"})
                                """)
                        .size(5, 4),
                Panel.stat(
                                "Starting for",
                                """
                                How long the VM that has been starting longest has been, by realm, since the exporter first saw it. From
                                VM configs. A VM is up within minutes; after that see whether one of its size still fits.
                                """,
                                Look.seconds()
                                        .bands(
                                                Colour.GOOD,
                                                at("dashboards.starting_notice_seconds", Colour.NOTICE),
                                                at("TicryptVmStuckStarting.seconds", Colour.BAD))
                                        .words(Mapping.none("none is starting"))
                                        .empty("none is starting"))
                        .query("{{realm}}", """
                                time() - min by (site, realm) (ticrypt_vm_configs_oldest_in_state_timestamp_seconds{site=~"$site",realm=~"$realm",state="Starting"})
                                """)
                        .size(5, 4),
                Panel.stat(
                                "Drives in transition for",
                                """
                                How long the drive that has been Initializing or Transferring longest has been, by realm. From the list
                                of drives. Until that ends nobody can use it.
                                """,
                                Look.seconds()
                                        .bands(Colour.GOOD, at("TicryptDriveStuckTransition.seconds", Colour.BAD))
                                        .words(Mapping.none("none is"))
                                        .empty("none is"))
                        .option("textMode", "value_and_name")
                        .query("{{realm}} {{state}}", """
                                time() - min by (site, realm, state) (ticrypt_drives_oldest_state_change_timestamp_seconds{site=~"$site",realm=~"$realm",state=~"Initializing|Transferring"})
                                """)
                        .size(10, 4),
                Panel.table("VMs and drives that contradict each other", """
                                What tiCrypt's lists say against each other, and what mends it. From VMs, their configs and drives. The
                                hourly clean-up mends most of it; what lasts longer, in tiCrypt under Management, Virtual Machines,
                                Realms: Fix VMs or Fix drives.
                                """, "none")
                        .label("realm", "Realm", Look.difference().width(90))
                        .label("kind", "What", Look.difference().width(330).words(KINDS))
                        .column("How many", """
                                max by (site, realm, kind) (ticrypt_drive_attachment_inconsistent{site=~"$site",realm=~"$realm"}) > 0
                                  or
                                max by (site, realm, kind) (ticrypt_vm_config_inconsistent{site=~"$site",realm=~"$realm"}) > 0
                                """, Look.count().width(110))
                        .sortedBy("How many", true)
                        .size(12, 7),
                Panel.graph(
                                "Contradictions over time",
                                """
                                The sums of the table, by realm. From the same numbers. A saw-tooth of an hour is the clean-up at work; a
                                line that stays is not.
                                """,
                                Look.count().with("min", 0).empty("not known"))
                        .query("{{realm}} VMs", """
                                sum by (realm) (max by (site, realm, kind) (ticrypt_vm_config_inconsistent{site=~"$site",realm=~"$realm"}))
                                """)
                        .query("{{realm}} drives", """
                                sum by (realm) (max by (site, realm, kind) (ticrypt_drive_attachment_inconsistent{site=~"$site",realm=~"$realm"}))
                                """)
                        .size(12, 7));
    }

    private static final Mapping[] KINDS = {
        kind("running_without_vm", "config says Running, no VM is: Fix VMs"),
        kind("vm_without_config", "VM whose config is gone: Fix VMs"),
        kind("vm_config_not_running", "VM runs, its config says stopped: Fix VMs"),
        kind("vm_claimed_twice", "VM of two configs: Fix VMs"),
        kind("pinned_elsewhere", "VM on another host than its config pins: move it"),
        kind("readwrite_without_writer", "drive is ReadWrite, nobody writes: Fix drives"),
        kind("writer_not_active", "drive's writer does not run: Fix drives"),
        kind("readonly_without_reader", "drive is ReadOnly, nobody reads: Fix drives"),
        kind("reader_not_active", "drive's reader does not run: Fix drives"),
        kind("ready_but_attached", "drive is Ready and attached: Fix drives"),
        kind("writer_and_readers", "drive has a writer and readers: Fix drives"),
        kind("vm_drive_missing", "VM names a drive that is gone: Fix VMs"),
        kind("vm_drive_unacknowledged", "VM names a drive that does not know it: Fix drives"),
    };

    private static Mapping kind(String kind, String words) {
        return Mapping.text(kind, words, Colour.WARNING);
    }

    private static Row vms() {
        return Row.open(
                "VMs",
                Panel.graph(
                                "VM configs by state",
                                """
                                All VMs there are, running or not. From VM configs. Many in Starting or Stopping are a queue or a host
                                that hangs.
                                """,
                                Bands.stacked(Look.count()).with("min", 0).empty("not known"))
                        .query("{{state}}", """
                                sum by (state) (max by (site, realm, state) (ticrypt_vm_configs{site=~"$site",realm=~"$realm"}))
                                """)
                        .colours(States.VM_CONFIGS),
                Panel.graph(
                                "Running VMs by kind of owner",
                                """
                                VMs of people (User) and of other VMs (VM), which are batch workers. From the list of VMs. When batch
                                grows while people wait, ask its owners to run it by night.
                                """,
                                Bands.stacked(Look.count()).with("min", 0).empty("not known"))
                        .query("{{owner_type}}", """
                                sum by (owner_type) (max by (site, realm, owner_type) (ticrypt_vms{site=~"$site",realm=~"$realm"}))
                                """)
                        .colours(Map.of(
                                "User", Colour.NEUTRAL,
                                "VM", Colour.GOOD,
                                "unknown", Colour.NOTICE,
                                "other", Colour.UNKNOWN)),
                Panel.graph(
                                "Oldest sign of life",
                                """
                                How long ago the VM that has been silent longest was heard of, by realm. From the
                                list of VMs. Minutes are normal; a line that climbs is a VM that is dead.
                                """,
                                Look.seconds().with("min", 0).empty("no VM has ever been heard of"))
                        .query("{{realm}}", """
                                time() - min by (site, realm) (ticrypt_vms_oldest_last_ping_timestamp_seconds{site=~"$site",realm=~"$realm"})
                                """),
                Panel.bars(
                                "VMs that have run for",
                                """
                                VMs by how long ago they were started; each bar holds the ones with longer times. From the list of VMs. A
                                VM takes its controller when it boots, so this is how old security patches are: ask owners to restart.
                                """,
                                Look.count()
                                        .colour(Colour.NEUTRAL)
                                        .with("min", 0)
                                        .empty("not known"))
                        .query("{{age}}", """
                                sort_desc(sum by (age) (max by (site, realm, age) (ticrypt_vms_uptime_over{site=~"$site",realm=~"$realm"})))
                                """)
                        .size(12, 8));
    }

    private static Row drives() {
        return Row.open(
                "Drives",
                Panel.graph(
                                "Drives by state, in number",
                                """
                                Ready ones are attached to nothing, ReadWrite and ReadOnly ones to VMs. From the list of drives. Those
                                that stay Initializing or Transferring hang.
                                """,
                                Bands.stacked(Look.count()).with("min", 0).empty("not known"))
                        .query("{{state}}", """
                                sum by (state) (max by (site, realm, state) (ticrypt_drives{site=~"$site",realm=~"$realm"}))
                                """)
                        .colours(States.DRIVES),
                space("Drives by state, in size", """
                        The same drives by what they may hold; promised, not written. From the list of drives. A growing part that is
                        Ready is space that nobody works with.
                        """));
    }

    /** How large drives are by state; the overview has it too. */
    static Panel space(String title, String description) {
        return Panel.graph(
                        title,
                        description,
                        Bands.stacked(Look.bytes()).with("min", 0).empty("not known"))
                .query("{{state}}", """
                        sum by (state) (max by (site, realm, state) (ticrypt_drives_capacity_bytes{site=~"$site",realm=~"$realm"}))
                        """)
                .colours(States.DRIVES);
    }

    private static Row accounts() {
        return Row.closed(
                "Accounts (wants the user token)",
                Panel.bars(
                                "Users by state",
                                """
                                Accounts in tiCrypt, and why those that are shut were. From the list of users, in numbers alone. Without
                                the user token this is empty.
                                """,
                                Look.count()
                                        .colour(Colour.NEUTRAL)
                                        .with("min", 0)
                                        .empty("no user token configured"))
                        .query("{{state}}", """
                                sum by (state) (max by (site, state) (ticrypt_users{site=~"$site"}))
                                """)
                        .query("shut: {{cause}}", """
                                sum by (cause) (max by (site, cause) (ticrypt_users_deactivated{site=~"$site"}))
                                """)
                        .size(12, 8),
                Panel.graph(
                                "Shut for wrong passwords, by hour",
                                """
                                How many more accounts are shut for wrong passwords, or for what looked like an attack (XSS), than an
                                hour before. From the list of users. From ${TicryptLockoutWave.failed_passwords} on somebody guesses, or
                                a client is broken: tiCrypt's audit has the names.
                                """,
                                Bands.lines(Look.count()
                                                .bands(
                                                        Colour.GOOD,
                                                        at("TicryptLockoutWave.failed_passwords", Colour.WARNING)))
                                        .with("custom.drawStyle", "bars")
                                        .with("custom.fillOpacity", 60)
                                        .with("min", 0)
                                        .empty("no user token configured, or less than an hour of data"))
                        .query("{{cause}}", """
                                clamp_min(
                                  max by (site, cause) (ticrypt_users_deactivated{site=~"$site",cause=~"FailedPassword|XSS"})
                                    - max by (site, cause) (ticrypt_users_deactivated{site=~"$site",cause=~"FailedPassword|XSS"} offset ${TicryptLockoutWave.window}),
                                  0
                                )
                                """),
                Panel.table("Accounts to look at", """
                                How many active accounts are past their end, without a key escrow, in no team, or unused for 90 days. From
                                the list of users; the names are in tiCrypt alone. For the next review of accounts.
                                """, "no user token configured")
                        .label(
                                "kind",
                                "What",
                                Look.difference()
                                        .words(
                                                Mapping.text("expired_active", "active past their end", Colour.WARNING),
                                                Mapping.text("never_escrowed", "no key escrow", Colour.NOTICE),
                                                Mapping.text("no_team", "in no team", Colour.WARNING),
                                                Mapping.text("stale_90d", "not logged in for 90 days", Colour.NOTICE)))
                        .column("Accounts", """
                                max by (site, kind) (ticrypt_users_risk{site=~"$site"})
                                """, Look.count())
                        .sortedBy("Accounts", true)
                        .size(12, 8));
    }
}
