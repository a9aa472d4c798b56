package app.parley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the plan of the house: who may import whom, edge by edge. An edge that is not listed here does not exist. */
class HouseTest {

    private static final String HOUSE = "app.parley";
    private static final String TABLES = HOUSE + ".db";

    private static final Map<String, Set<String>> EDGES = Map.ofEntries(
            Map.entry(
                    "shell",
                    Set.of("health", "live", "journal", "outbox", "conversations", "numbers", "team", "audit")),
            Map.entry(
                    "inbox",
                    Set.of(
                            "live",
                            "outbox",
                            "media",
                            "billing",
                            "privacy",
                            "conversations",
                            "numbers",
                            "team",
                            "audit",
                            "cloudapi")),
            Map.entry(
                    "admin",
                    Set.of(
                            "health",
                            "backup",
                            "privacy",
                            "foundation",
                            "live",
                            "journal",
                            "outbox",
                            "media",
                            "billing",
                            "conversations",
                            "numbers",
                            "team",
                            "audit")),
            Map.entry("webhook", Set.of("journal", "numbers", "cloudapi", "foundation")),
            Map.entry("sandbox", Set.of("cloudapi")),
            Map.entry("demo", Set.of("billing", "conversations", "numbers", "team", "cloudapi")),
            Map.entry("receipts", Set.of("live", "conversations", "numbers", "cloudapi", "foundation")),
            Map.entry(
                    "health",
                    Set.of("backup", "journal", "outbox", "billing", "conversations", "numbers", "foundation")),
            Map.entry("backup", Set.of("media", "audit", "foundation")),
            Map.entry(
                    "privacy",
                    Set.of("journal", "media", "conversations", "numbers", "team", "audit", "cloudapi", "foundation")),
            Map.entry("live", Set.of("conversations", "numbers", "team", "foundation")),
            Map.entry("journal", Set.of("conversations", "numbers", "team", "audit", "cloudapi", "foundation")),
            Map.entry("outbox", Set.of("media", "conversations", "numbers", "audit", "cloudapi", "foundation")),
            Map.entry("media", Set.of("conversations", "numbers", "team", "audit", "cloudapi", "foundation")),
            Map.entry("billing", Set.of("conversations", "numbers", "team", "audit", "cloudapi", "foundation")),
            Map.entry("conversations", Set.of("numbers", "team", "audit", "cloudapi", "foundation")),
            Map.entry("numbers", Set.of("team", "audit", "cloudapi", "secrets", "foundation")),
            Map.entry("team", Set.of("audit", "cloudapi", "secrets")),
            Map.entry("audit", Set.of()),
            Map.entry("cloudapi", Set.of()),
            Map.entry("secrets", Set.of("audit")),
            Map.entry("foundation", Set.of()));

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);

    @TestFactory
    Stream<DynamicTest> eachRoomImportsOnlyWhatItsEdgesAllow() {
        return EDGES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(edges -> dynamicTest(edges.getKey(), () -> importsOnly(edges.getKey(), edges.getValue())));
    }

    private static void importsOnly(String room, Set<String> allowed) {
        noClasses()
                .that(liveIn(room))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "live in another room than " + allowed,
                        imported -> isRoom(imported)
                                && !roomOf(imported).equals(room)
                                && !allowed.contains(roomOf(imported))))
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void everyPackageIsARoomOfThePlan() {
        assertThat(CODE.stream()
                        .filter(HouseTest::isRoom)
                        .map(HouseTest::roomOf)
                        .collect(Collectors.toSet()))
                .isSubsetOf(EDGES.keySet());
    }

    @Test
    void roomsHaveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching(HOUSE + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(CODE.that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(TABLES + ".."))));
    }

    @Test
    void onlyScreensTheShellAndTheSandboxKnowVaadin() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "app.parley.inbox..", "app.parley.admin..", "app.parley.shell..", "app.parley.sandbox..")
                .and()
                .doNotHaveFullyQualifiedName(ParleyApplication.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.vaadin..")
                .check(CODE);
    }

    @Test
    void onlyRepositoriesKnowTheTables() {
        noClasses()
                .that()
                .resideOutsideOfPackage(TABLES + "..")
                .and(DescribedPredicate.describe("are no repository", type -> !isRepository(type)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(TABLES + "..")
                .check(CODE);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CODE.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(p -> !p.getName().startsWith(TABLES)))
                .isNotEmpty()
                .allSatisfy(HouseTest::nullMarked);
    }

    private static void nullMarked(JavaPackage place) {
        assertThat(place.isAnnotatedWith(NullMarked.class)).as(place.getName()).isTrue();
    }

    private static DescribedPredicate<JavaClass> liveIn(String room) {
        return DescribedPredicate.describe(
                "live in " + room, type -> isRoom(type) && roomOf(type).equals(room));
    }

    private static boolean isRoom(JavaClass type) {
        return type.getPackageName().startsWith(HOUSE + ".")
                && !type.getPackageName().startsWith(TABLES);
    }

    private static String roomOf(JavaClass type) {
        return type.getPackageName().substring(HOUSE.length() + 1).split("\\.", 2)[0];
    }

    /** A record or lambda inside a repository belongs to it. */
    private static boolean isRepository(JavaClass type) {
        return type.getEnclosingClass()
                .map(HouseTest::isRepository)
                .orElse(type.getSimpleName().endsWith("Repository"));
    }
}
