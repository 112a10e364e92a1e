package io.github.ticryptexporter.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class IdentitySectionTest {
    private static final String[] FAMILIES = Families.SECTION_7.toArray(String[]::new);
    private static final OracleSettings LIBVIRT = Given.settings("libvirt");
    private static final RawSite SITE =
            RawSite.empty().with("users", "", Given.answer("""
            [{'id': 'fine', 'state': 'Active', 'email': 'Fine@example.edu'},
             {'id': 'leaver', 'state': 'Active', 'email': 'leaver@example.edu'},
             {'id': 'unknown', 'state': 'Active', 'email': 'unknown@example.edu'},
             {'id': 'gone', 'state': 'Locked', 'email': 'gone@example.edu'},
             {'id': 'twin-1', 'state': 'Active', 'email': 'twin@example.edu'},
             {'id': 'twin-2', 'state': 'Locked', 'email': 'TWIN@example.edu'},
             {'id': 'shared', 'state': 'Active', 'email': 'shared@example.edu'}]
            """)).with("vms", "libvirt", Given.answer("""
            [{'id': 'a', 'owner': 'leaver', 'ownerType': 'User'}, {'id': 'b', 'owner': 'a', 'ownerType': 'VM'},
             {'id': 'c', 'owner': 'gone', 'ownerType': 'User'}]
            """));

    @Test
    void accountsAreFoundByAnyOfTheirEmailsAndAmbiguousOnesLeaveBothSides() {
        RawSite site = SITE.with("identity_monocloud", "", accounts("""
                [{'user_id': '1', 'emails': [{'email': 'other@example.edu'}, {'email': 'FINE@example.edu'}]},
                 {'user_id': '2', 'disabled': true, 'emails': [{'email': 'leaver@example.edu'}]},
                 {'user_id': '3', 'disabled': false, 'emails': [{'email': 'gone@example.edu'}]},
                 {'user_id': '4', 'disabled': true, 'emails': [{'email': 'twin@example.edu'}]},
                 {'user_id': '5', 'emails': [{'email': 'shared@example.edu'}, {'email': 'Shared@example.edu'}]},
                 {'user_id': '6', 'emails': [{'email': 'shared@example.edu'}]}]
                """));

        assertEquals("""
                ticrypt_identity_drift_users{kind="active_but_disabled",provider="monocloud"} 1
                ticrypt_identity_drift_users{kind="active_but_unknown",provider="monocloud"} 1
                ticrypt_identity_drift_users{kind="ambiguous",provider="monocloud"} 2
                ticrypt_identity_drift_users{kind="deactivated_but_enabled",provider="monocloud"} 1
                ticrypt_identity_drift_vms{provider="monocloud"} 2
                ticrypt_identity_match_ratio{provider="monocloud"} 0.6666666666666666
                ticrypt_identity_users{provider="monocloud",state="disabled"} 2
                ticrypt_identity_users{provider="monocloud",state="enabled"} 4
                """, Given.expected(site, LIBVIRT, FAMILIES));
    }

    @Test
    void aStatusOfAllthenticateCountsByTheFirstThatApplies() {
        RawSite site = SITE.with("identity_allthenticate", "", accounts("""
                [{'email': 'fine@example.edu', 'email_status': 'CONFIRMED', 'ad_status': 'ACTIVE'},
                 {'email': 'leaver@example.edu', 'email_status': 'CONFIRMED', 'ad_status': 'SUSPENDED'},
                 {'email': 'unknown@example.edu', 'email_status': 'PENDING', 'ad_status': 'ACTIVE'},
                 {'email': 'gone@example.edu', 'email_status': 'CONFIRMED'},
                 {'email': 'elsewhere@example.edu', 'email_status': 'SUSPENDED', 'ad_status': 'ACTIVE'}]
                """));

        assertEquals("""
                ticrypt_identity_drift_users{kind="active_but_disabled",provider="allthenticate"} 1
                ticrypt_identity_drift_users{kind="active_but_unknown",provider="allthenticate"} 1
                ticrypt_identity_drift_users{kind="ambiguous",provider="allthenticate"} 1
                ticrypt_identity_drift_users{kind="deactivated_but_enabled",provider="allthenticate"} 0
                ticrypt_identity_drift_vms{provider="allthenticate"} 2
                ticrypt_identity_match_ratio{provider="allthenticate"} 0.75
                ticrypt_identity_users{provider="allthenticate",state="active"} 1
                ticrypt_identity_users{provider="allthenticate",state="other"} 1
                ticrypt_identity_users{provider="allthenticate",state="suspended"} 2
                ticrypt_identity_users{provider="allthenticate",state="unconfirmed"} 1
                """, Given.expected(site, LIBVIRT, FAMILIES));
    }

    @Test
    void theJoinNeedsTheUsersAndItsVmsThoseOfEveryRealm() {
        RawSite site = SITE.with("identity_monocloud", "", accounts("[]"));
        String users = """
                ticrypt_identity_users{provider="monocloud",state="disabled"} 0
                ticrypt_identity_users{provider="monocloud",state="enabled"} 0
                """;

        assertEquals(users, Given.expected(site.without("users", ""), LIBVIRT, FAMILIES));
        assertEquals("""
                ticrypt_identity_drift_users{kind="active_but_disabled",provider="monocloud"} 0
                ticrypt_identity_drift_users{kind="active_but_unknown",provider="monocloud"} 4
                ticrypt_identity_drift_users{kind="ambiguous",provider="monocloud"} 1
                ticrypt_identity_drift_users{kind="deactivated_but_enabled",provider="monocloud"} 0
                ticrypt_identity_match_ratio{provider="monocloud"} 0
                """ + users, Given.expected(site, Given.settings("silent"), FAMILIES));
    }

    private static RawAnswer accounts(String json) {
        return RawAnswer.ofAccounts(RawAnswer.tree(json.replace('\'', '"')), Given.NOW);
    }
}
