package io.github.ticryptexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Java would obey without a word is refused with one. */
class JvmSwitchesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    jdk.internal.httpclient.disableHostnameVerification | ''             | any certificate of any server would be taken for the backend's; remove it
                    jdk.internal.httpclient.disableHostnameVerification | true           | any certificate of any server would be taken for the backend's; remove it
                    jdk.httpclient.HttpClient.log                       | errors,headers | "errors,headers" would print headers, and tokens with them; remove it, or write requests
                    jdk.httpclient.HttpClient.log                       | all            | "all" would print headers, and tokens with them; remove it, or write requests
                    jdk.httpclient.HttpClient.log                       | HEADERS        | "headers" would print headers, and tokens with them; remove it, or write requests
                    javax.net.debug                                     | all            | what is sent, tokens included, could be printed; remove it, or write ssl:handshake
                    javax.net.debug                                     | ''             | what is sent, tokens included, could be printed; remove it, or write ssl:handshake
                    """)
    void aSwitchThatUndoesAPromiseIsRefused(String name, String value, String problem) {
        assertEquals(List.of("-D" + name + ": " + problem), JvmSwitches.problems(with(name, value)));
    }

    @ParameterizedTest
    @CsvSource({
        "jdk.httpclient.HttpClient.log, requests",
        "javax.net.debug, ssl:handshake",
        "javax.net.ssl.trustStore, /etc/ssl/cacerts"
    })
    void otherSwitchesAreTheOperators(String name, String value) {
        assertEquals(List.of(), JvmSwitches.problems(with(name, value)));
    }

    @Test
    void theJvmOfTheTestsHasNone() {
        assertEquals(List.of(), JvmSwitches.problems(System.getProperties()));
    }

    private static Properties with(String name, @Nullable String value) {
        Properties system = new Properties();
        system.setProperty(name, value == null ? "" : value);
        return system;
    }
}
