package io.github.ticryptexporter.simulator;

import static io.github.ticryptexporter.simulator.Origin.DAY;
import static io.github.ticryptexporter.simulator.Origin.HOUR;

import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.UserInfo;
import java.util.List;

/**
 * Makes the users. The first dozen show every role and every way of being deactivated, so that the smallest site has them.
 * The API document names the state {@code Active} alone; the others are the words of the product's user pages.
 */
final class PeopleGenerator {
    static final String ACTIVE = "Active";
    static final String NEW = "New";
    static final String SUPER_ADMIN = "SuperAdmin";

    private static final List<String> DEACTIVATIONS =
            List.of("Admin", "FailedPassword", "Timeout", "XSS", "Registration");
    private static final List<String> OTHER_STATES = List.of(NEW, "Not Activated", "Active and escrow on next login");
    private static final List<String> ROLES = List.of("User", "SubAdmin", "Admin", SUPER_ADMIN);
    private static final List<String> DEPARTMENTS = List.of("Department-A", "Department-B", "Department-C");
    private static final List<String> USER_PERMISSIONS = List.of("drive.create", "vm.launch");

    private PeopleGenerator() {}

    static void addTo(Fleet fleet, Origin origin) {
        Draw draw = origin.draw("people");
        for (int index = 0; index < origin.census().users(); index++) {
            UserInfo user = person(draw, index, origin.past(draw, 30 * DAY, 1_500 * DAY));
            decideRole(draw, user, index);
            decideState(draw, user, index);
            date(draw, user, origin);
            describe(draw, user);
            fleet.users.put(user.id, user);
        }
    }

    /** A user who just joined: nothing but what registration asks for. */
    static UserInfo person(Draw draw, int number, long joined) {
        UserInfo user = new UserInfo();
        user.id = draw.uuid();
        user.firstName = "Given-%05d".formatted(number);
        user.lastName = "Family-%05d".formatted(number);
        user.email = "user-%05d@example.edu".formatted(number);
        user.role = ROLES.get(0);
        user.permissions = USER_PERMISSIONS;
        user.state = OTHER_STATES.get(0);
        user.joined = joined;
        return user;
    }

    private static void decideRole(Draw draw, UserInfo user, int index) {
        user.role = switch (index) {
            case 0 -> SUPER_ADMIN;
            case 1 -> ROLES.get(2);
            default -> draw.weighted(ROLES, 940, 40, 18, 2);
        };
        user.permissions = draw.chance(0.02) ? List.of() : USER_PERMISSIONS;
    }

    private static void decideState(Draw draw, UserInfo user, int index) {
        int kind = index < 12 ? index - 2 : draw.weighted(List.of(-1, draw.below(5), 5 + draw.below(3)), 85, 9, 6);
        user.state = ACTIVE;
        if (kind >= 5 && kind < 8) {
            user.state = OTHER_STATES.get(kind - 5);
        } else if (kind >= 0 && kind < 5) {
            user.state = "Deactivated";
            user.deactivationType = DEACTIVATIONS.get(kind);
            user.stateReason = "invented reason";
        }
    }

    private static void date(Draw draw, UserInfo user, Origin origin) {
        long joinedAgo = origin.startMillis() - user.joined;
        if (OTHER_STATES.get(0).equals(user.state) || OTHER_STATES.get(1).equals(user.state)) {
            return;
        }
        user.lastLogin = draw.chance(0.03) ? null : (Long) origin.past(draw, HOUR, joinedAgo);
        user.passChanged = draw.chance(0.1) ? null : (Long) origin.past(draw, DAY, joinedAgo);
        user.tosAccepted = draw.chance(0.04) ? null : (Long) user.joined;
        user.lastEscrow = draw.chance(0.1) ? null : (Long) origin.past(draw, DAY, joinedAgo);
        user.neverEscrow = draw.chance(0.05) ? Boolean.TRUE : null;
        user.expiration = draw.chance(0.3) ? (Long) (origin.startMillis() + draw.between(-20 * DAY, 400 * DAY)) : null;
        user.deactivatedUntil = "FailedPassword".equals(user.deactivationType)
                ? (Long) (origin.startMillis() + draw.between(-2 * HOUR, HOUR))
                : null;
    }

    private static void describe(Draw draw, UserInfo user) {
        user.contactEmail = draw.chance(0.1) ? "contact-" + user.email : null;
        user.department = draw.chance(0.7) ? draw.one(DEPARTMENTS) : null;
        user.position = draw.chance(0.5) ? "invented position" : null;
        user.comment = draw.chance(0.05) ? "invented comment" : null;
    }
}
