package io.github.ticryptexporter;

import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.HostAndPort;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts a marker into every text of the API's objects, field by field, but for those that are shown by intent or tie
 * objects together. A field that is new on the wire is marked without a change here.
 */
final class Markers {

    /** Finds a marker; the groups are the class and the field. */
    static final String PATTERN = "marker0042-([A-Za-z]+)-([A-Za-z]+)";

    /** Enumerations, types, realm ids; the ids of what is shown by id; and text without which the object is not read. */
    private static final Set<String> NOT_PERSONAL = Set.of(
            "AllthenticateUser.adStatus",
            "AllthenticateUser.emailStatus",
            "DriveInfo.format",
            "DriveInfo.state",
            "DriveInfo.team",
            "DriveInfo.realmID",
            "DriveInfo.diskType",
            "ImageInfo.imageType",
            "LibvirtExtraInfo.deviceBusType",
            "TeamInfo.id",
            "UserInfo.role",
            "UserInfo.state",
            "UserInfo.deactivationType",
            "VMConfigInfo.state",
            "VirtualMachine.team",
            "VirtualMachine.ownerType",
            "VirtualMachine.realmID",
            "ProjectInfo.securityLevel",
            "QuotasTyped.storage",
            "QuotasTyped.devices",
            "HostUsage.devices",
            "TeamInfo.quotas");

    /** Of those, the ones whose values are words of an enumeration that a label shows. */
    static final Set<String> ENUMERATIONS = Set.of(
            "AllthenticateUser.adStatus",
            "AllthenticateUser.emailStatus",
            "DriveInfo.format",
            "DriveInfo.state",
            "DriveInfo.diskType",
            "ImageInfo.imageType",
            "UserInfo.deactivationType",
            "VMConfigInfo.state",
            "VirtualMachine.ownerType");

    private final Predicate<String> marks;
    private final Set<String> planted = new TreeSet<>();

    private Markers(Predicate<String> marks) {
        this.marks = marks;
    }

    /** Marks everything in the fleet and returns the fields that were marked, as {@code Class.field}. */
    static Set<String> plantedIn(Fleet fleet) {
        return planted(fleet, field -> !NOT_PERSONAL.contains(field));
    }

    /** Marks what should be a word of an enumeration and nothing else. */
    static Set<String> plantedInEnumerationsOf(Fleet fleet) {
        return planted(fleet, ENUMERATIONS::contains);
    }

    private static Set<String> planted(Fleet fleet, Predicate<String> marks) {
        Markers markers = new Markers(marks);
        List.of(fleet.drives, fleet.teams, fleet.projects, fleet.users, fleet.monoCloudUsers, fleet.allthenticateUsers)
                .forEach(objects -> objects.values().forEach(markers::mark));
        fleet.realms.values().forEach(realm -> {
            realm.vms.values().forEach(markers::mark);
            realm.configs.values().forEach(markers::mark);
            realm.images.values().forEach(markers::mark);
        });
        return markers.planted;
    }

    private void mark(Object object) {
        for (Field field : object.getClass().getFields()) {
            String name = object.getClass().getSimpleName() + "." + field.getName();
            if (marks.test(name)) {
                mark(object, field, name);
            }
        }
    }

    private void mark(Object object, Field field, String name) {
        String marker = "marker0042-" + name.replace('.', '-') + "-";
        try {
            Object marked = marked(field, field.get(object), marker);
            if (marked != null) {
                field.set(object, marked);
                planted.add(name);
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError(name, e);
        }
    }

    /** What the field should hold; null to leave it, be it a number or an object whose own fields are marked. */
    private @Nullable Object marked(Field field, @Nullable Object value, String marker) {
        if (field.getType() == String.class) {
            return marker + (value == null ? "" : value);
        }
        if (value instanceof HostAndPort address) {
            return new HostAndPort(marker + address.host, address.port);
        }
        if (field.getType() == List.class) {
            return markedList(field, value, marker);
        }
        if (field.getType() == Map.class) {
            return Map.of(marker, holds(field, 1, Integer.class) ? 1 : marker);
        }
        if (value != null && field.getType().getPackage() == Fleet.class.getPackage()) {
            mark(value);
        }
        return null;
    }

    private @Nullable Object markedList(Field field, @Nullable Object value, String marker) {
        if (holds(field, 0, String.class)) {
            return List.of(marker);
        }
        if (value instanceof List<?> objects) {
            objects.forEach(this::mark);
        }
        return null;
    }

    private static boolean holds(Field field, int argument, Class<?> type) {
        return ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[argument] == type;
    }
}
