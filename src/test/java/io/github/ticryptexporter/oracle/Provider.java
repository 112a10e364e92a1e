package io.github.ticryptexporter.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An identity provider: how its list of accounts spells what the contract's section 7 counts. */
enum Provider {
    MONOCLOUD("enabled", "disabled") {
        @Override
        String state(JsonNode account) {
            return Json.isTrue(account, "disabled") ? "disabled" : "enabled";
        }

        /** Ambiguous: an account is found by any of its e-mails, verified, primary or not. */
        @Override
        List<String> spelledEmails(JsonNode account) {
            List<String> emails = new ArrayList<>();
            account.path("emails").forEach(entry -> Json.text(entry, "email").ifPresent(emails::add));
            return emails;
        }
    },

    ALLTHENTICATE("active", "suspended") {
        @Override
        String state(JsonNode account) {
            String email = Json.text(account, "email_status").orElse("");
            String device = Json.text(account, "ad_status").orElse("");
            if (email.equals("SUSPENDED") || device.equals("SUSPENDED")) {
                return "suspended";
            }
            if (!email.equals("CONFIRMED")) {
                return "unconfirmed";
            }
            return device.equals("ACTIVE") ? "active" : "other";
        }

        @Override
        List<String> spelledEmails(JsonNode account) {
            return Json.text(account, "email").stream().toList();
        }
    };

    private final String enabled;
    private final String disabled;

    Provider(String enabled, String disabled) {
        this.enabled = enabled;
        this.disabled = disabled;
    }

    abstract String state(JsonNode account);

    abstract List<String> spelledEmails(JsonNode account);

    /** The label's value. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of the label {@code api}. */
    String api() {
        return "identity_" + label();
    }

    List<String> states() {
        return switch (this) {
            case MONOCLOUD -> List.of("enabled", "disabled");
            case ALLTHENTICATE -> List.of("active", "suspended", "unconfirmed", "other");
        };
    }

    boolean isEnabled(JsonNode account) {
        return state(account).equals(enabled);
    }

    /** Ambiguous: at Allthenticate only {@code suspended} is as good as disabled. */
    boolean isDisabled(JsonNode account) {
        return state(account).equals(disabled);
    }

    /** Lower-cased, each once. */
    Set<String> emails(JsonNode account) {
        Set<String> emails = new HashSet<>();
        spelledEmails(account).forEach(email -> emails.add(lowerCased(email)));
        return emails;
    }

    static String lowerCased(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
