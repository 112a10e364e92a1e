package io.github.ticryptexporter.simulator;

import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers the fields of a wire object; enough to restore it whole, as its collections are values. */
final class Memento {
    private final Object object;
    private final Map<Field, @Nullable Object> values = new LinkedHashMap<>();

    Memento(Object object) {
        this.object = object;
        for (Field field : object.getClass().getFields()) {
            try {
                values.put(field, field.get(object));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("wire classes have public fields only: " + field, e);
            }
        }
    }

    void restore() {
        values.forEach((field, value) -> {
            try {
                field.set(object, value);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("fields of wire objects are not final: " + field, e);
            }
        });
    }
}
