package io.github.ticryptexporter.simulator;

import io.github.ticryptexporter.simulator.wire.AllthenticateUser;
import io.github.ticryptexporter.simulator.wire.MonoCloudEmail;
import io.github.ticryptexporter.simulator.wire.MonoCloudUser;
import io.github.ticryptexporter.simulator.wire.UserInfo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes accounts disagree with users, in each way on people of its own. Users themselves are left as they are. */
final class AccountDrift {
    private final World world;
    private final Draw draw;
    private final Consumer<Object> remember;
    private final Map<String, MonoCloudUser> monoCloud = new HashMap<>();
    private final Map<String, AllthenticateUser> allthenticate = new HashMap<>();

    /** @param remember told each account before it is changed */
    AccountDrift(World world, Draw draw, Consumer<Object> remember) {
        this.world = world;
        this.draw = draw;
        this.remember = remember;
        for (MonoCloudUser account : world.fleet.monoCloudUsers.values()) {
            account.emails.forEach(email -> monoCloud.put(lower(email.email), account));
        }
        world.fleet.allthenticateUsers.values().forEach(account -> allthenticate.put(lower(account.email), account));
    }

    void begin() {
        Set<String> busy = ownersOfVms();
        Iterator<UserInfo> active = enrolled(user -> user.state.equals(PeopleGenerator.ACTIVE), busy);
        Iterator<UserInfo> putOut = enrolled(AccountGenerator::isPutOut, busy);
        int times = 1 + world.fleet.users.size() / 500;
        for (int time = 0; time < times; time++) {
            // Those with VMs come first: work that goes on under a departed identity.
            next(active, user -> decide(user, true));
            next(active, this::loseTrackOf);
            String stranger = AccountGenerator.strangersEmail(time);
            next(active, user -> share(user, stranger));
            next(putOut, user -> decide(user, false));
        }
    }

    private Set<String> ownersOfVms() {
        return world.fleet.realms.values().stream()
                .flatMap(realm -> realm.vms.values().stream())
                .filter(vm -> "User".equals(vm.ownerType))
                .map(vm -> vm.owner)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Users of a kind who have an account at both providers, the busy ones first. */
    private Iterator<UserInfo> enrolled(Predicate<UserInfo> kind, Set<String> busy) {
        List<UserInfo> users = draw.shuffled(world.fleet.users.values().stream()
                .filter(kind)
                .filter(user -> monoCloud.containsKey(lower(user.email)))
                .filter(user -> allthenticate.containsKey(lower(user.email))));
        return Stream.concat(
                        users.stream().filter(user -> busy.contains(user.id)),
                        users.stream().filter(user -> !busy.contains(user.id)))
                .iterator();
    }

    private static void next(Iterator<UserInfo> users, Consumer<UserInfo> change) {
        if (users.hasNext()) {
            change.accept(users.next());
        }
    }

    /** Shuts the accounts of a user, or opens them. */
    private void decide(UserInfo user, boolean shut) {
        taken(monoCloud, user.email).disabled = shut;
        AllthenticateUser account = taken(allthenticate, user.email);
        account.adStatus = shut ? "SUSPENDED" : "ACTIVE";
        account.emailStatus = "CONFIRMED";
    }

    /** Gives the accounts of a user other addresses. */
    private void loseTrackOf(UserInfo user) {
        taken(monoCloud, user.email).emails = List.of(AccountGenerator.email("former-" + user.email, draw));
        taken(allthenticate, user.email).email = "former-" + user.email;
    }

    /** Lets a stranger's accounts have a user's address too. */
    private void share(UserInfo user, String stranger) {
        if (monoCloud.containsKey(stranger)) {
            MonoCloudUser account = taken(monoCloud, stranger);
            MonoCloudEmail shared = AccountGenerator.email(user.email, draw);
            account.emails =
                    Stream.concat(account.emails.stream(), Stream.of(shared)).toList();
        }
        if (allthenticate.containsKey(stranger)) {
            taken(allthenticate, stranger).email = user.email;
        }
    }

    private <A> A taken(Map<String, A> accounts, String email) {
        A account = accounts.get(lower(email));
        if (account == null) {
            throw new IllegalStateException("nobody is enrolled as " + email);
        }
        remember.accept(account);
        return account;
    }

    private static String lower(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
