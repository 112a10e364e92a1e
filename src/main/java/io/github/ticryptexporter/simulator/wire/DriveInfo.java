package io.github.ticryptexporter.simulator.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A drive, as {@code GET /api/drives} lists it. */
public final class DriveInfo {
    public String id = "";
    public String name = "";
    public String owner = "";
    public long capacity;
    public String format = "";
    public @Nullable Boolean noBackup;
    public @Nullable Map<String, Object> settings;
    public @Nullable String writer;
    public List<String> readers = List.of();
    public long created;
    public @Nullable Long changed;
    public @Nullable Long attached;
    public @Nullable Boolean writable;
    public @Nullable String poolID;
    public @Nullable String team;
    public @Nullable String project;
    public String realmID = "";
    public @Nullable String diskType;
    public @Nullable String cache;
    public @Nullable String io;
    /** Ready, ReadOnly, ReadWrite, Transferring or Initializing. */
    public String state = "";

    public @Nullable Long stateChange;
    public boolean hasSnapshot;
}
