package io.github.ticryptexporter.metrics;

import static io.github.ticryptexporter.metrics.Family.gauge;

import io.github.ticryptexporter.fleet.Api;
import io.github.ticryptexporter.fleet.ImageInfo;
import io.github.ticryptexporter.fleet.ImageType;
import java.util.List;
import java.util.Set;

/** The images that VMs start from, realm by realm. */
final class ImageMetrics {

    private static final Set<Api> IMAGES = Set.of(Api.VM_IMAGES);

    private ImageMetrics() {}

    static List<Family> families() {
        return List.of(
                gauge("ticrypt_vm_images", "VM images in the latest poll, by operating system.")
                        .labels("realm", "image_type")
                        .from("ImageInfo.imageType")
                        .realm(IMAGES, ImageMetrics::byType)
                        .build(),
                gauge("ticrypt_vm_images_bytes", "Size of all VM images in the latest poll.")
                        .labels("realm")
                        .from("ImageInfo.size")
                        .realm(IMAGES, ImageMetrics::size)
                        .build());
    }

    private static void byType(Picture picture, String realm, Rows rows) {
        for (ImageType type : ImageType.values()) {
            rows.set(0, realm, type.label());
        }
        images(picture, realm).forEach(image -> rows.add(1, realm, image.type().label()));
    }

    private static void size(Picture picture, String realm, Rows rows) {
        rows.set(0, realm);
        images(picture, realm).forEach(image -> rows.add(image.sizeBytes(), realm));
    }

    private static List<ImageInfo> images(Picture picture, String realm) {
        return picture.fleet().vmImages(realm).orElseThrow().items();
    }
}
