package io.github.ticryptexporter.api;

import io.github.ticryptexporter.fleet.ImageInfo;
import io.github.ticryptexporter.fleet.ImageType;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code ImageInfo} of the API document. */
final class ImageParser {
    private ImageParser() {}

    static @Nullable ImageInfo parse(Fields in) throws IOException {
        String id = null;
        ImageType type = null;
        Long size = null;
        while (in.next()) {
            switch (in.name()) {
                case "id" -> id = in.sharedText();
                case "imageType" -> type = in.named(ImageType::named, ImageType.OTHER);
                case "size" -> size = in.count();
                default -> {}
            }
        }
        if (id == null || id.isEmpty()) {
            return null;
        }
        return new ImageInfo(id, Objects.requireNonNullElse(type, ImageType.UNKNOWN), size == null ? 0 : size);
    }
}
