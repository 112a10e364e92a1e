package io.github.ticryptexporter.exposition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NegotiationTest {
    private static final String DELIMITED =
            "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited";

    private static final String PROMETHEUS_2_42 = "application/openmetrics-text;version=1.0.0,"
            + "application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";
    private static final String PROMETHEUS_2_42_NATIVE =
            DELIMITED + ",application/openmetrics-text;version=1.0.0;q=0.8,"
                    + "application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

    private static final String PROMETHEUS_2_53 = "application/openmetrics-text;version=1.0.0;q=0.5,"
            + "application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2";
    private static final String PROMETHEUS_2_53_NATIVE = DELIMITED + ";q=0.5,"
            + "application/openmetrics-text;version=1.0.0;q=0.4,"
            + "application/openmetrics-text;version=0.0.1;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1";

    private static final String PROMETHEUS_3_5 =
            "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
                    + "application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,"
                    + "text/plain;version=0.0.4;q=0.3,*/*;q=0.2";
    private static final String PROMETHEUS_3_5_NATIVE = DELIMITED + ";q=0.6,"
            + "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,"
            + "application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,"
            + "text/plain;version=0.0.4;q=0.2,*/*;q=0.1";

    /**
     * As the servers of Debian sent them (2.42.0, 3.5.3), else as their sources have them. Grafana Alloy and the
     * OpenTelemetry collector scrape by Prometheus's own code.
     */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            nullValues = "-",
            value = {
                "Prometheus 2.42         | OPENMETRICS_1_0_0 | " + PROMETHEUS_2_42,
                "2.42, native histograms | PROTOBUF          | " + PROMETHEUS_2_42_NATIVE,
                "Prometheus 2.53         | OPENMETRICS_1_0_0 | " + PROMETHEUS_2_53,
                "2.53, created or native | PROTOBUF          | " + PROMETHEUS_2_53_NATIVE,
                "Prometheus 3.5          | OPENMETRICS_1_0_0 | " + PROMETHEUS_3_5,
                "3.5, created or native  | PROTOBUF          | " + PROMETHEUS_3_5_NATIVE,
                "3.5, PrometheusProto    | PROTOBUF          | " + DELIMITED + ";q=0.6,*/*;q=0.5",
                "3.5, PrometheusText1.0.0| TEXT_1_0_0        | text/plain;version=1.0.0;escaping=allow-utf-8;q=0.6,*/*;q=0.5",
                "3.5, PrometheusText0.0.4| TEXT_0_0_4        | text/plain;version=0.0.4;q=0.6,*/*;q=0.5",
                "VictoriaMetrics 1.145   | TEXT_0_0_4        | text/plain;version=0.0.4;q=1,*/*;q=0.1",
                "Telegraf                | PROTOBUF          | " + DELIMITED
                        + ";q=0.7,text/plain;version=0.0.4;q=0.3,*/*;q=0.1",
                "curl                    | TEXT_0_0_4        | */*",
                "Firefox                 | TEXT_0_0_4        | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "Chromium                | TEXT_0_0_4        | text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,"
                        + "image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7",
                "Java's old client       | TEXT_0_0_4        | text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
            })
    void clientsInUseGetTheFormatTheyWishFor(String client, Format format, String accept) {
        assertEquals(format, Negotiation.format(accept), client);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "''                                                             | TEXT_0_0_4",
                "text/plain                                                     | TEXT_0_0_4",
                "text/*                                                         | TEXT_0_0_4",
                "application/openmetrics-text                                   | OPENMETRICS_1_0_0",
                "application/openmetrics-text;version=0.0.1                     | OPENMETRICS_1_0_0",
                "Application/OpenMetrics-Text; Version=\"1.0.0\"; Charset=UTF-8 | OPENMETRICS_1_0_0",
                "application/openmetrics-text;version=2.0.0                     | TEXT_0_0_4",
                "application/openmetrics-text;version=2.0.0, */*;q=0.1          | TEXT_0_0_4",
                "text/plain;version=1.0.0, application/openmetrics-text;q=0.1   | TEXT_1_0_0",
                "text/plain;version=1.0.0;escaping=dots                         | TEXT_1_0_0",
                "text/plain;version=1.0.0, text/plain;version=0.0.4             | TEXT_1_0_0",
                "text/plain;version=1.0.0;q=0.1, text/plain                     | TEXT_0_0_4",
                "text/plain;version=2.0.0, */*;q=0.1                            | TEXT_0_0_4",
                "application/*                                                  | OPENMETRICS_1_0_0",
                "application/vnd.google.protobuf                                | PROTOBUF",
                DELIMITED + ", application/openmetrics-text | PROTOBUF",
                "application/vnd.google.protobuf; Encoding=\"delimited\"          | PROTOBUF",
                "application/vnd.google.protobuf;encoding=text                  | TEXT_0_0_4",
                "application/vnd.google.protobuf;proto=a.b.C;encoding=delimited | TEXT_0_0_4",
                "application/vnd.google.protobuf, application/*;q=0             | PROTOBUF",
                "application/openmetrics-text;q=0.3, text/plain;q=0.5           | TEXT_0_0_4",
                "application/openmetrics-text;q=0.5, text/plain;q=0.5           | OPENMETRICS_1_0_0",
                "text/plain, application/openmetrics-text                       | OPENMETRICS_1_0_0",
                "application/openmetrics-text;q=0.5, */*;q=0.5                  | OPENMETRICS_1_0_0",
                "text/plain;q=0.5, */*;q=0.5                                    | TEXT_0_0_4",
                "application/openmetrics-text;q=0.1, */*;q=0.5                  | TEXT_0_0_4",
                "text/*, application/*                                          | TEXT_0_0_4",
                "application/openmetrics-text;q=0, */*                          | TEXT_0_0_4",
                "text/plain;q=0, */*                                            | OPENMETRICS_1_0_0",
                "text/plain;q=0, application/openmetrics-text;q=0.1             | OPENMETRICS_1_0_0",
                "*/*;q=0                                                        | TEXT_0_0_4",
                "image/png                                                      | TEXT_0_0_4",
                "application/openmetrics-text;q=2                               | TEXT_0_0_4",
                "application/openmetrics-text;q=NaN                             | TEXT_0_0_4",
                "application/openmetrics-text;q=                                | TEXT_0_0_4",
                "application/openmetrics-text;q=1.000;q=0                       | OPENMETRICS_1_0_0",
                ", ;, ;q=1, =, /                                                | TEXT_0_0_4",
            })
    void theHighestWeightWinsAndNobodyIsSentAway(String accept, Format format) {
        assertEquals(format, Negotiation.format(accept));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "''                       | IDENTITY",
                "gzip                     | GZIP",
                "GZIP                     | GZIP",
                "x-gzip                   | GZIP",
                "gzip;q=1.0               | GZIP",
                "gzip; q=0.001            | GZIP",
                "deflate, gzip, br, zstd  | GZIP",
                "gzip;q=0                 | IDENTITY",
                "gzip;q=0.0, *            | IDENTITY",
                "*                        | GZIP",
                "*;q=0                    | IDENTITY",
                "gzip, *;q=0              | GZIP",
                "identity                 | IDENTITY",
                "identity, gzip;q=0.5     | IDENTITY",
                "identity, *;q=0.5        | IDENTITY",
                "identity;q=0.5, gzip     | GZIP",
                "identity, gzip           | GZIP",
                "br                       | IDENTITY",
                "identity;q=0             | IDENTITY",
                "gzip;q=high              | IDENTITY",
            })
    void theBodyIsCompressedForThoseWhoWishIt(String acceptEncoding, Encoding encoding) {
        assertEquals(encoding, Negotiation.encoding(acceptEncoding));
    }
}
