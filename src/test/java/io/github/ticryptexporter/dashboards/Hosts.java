package io.github.ticryptexporter.dashboards;

/** Where realms and hosts stand: use, saturation, and what still fits. */
final class Hosts {
    /** Not a number where there is enough history and no growth. */
    static final String FULL_LONG = full("long");

    static final String FULL_SHORT = full("short");

    private Hosts() {}

    private static String full(String window) {
        return """
                realm:ticrypt_host_memory_exhaustion:seconds_%1$s_fit{site=~"$site",realm=~"$realm"}
                  or
                NaN * realm:ticrypt_host_memory_allocated_bytes:sum_max1d{site=~"$site",realm=~"$realm"} offset ${forecast.%1$s_history}""".formatted(window);
    }

    /** What memory would be left without each realm's largest host, with a label that says what that means. */
    static String withoutTheLargest() {
        String left = """
                (
                    realm:ticrypt_host_memory_capacity_bytes:sum_less_largest{site=~"$site",realm=~"$realm"}
                      - realm:ticrypt_host_memory_allocated_bytes:sum{site=~"$site",realm=~"$realm"}
                  )""";
        return """
                label_replace(
                  %1$s >= 0,
                  "answer", "yes, spare", "", ""
                )
                  or
                label_replace(
                  %1$s < 0,
                  "answer", "no, short by", "", ""
                )
                  or
                label_replace(
                  NaN * (
                    realm:ticrypt_host_memory_capacity_bytes:sum{site=~"$site",realm=~"$realm"}
                      unless
                    realm:ticrypt_host_memory_capacity_bytes:sum_less_largest
                  ),
                  "answer", "one host", "", ""
                )
                """.formatted(left);
    }
}
