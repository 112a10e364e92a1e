package io.github.ticryptexporter.simulator.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/** Everything the API can show, and two lists beside it, each kind by id and listed in the order of its map. */
public final class Fleet {
    public final Map<String, Realm> realms = new LinkedHashMap<>();
    public final Map<String, DriveInfo> drives = new LinkedHashMap<>();
    /** No route lists bricks: they come back from the route that edits one. */
    public final Map<String, BrickInfo> bricks = new LinkedHashMap<>();

    public final Map<String, TeamInfo> teams = new LinkedHashMap<>();
    public final Map<String, ProjectInfo> projects = new LinkedHashMap<>();
    public final Map<String, UserInfo> users = new LinkedHashMap<>();

    /** The accounts at the identity providers, which are no part of the API, by {@code user_id}. */
    public final Map<String, MonoCloudUser> monoCloudUsers = new LinkedHashMap<>();

    public final Map<Long, AllthenticateUser> allthenticateUsers = new LinkedHashMap<>();

    /** The realm of that id. */
    public Realm realm(String id) {
        Realm realm = realms.get(id);
        if (realm == null) {
            throw new IllegalArgumentException("no realm " + id + "; there are " + realms.keySet());
        }
        return realm;
    }

    /** How many VMs all realms list together. */
    public int vmCount() {
        return realms.values().stream().mapToInt(realm -> realm.vms.size()).sum();
    }
}
