package io.github.ticryptexporter.simulator.wire;

/** Where libvirt keeps an image. */
public final class LibvirtExtraInfo {
    public String pool = "";
    public String volume = "";
    /** scsi or virtio. */
    public String deviceBusType = "";
}
