package io.github.ticryptexporter.config;

import io.github.ticryptexporter.http.HttpSettings;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Binds {@code web}: where the exporter listens, and the refusal to listen openly by accident. */
final class WebBinding {

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

    private WebBinding() {}

    static HttpSettings settings(Section web) {
        boolean allowOpen = web.setting("allow-open").flatMap(Setting::flag).orElse(false);
        refuseWhatIsNotThere(web);
        return new HttpSettings(
                addresses(web, allowOpen),
                web.setting("telemetry-path").flatMap(WebBinding::path).orElse(HttpSettings.DEFAULT_TELEMETRY_PATH),
                allowOpen,
                web.setting("enable-lifecycle").flatMap(Setting::flag).orElse(false));
    }

    private static List<InetSocketAddress> addresses(Section web, boolean allowOpen) {
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (Setting setting : web.settings("listen-address")) {
            ListenAddress.parse(setting).ifPresent(address -> {
                checkOpen(setting, address, allowOpen);
                addresses.add(address);
            });
        }
        return addresses.isEmpty() ? List.of(ListenAddress.of(HttpSettings.DEFAULT_LISTEN_ADDRESS)) : addresses;
    }

    private static void checkOpen(Setting setting, InetSocketAddress address, boolean allowOpen) {
        if (address.getAddress().isLoopbackAddress()) {
            return;
        }
        if (allowOpen) {
            setting.warning(setting.quoted() + " is served to everyone who reaches it, without TLS and authentication "
                    + "(--web.allow-open)");
        } else {
            setting.refuse(
                    "a loopback address, since everyone who reaches another one could read the metrics",
                    "listen on 127.0.0.1 behind a proxy with TLS and authentication (--web.config.file, which would "
                            + "add both here, is not supported by this version), or accept it with --web.allow-open");
        }
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

    private static void refuseWhatIsNotThere(Section web) {
        web.setting("config.file").ifPresent(WebBinding::unsupported);
    }

    private static void unsupported(Setting setting) {
        setting.problem("not supported by this version, but was " + setting.quoted(), "remove it");
    }
}
