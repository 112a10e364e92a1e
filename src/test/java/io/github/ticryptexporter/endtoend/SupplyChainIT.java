package io.github.ticryptexporter.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The jar holds what its bill of materials says, byte for byte and nothing else, and what its licences ask for. */
class SupplyChainIT {
    private static final Path JAR = Path.of(System.getProperty("exporter.jar", ""));

    private static final String OURS = "io/github/ticryptexporter/";

    @Test
    void everyComponentIsTheLibraryThatTheTestsRunOn() throws Exception {
        Map<String, String> onTheClassPath = new TreeMap<>();
        for (Path library : libraries()) {
            onTheClassPath.put(String.valueOf(library.getFileName()), sha256(library));
        }
        Map<String, String> billed = components();

        onTheClassPath.keySet().retainAll(billed.keySet());
        assertEquals(billed, onTheClassPath);
    }

    @Test
    void theClassesOfTheComponentsAreTheClassesOfTheJar() throws Exception {
        Set<String> expected = new TreeSet<>();
        for (Path library : shaded()) {
            expected.addAll(entries(library, SupplyChainIT::isClass));
        }

        assertEquals(expected, entries(JAR, name -> isClass(name) && !name.startsWith(OURS)));
    }

    @Test
    void whatLicencesAskForIsInTheJar() throws Exception {
        Set<String> asked = new TreeSet<>(Set.of(
                "META-INF/LICENSE",
                "META-INF/NOTICE",
                "META-INF/licenses/EPL-2.0.txt",
                "META-INF/licenses/jackson-core/NOTICE",
                "META-INF/licenses/jackson-core/FastDoubleParser-ThirdParty-LICENSE",
                "META-INF/licenses/micrometer-core/NOTICE",
                "META-INF/licenses/slf4j-api/LICENSE.txt"));

        assertEquals(asked, entries(JAR, asked::contains));
    }

    /** Whatever a library brings, under the name of the library. */
    @Test
    void noLibrarysLicenceIsLost() throws Exception {
        Set<String> lost = new TreeSet<>();
        for (Path library : shaded()) {
            String name = String.valueOf(library.getFileName()).replaceFirst("-\\d.*", "");
            entries(library, entry -> entry.matches("META-INF/[^/]*(LICENSE|NOTICE)[^/]*"))
                    .forEach(entry -> lost.add(entry.replaceFirst("META-INF/", "META-INF/licenses/" + name + "/")));
        }
        lost.removeAll(entries(JAR, name -> name.startsWith("META-INF/licenses/")));

        assertEquals(Set.of(), lost);
    }

    @Test
    void everyComponentIsListedWithItsLicence() throws Exception {
        String list = text("META-INF/THIRD-PARTY.txt");
        List<String> unlisted = stream(bill().path("components"))
                .map(one -> one.path("group").asText() + ":" + one.path("name").asText() + ":"
                        + one.path("version").asText())
                .filter(coordinates -> !list.contains("(" + coordinates + " - "))
                .toList();

        assertEquals(List.of(), unlisted);
    }

    @Test
    void theCopyrightFileOfThePackageCoversEveryClass() throws Exception {
        List<String> covered = Files.readString(Path.of("src", "deb", "copyright"))
                .lines()
                .map(line -> line.replaceFirst("^(Files:)? +", ""))
                .filter(line -> line.endsWith("/*"))
                .map(line -> line.substring(0, line.length() - 1))
                .toList();
        Set<String> uncovered = entries(JAR, name -> isClass(name) && !name.startsWith(OURS)).stream()
                .map(name -> name.replaceFirst("^META-INF/versions/\\d+/", ""))
                .filter(name -> covered.stream().noneMatch(name::startsWith))
                .map(name -> name.substring(0, name.lastIndexOf('/')))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of(), uncovered, "add a Files paragraph to src/deb/copyright");
    }

    @Test
    void nothingIsInTheJarThatOnlyItsPartsNeeded() throws Exception {
        assertEquals(
                Set.of(),
                entries(
                        JAR,
                        name -> name.matches(".*/module-info\\.class|META-INF/.*\\.(SF|DSA|RSA|kotlin_module)"
                                + "|META-INF/(maven|native-image)/.*|.*/OSGI-INF/.*|.*\\.(xsd|dtd)")));
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.endsWith("module-info.class");
    }

    /** SHA-256 by the name of the file that Maven keeps a component in. */
    private static Map<String, String> components() throws IOException {
        Map<String, String> components = new TreeMap<>();
        stream(bill().path("components"))
                .forEach(component -> components.put(
                        component.path("name").asText() + "-"
                                + component.path("version").asText() + ".jar",
                        stream(component.path("hashes"))
                                .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                                .map(hash -> hash.path("content").asText())
                                .collect(Collectors.joining())));
        return components;
    }

    private static JsonNode bill() throws IOException {
        return new ObjectMapper().readTree(text("META-INF/sbom/ticrypt-exporter.cdx.json"));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements.stream();
    }

    /** Those of the class path that the bill names. */
    private static List<Path> shaded() throws IOException {
        Set<String> billed = components().keySet();
        return libraries().stream()
                .filter(library -> billed.contains(String.valueOf(library.getFileName())))
                .toList();
    }

    private static List<Path> libraries() {
        return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator, -1))
                .filter(path -> path.endsWith(".jar"))
                .map(Path::of)
                .toList();
    }

    private static Set<String> entries(Path jar, Predicate<String> which) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(which)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(String entry) throws IOException {
        try (JarFile file = new JarFile(JAR.toFile())) {
            return new String(file.getInputStream(file.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
