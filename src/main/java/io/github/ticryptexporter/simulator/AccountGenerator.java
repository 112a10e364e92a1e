package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.AllthenticateUser;
import io.github.ticryptexporter.simulator.wire.Fleet;
import io.github.ticryptexporter.simulator.wire.MonoCloudEmail;
import io.github.ticryptexporter.simulator.wire.MonoCloudIdp;
import io.github.ticryptexporter.simulator.wire.MonoCloudPasskey;
import io.github.ticryptexporter.simulator.wire.MonoCloudPhone;
import io.github.ticryptexporter.simulator.wire.MonoCloudUser;
import io.github.ticryptexporter.simulator.wire.MonoCloudUsername;
import io.github.ticryptexporter.simulator.wire.UserInfo;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the accounts at the identity providers: nearly all users have one at each, as have some people who are no users of
 * the site. Whom an administrator has put out of tiCrypt is shut out there too; who is locked for another reason is not.
 */
final class AccountGenerator {
    private static final DateTimeFormatter ZONELESS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int FIRST_STRANGER = 10_000_000;
    private static final List<String> PASSWORD = List.of("password");

    private AccountGenerator() {}

    static void addTo(Fleet fleet, Origin origin) {
        Draw draw = origin.draw("accounts");
        int number = 0;
        for (UserInfo user : fleet.users.values()) {
            enrolMost(fleet, user, number++, draw);
        }
        for (int stranger = 0; stranger <= fleet.users.size() / 20; stranger++) {
            int strangersNumber = FIRST_STRANGER + stranger;
            UserInfo person = PeopleGenerator.person(draw, strangersNumber, origin.startMillis() - Origin.DAY);
            person.email = strangersEmail(stranger);
            enrol(fleet, person, strangersNumber, draw);
        }
    }

    /** The address of one who is no user of the site, counted from 0. */
    static String strangersEmail(int stranger) {
        return "stranger-%05d@example.edu".formatted(stranger);
    }

    /** The first dozen are all there, for they show every way of being deactivated. */
    private static void enrolMost(Fleet fleet, UserInfo user, int number, Draw draw) {
        if (number < 12 || !draw.chance(0.02)) {
            addMonoCloud(fleet, user, number, draw);
        }
        if (number < 12 || !draw.chance(0.04)) {
            addAllthenticate(fleet, user, number, draw);
        }
    }

    /** Gives a user an account at both. */
    static void enrol(Fleet fleet, UserInfo user, int number, Draw draw) {
        addMonoCloud(fleet, user, number, draw);
        addAllthenticate(fleet, user, number, draw);
    }

    private static void addMonoCloud(Fleet fleet, UserInfo user, int number, Draw draw) {
        MonoCloudUser account = monoCloud(user, number, draw);
        fleet.monoCloudUsers.put(account.userId, account);
    }

    private static void addAllthenticate(Fleet fleet, UserInfo user, int number, Draw draw) {
        AllthenticateUser account = allthenticate(user, number, draw);
        fleet.allthenticateUsers.put(account.userId, account);
    }

    static boolean isPutOut(UserInfo user) {
        return "Admin".equals(user.deactivationType);
    }

    private static MonoCloudUser monoCloud(UserInfo user, int number, Draw draw) {
        MonoCloudUser account = new MonoCloudUser();
        account.userId = "mc-" + draw.uuid();
        account.creationTime = user.joined / 1000;
        account.lastUpdated = account.creationTime;
        account.disabled = isPutOut(user);
        account.hasPassword = true;
        account.passwordUpdatedAt = account.creationTime;
        account.claims = Map.of("given_name", user.firstName, "family_name", user.lastName);
        account.username = new MonoCloudUsername();
        account.username.id = draw.uuid();
        account.username.username = "username-%05d".formatted(number);
        account.username.authenticators = PASSWORD;
        account.emails = emails(user, number, draw);
        account.phoneNumbers = draw.chance(0.2) ? List.of(phone(number, draw)) : List.of();
        account.idps = draw.chance(0.1) ? List.of(idp(user, draw)) : List.of();
        account.passkeys = draw.chance(0.3) ? List.of(passkey(draw)) : List.of();
        return account;
    }

    /** The login, which one in ten wrote with capitals, and for one in five another address before it. */
    private static List<MonoCloudEmail> emails(UserInfo user, int number, Draw draw) {
        List<MonoCloudEmail> emails = new ArrayList<>();
        if (draw.chance(0.2)) {
            emails.add(email("alias-%05d@example.edu".formatted(number), draw));
        }
        String login = draw.chance(0.1) ? user.email.toUpperCase(Locale.ROOT) : user.email;
        emails.add(email(login, draw));
        emails.get(0).primary = true;
        return List.copyOf(emails);
    }

    static MonoCloudEmail email(String address, Draw draw) {
        MonoCloudEmail email = new MonoCloudEmail();
        email.id = draw.uuid();
        email.email = address;
        email.verified = draw.chance(0.95);
        email.authenticators = PASSWORD;
        return email;
    }

    private static MonoCloudPhone phone(int number, Draw draw) {
        MonoCloudPhone phone = new MonoCloudPhone();
        phone.id = draw.uuid();
        phone.phone = "invented-number-%05d".formatted(number);
        phone.verified = true;
        phone.primary = true;
        phone.authenticators = PASSWORD;
        return phone;
    }

    private static MonoCloudIdp idp(UserInfo user, Draw draw) {
        MonoCloudIdp idp = new MonoCloudIdp();
        idp.providerUserId = draw.uuid();
        idp.authenticator = "invented-university";
        idp.claims = Map.of("email", user.email, "name", user.firstName + " " + user.lastName);
        return idp;
    }

    private static MonoCloudPasskey passkey(Draw draw) {
        MonoCloudPasskey passkey = new MonoCloudPasskey();
        passkey.passkeyId = draw.uuid();
        passkey.publicKey = "invented-public-key";
        passkey.aaGuid = draw.uuid();
        passkey.name = "invented device";
        passkey.userAgent = "invented agent";
        passkey.userPresent = true;
        passkey.userVerified = true;
        return passkey;
    }

    private static AllthenticateUser allthenticate(UserInfo user, int number, Draw draw) {
        AllthenticateUser account = new AllthenticateUser();
        account.userId = 1_000L + number;
        account.emailId = 500_000L + number;
        account.uniqueId = draw.uuid();
        account.username = "username-%05d".formatted(number);
        account.firstName = user.firstName;
        account.lastName = user.lastName;
        account.name = user.firstName + " " + user.lastName;
        account.email = draw.chance(0.1) ? user.email.toUpperCase(Locale.ROOT) : user.email;
        account.groups = List.of(List.of("Researchers"));
        account.created = ZONELESS.format(Instant.ofEpochMilli(user.joined));
        account.emailStatus = draw.chance(0.03) ? "PENDING" : "CONFIRMED";
        account.confirmed = account.emailStatus.equals("CONFIRMED") ? account.created : null;
        account.adStatus = deviceStatus(user, draw);
        account.deviceAdded = account.adStatus == null ? null : account.created;
        account.activeDate = account.deviceAdded;
        return account;
    }

    /** Null for one in fifty, who has yet to add a device. */
    private static @Nullable String deviceStatus(UserInfo user, Draw draw) {
        if (isPutOut(user)) {
            return "SUSPENDED";
        }
        return draw.chance(0.02) ? null : "ACTIVE";
    }
}
