package io.github.ticryptexporter.promql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labels and quantities are followed through a query, records of ours included. */
class ResultTest {
    private static final Families FAMILIES = Families.shipped();
    private static final ResultLabels LABELS = new ResultLabels(FAMILIES);
    private static final ResultQuantity QUANTITIES = new ResultQuantity(FAMILIES);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ticrypt_up                                                         | [api, instance, job, realm, site]
                    max by (api, nowhere) (ticrypt_up)                                 | [api]
                    max without (instance, job) (ticrypt_up)                           | [api, realm, site]
                    topk(5, ticrypt_up)                                                | [api, instance, job, realm, site]
                    time() - max by (api) (ticrypt_up)                                 | [api]
                    ticrypt_up / on (api) max by (api) (ticrypt_up)                    | [api]
                    ticrypt_teams * on (site) group_left (version) ticrypt_exporter_build_info | [instance, job, site, version]
                    max by (api) (ticrypt_up) or max by (realm) (ticrypt_up)           | [api, realm]
                    label_replace(max(ticrypt_up), "word", "a", "", "")                | [word]
                    absent(ticrypt_up)                                                 | []
                    histogram_quantile(0.5, sum by (le, api) (increase(ticrypt_api_request_duration_seconds_bucket[5m]))) | [api]
                    team_resource_type:ticrypt_team_used:max                           | [resource, site, team, type]
                    team_resource_type:ticrypt_team_used:max{resource="cores"}         | [resource, site, team]
                    """)
    void labelsOfAResult(String query, String labels) {
        assertEquals(labels, LABELS.of(PromqlReader.read(query)).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ticrypt_drives_capacity_bytes                                      | [BYTES]
                    time() - ticrypt_last_success_timestamp_seconds                    | [SECONDS]
                    ticrypt_teams / 100                                                | [COUNT]
                    ticrypt_drives_capacity_bytes / 1099511627776                      | [RATIO]
                    ticrypt_drives_capacity_bytes / ticrypt_vms                        | [BYTES]
                    rate(ticrypt_api_responses_total[5m])                              | [PER_SECOND]
                    rate(process_cpu_seconds_total[5m])                                | [RATIO]
                    ticrypt_vm_images_bytes / deriv(ticrypt_vm_images_bytes[7d])       | [SECONDS]
                    ticrypt_vm_images_bytes > bool 0                                   | [RATIO]
                    ticrypt_vm_images_bytes or NaN * ticrypt_vms                       | [BYTES]
                    count(ticrypt_vm_images_bytes)                                     | [COUNT]
                    team_resource_type:ticrypt_team_used:max                           | [COUNT, BYTES]
                    team_resource_type:ticrypt_team_used:max{resource="memory"}        | [BYTES]
                    team_resource_type:ticrypt_team_used_per_limit:ratio               | [RATIO]
                    """)
    void quantitiesOfAResult(String query, String quantities) {
        assertEquals(quantities, QUANTITIES.of(PromqlReader.read(query)).toString());
    }

    @Test
    void aRecordIsMadeOfWhatItsRuleReadsAtAnyRemove() {
        assertEquals(
                Set.of("ticrypt_last_success_timestamp_seconds", "ticrypt_poll_interval_seconds"),
                FAMILIES.origins(PromqlReader.read("max(site_realm_api:ticrypt_data_overdue:seconds)")));
    }

    @Test
    void bytesAndSecondsDoNotAddUp() {
        assertEquals(
                List.of("bytes + seconds"),
                QUANTITIES.mixedIn(PromqlReader.read("ticrypt_vm_images_bytes + ticrypt_poll_interval_seconds")));
    }
}
