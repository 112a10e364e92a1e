package io.github.ticryptexporter;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.ticryptexporter.api.Secret;
import io.github.ticryptexporter.cli.LogOptions;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.LogManager;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** The layout of CONTRIBUTING.md, executed. */
class ArchitectureTest {

    private static final String ROOT = "io.github.ticryptexporter";
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fleet      |
                    tls        |
                    findings   | fleet
                    api        | fleet tls
                    identity   | fleet api tls
                    poll       | fleet api
                    metrics    | fleet findings
                    exposition | metrics
                    status     | fleet metrics
                    http       | tls
                    simulator  |
                    config     | fleet tls findings api identity poll metrics exposition http
                    cli        | fleet tls findings api identity poll metrics exposition http config
                    """)
    void aPackageUsesThosePackagesOnly(String name, String allowed) {
        String[] forbidden = otherPackages(name, words(allowed));
        noClasses()
                .that()
                .resideInAPackage(inside(name))
                .should()
                .dependOnClassesThat(resideInAnyPackage(forbidden))
                .because("data moves left to right and never returns")
                .check(OURS);
    }

    private static String[] otherPackages(String name, List<String> allowed) {
        List<String> forbidden = new ArrayList<>(List.of(ROOT));
        packages().stream()
                .filter(other -> !other.equals(name) && !allowed.contains(other))
                .forEach(other -> forbidden.add(inside(other)));
        return forbidden.toArray(String[]::new);
    }

    private static List<String> words(@Nullable String text) {
        return text == null
                ? List.of()
                : Pattern.compile(" ").splitAsStream(text).toList();
    }

    private static Set<String> packages() {
        Set<String> names = new TreeSet<>();
        for (JavaClass one : OURS) {
            String below = one.getPackageName().substring(ROOT.length());
            if (!below.isEmpty()) {
                names.add(below.replaceFirst("^\\.(\\w+).*", "$1"));
            }
        }
        return names;
    }

    private static String inside(String name) {
        return ROOT + "." + name + "..";
    }

    @Test
    void everyPackageIsInTheLayout() {
        assertEquals(
                "[api, cli, config, exposition, fleet, findings, http, identity, metrics, poll, simulator, status, tls]"
                        .replace("fleet, findings", "findings, fleet"),
                packages().toString());
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void onlyTheRootKnowsTheMetricsLibraries() {
        String[] inside = packages().stream().map(ArchitectureTest::inside).toArray(String[]::new);
        noClasses()
                .that(resideInAnyPackage(inside))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.prometheus..", "io.micrometer.."))
                .because("the fleet's families are ours, and those of the process come in by one door")
                .check(OURS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    java.net.http..                        | api
                    io.javalin..                           | http simulator
                    org.eclipse.jetty..                    | http simulator
                    at.favre.lib..                         | http
                    com.github.benmanes.caffeine..         | api exposition http
                    com.fasterxml.jackson.databind..       | simulator config
                    com.fasterxml.jackson.dataformat.yaml..| config
                    """)
    void aLibraryStaysBehindItsFence(String library, String allowed) {
        String[] homes = words(allowed).stream().map(ArchitectureTest::inside).toArray(String[]::new);
        noClasses()
                .that(resideOutsideOfPackages(homes))
                .should()
                .dependOnClassesThat(resideInAnyPackage(library))
                .because("a library that is everywhere cannot be replaced")
                .check(OURS);
    }

    @Test
    void theFactsAndWhatFollowsFromThemUseNoLibrary() {
        classes()
                .that()
                .resideInAnyPackage(inside("fleet"), inside("findings"), inside("status"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        inside("fleet"),
                        inside("findings"),
                        inside("metrics"),
                        inside("status")))
                .check(OURS);
    }

    @Test
    void theClientCannotWrite() {
        noClasses()
                .should()
                .callMethodWhere(isCallOf(HttpRequest.Builder.class, "POST", "PUT", "DELETE"))
                .because("the token may be a full-access one on backends before 3.13.8")
                .check(OURS);
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.api\\.Get")
                .should()
                .callMethodWhere(isCallOf(HttpRequest.Builder.class, "method"))
                .because("a GET with a body needs method(...), in the one place that passes the constant GET")
                .check(OURS);
    }

    @Test
    void aSecretIsRevealedToTheRequestAlone() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.api\\.Get")
                .should()
                .callMethodWhere(isCallOf(Secret.class, "reveal"))
                .because("what nobody else can read nobody else can log")
                .check(OURS);
    }

    @Test
    void timeComesInThroughTheConstructor() {
        noClasses()
                .should()
                .callMethodWhere(describe("a clock nobody handed in", ArchitectureTest::readsTheSystemClock))
                .because("a test must be able to stop the clock")
                .check(OURS);
        noClasses()
                .should()
                .callMethodWhere(isCallOf(Thread.class, "sleep"))
                .because("waiting is done on conditions")
                .check(OURS);
    }

    private static boolean readsTheSystemClock(JavaMethodCall call) {
        MethodCallTarget target = call.getTarget();
        boolean now = target.getName().equals("now")
                && target.getOwner().getPackageName().equals("java.time")
                && target.getRawParameterTypes().isEmpty();
        return now || target.getFullName().startsWith("java.lang.System.currentTimeMillis");
    }

    @Test
    void onlyMainEndsTheProcessAndHoldsItsOutput() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.Main")
                .should()
                .callMethodWhere(isCallOf(System.class, "exit"))
                .orShould()
                .callMethodWhere(isCallOf(Runtime.class, "exit", "halt"))
                .orShould()
                .accessField(System.class, "out")
                .check(OURS);
    }

    @Test
    void namesSayWhatAClassDoes() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Common")
                .because("if a piece belongs nowhere, the design has not been named yet")
                .check(OURS);
    }

    @Test
    void everyPackageThatLogsHasAWordForItsLevel() {
        Set<String> words = new TreeSet<>();
        for (JavaClass one : OURS) {
            if (one.getMethodCallsFromSelf().stream().anyMatch(isCallOf(LoggerFactory.class, "getLogger"))) {
                String below = one.getPackageName().substring(ROOT.length());
                words.add(below.isEmpty() ? LogOptions.EXPORTER : below.replaceFirst("^\\.(\\w+).*", "$1"));
            }
        }
        assertEquals(LogOptions.PACKAGES, List.copyOf(words));
    }

    @Test
    void publicIsEarnedByAUserInAnotherPackage() {
        classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("Main")
                .and()
                // The platform makes it by name.
                .areNotAssignableTo(LogManager.class)
                .and()
                .doNotHaveSimpleName("package-info")
                .should(beUsedFromAnotherPackage())
                .check(OURS);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(NullMarked.class)
                .check(OURS);
        Set<String> described = new TreeSet<>();
        Set<String> all = new TreeSet<>();
        for (JavaClass one : OURS) {
            all.add(one.getPackageName());
            if (one.getSimpleName().equals("package-info")) {
                described.add(one.getPackageName());
            }
        }
        assertEquals(all, described);
    }

    private static DescribedPredicate<JavaMethodCall> isCallOf(Class<?> owner, String... names) {
        return describe(
                owner.getSimpleName() + "." + String.join("/", names),
                call -> call.getTarget().getOwner().isEquivalentTo(owner)
                        && List.of(names).contains(call.getTarget().getName()));
    }

    /** Used itself, or through a type inside it, or as part of what another public type of its package offers. */
    private static ArchCondition<JavaClass> beUsedFromAnotherPackage() {
        return new ArchCondition<>("be used from another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean earned = isUsedOutside(type) || isOffered(type);
                events.add(new SimpleConditionEvent(type, earned, type.getName() + " is public for nobody"));
            }
        };
    }

    private static boolean isUsedOutside(JavaClass type) {
        return OURS.stream()
                .filter(part -> part.equals(type) || part.getName().startsWith(type.getName() + "$"))
                .flatMap(part -> part.getDirectDependenciesToSelf().stream())
                .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    private static boolean isOffered(JavaClass type) {
        return OURS.stream()
                .filter(other -> !other.equals(type) && other.getPackageName().equals(type.getPackageName()))
                .filter(other -> other.getModifiers().contains(JavaModifier.PUBLIC) && isUsedOutside(other))
                .flatMap(other -> other.getCodeUnits().stream())
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                .anyMatch(member -> signature(member).contains(type));
    }

    private static Set<JavaClass> signature(JavaCodeUnit member) {
        Set<JavaClass> types = new HashSet<>(member.getReturnType().getAllInvolvedRawTypes());
        member.getParameterTypes().forEach(parameter -> types.addAll(parameter.getAllInvolvedRawTypes()));
        return types;
    }
}
