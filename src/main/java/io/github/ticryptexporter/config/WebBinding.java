package io.github.ticryptexporter.config;

import io.github.ticryptexporter.http.HttpSettings;
import io.github.ticryptexporter.http.WebSecurity;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Binds {@code web}: where the exporter listens, to whom, and the refusal to listen openly by accident. */
final class WebBinding {

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    private final Section web;
    private final boolean allowOpen;
    private final WebSecurity security;

    private WebBinding(Section web) {
        this.web = web;
        this.allowOpen = web.setting("allow-open").flatMap(Setting::flag).orElse(false);
        this.security = configSetting(web)
                .flatMap(setting ->
                        NamedFile.readable(setting).map(file -> WebConfigBinding.read(setting, file, web.context())))
                .orElse(WebSecurity.NONE);
    }

    static HttpSettings settings(Section web) {
        return new WebBinding(web).settings();
    }

    /** The web configuration's own file, if one is named. */
    static Optional<Path> configFile(Section web) {
        return configSetting(web).flatMap(Setting::path);
    }

    private static Optional<Setting> configSetting(Section web) {
        return web.section("config").setting("file");
    }

    private HttpSettings settings() {
        return new HttpSettings(
                addresses(),
                web.setting("telemetry-path").flatMap(WebBinding::path).orElse(HttpSettings.DEFAULT_TELEMETRY_PATH),
                allowOpen,
                web.setting("enable-lifecycle").flatMap(Setting::flag).orElse(false),
                security);
    }

    private List<InetSocketAddress> addresses() {
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (Setting setting : web.settings("listen-address")) {
            ListenAddress.parse(setting).ifPresent(address -> {
                checkOpen(setting, address);
                addresses.add(address);
            });
        }
        return addresses.isEmpty() ? List.of(ListenAddress.of(HttpSettings.DEFAULT_LISTEN_ADDRESS)) : addresses;
    }

    private void checkOpen(Setting setting, InetSocketAddress address) {
        if (address.getAddress().isLoopbackAddress() || security.isClosed()) {
            return;
        }
        if (allowOpen) {
            setting.warning(setting.quoted() + " is served " + lack() + " (--web.allow-open)");
        } else {
            setting.refuse(
                    "a loopback address, since another one would be served " + lack(),
                    "name a file with tls_server_config and basic_auth_users by --web.config.file, or accept it with"
                            + " --web.allow-open");
        }
    }

    /** What is not there, and what that means. */
    private String lack() {
        boolean isAsked = security.authentication().isAsked();
        if (security.tls() == null) {
            return isAsked
                    ? "without TLS: whoever listens on the way reads metrics and passwords"
                    : "to everyone who reaches it, without TLS and authentication";
        }
        return "to everyone who reaches it, without authentication";
    }

    private static Optional<String> path(Setting setting) {
        boolean usable =
                PATH.matcher(setting.text()).matches() && !setting.text().startsWith("/-/");
        return usable
                ? Optional.of(setting.text())
                : setting.refuse(
                        "a path such as /metrics, outside /-/",
                        "begin with a slash and use letters, digits and ._~- between slashes");
    }
}
