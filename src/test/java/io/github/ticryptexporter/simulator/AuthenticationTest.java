package io.github.ticryptexporter.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {
    private static final TestSite SITE = TestSite.small();
    private static final Map<String, String> TOKENS = SITE.site.tokens();

    @AfterAll
    static void close() {
        SITE.close();
    }

    @Test
    void tokensComeReadOnlyFirstAndFullSecondForEachType() {
        assertEquals(
                List.of(
                        "drive",
                        "drive.full",
                        "vm",
                        "vm.full",
                        "team",
                        "team.full",
                        "project",
                        "project.full",
                        "user",
                        "user.full"),
                List.copyOf(TOKENS.keySet()));
    }

    @Test
    void tokensFollowFromTheSeed() {
        assertEquals(TOKENS, new SimulatedSite(TestSite.settings(1, 1), SITE.clock).tokens());
        assertNotEquals(TOKENS, new SimulatedSite(TestSite.settings(2, 1), SITE.clock).tokens());
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void aRouteRefusesARequestWithoutAToken(Route route) {
        HttpResponse<String> response = send(route, "", null);
        assertEquals(401, response.statusCode());
        assertEquals("{\"message\":\"missing or invalid token\"}", response.body());
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void aRouteRefusesATokenThatNobodyIssued(Route route) {
        HttpResponse<String> response = send(route, "", "TC_TOKEN=forged-token");
        assertEquals(401, response.statusCode());
        assertFalse(response.body().contains("forged-token"), response.body());
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void aRouteForbidsTokensOfEveryOtherType(Route route) {
        for (TokenType type : TokenType.values()) {
            if (type != route.tokenType) {
                HttpResponse<String> response = send(route, "", "TC_TOKEN=" + TOKENS.get(type.label() + ".full"));
                assertEquals(403, response.statusCode(), type.label());
                assertEquals(
                        "{\"message\":\"this route takes a " + route.tokenType.label() + " token\"}", response.body());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void aReadOnlyTokenReadsAndDoesNotMutate(Route route) {
        HttpResponse<String> response = send(route, "", "TC_TOKEN=" + TOKENS.get(route.tokenType.label()));
        boolean forbidden = response.statusCode() == 403;
        assertEquals(route.isMutating(), forbidden, response.body());
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void aFullTokenPassesToTheRoute(Route route) {
        HttpResponse<String> response = send(route, "", "TC_TOKEN=" + TOKENS.get(route.tokenType.label() + ".full"));
        assertFalse(List.of(401, 403).contains(response.statusCode()), response.body());
    }

    @Test
    void aTokenInTheUrlIsAsGoodAsACookie() {
        assertEquals(
                200,
                send(Route.GET_DRIVES, "?token=" + TOKENS.get("drive"), null).statusCode());
    }

    @Test
    void aTokenInTheUrlWinsOverTheCookie() {
        String good = TOKENS.get("drive");
        assertEquals(
                200, send(Route.GET_DRIVES, "?token=" + good, "TC_TOKEN=bad").statusCode());
        assertEquals(
                401, send(Route.GET_DRIVES, "?token=bad", "TC_TOKEN=" + good).statusCode());
        assertEquals(401, send(Route.GET_DRIVES, "?token=", "TC_TOKEN=" + good).statusCode());
        assertEquals(
                403,
                send(Route.GET_DRIVES, "?token=" + TOKENS.get("vm"), "TC_TOKEN=" + good)
                        .statusCode());
    }

    @Test
    void theTokenIsFoundAmongOtherCookies() {
        String cookies = "theme=dark; TC_TOKEN=" + TOKENS.get("drive") + "; session=1";
        assertEquals(200, send(Route.GET_DRIVES, "", cookies).statusCode());
    }

    @Test
    void noAnswerRepeatsAToken() {
        Stream.of(Route.values())
                .forEach(route -> TOKENS.values().forEach(token -> {
                    HttpResponse<String> response = send(route, "?token=" + token, null);
                    assertFalse(response.body().contains(token), route + ": " + response.body());
                    assertFalse(response.headers().toString().contains(token), route.toString());
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/projects/a%2Fb", "/api/projects/%zz", "/api//drives", "/api/projects/a;b"})
    void aUrlThatTheServerRefusesIsNotRepeatedWithItsToken(String path) throws IOException {
        String token = TOKENS.getOrDefault("project", "");
        String answer = raw("GET " + path + "?token=" + token + " HTTP/1.1");
        assertTrue(answer.startsWith("HTTP/1.1 40"), answer);
        assertTrue(answer.contains("{\"message\":"), answer);
        assertFalse(answer.contains(token), answer);
    }

    private static String raw(String requestLine) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), SITE.site.port())) {
            String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static HttpResponse<String> send(Route route, String query, @Nullable String cookie) {
        String path = route.path.replace("{realm}", "libvirt").replace("{project}", "proj%7Cnobody");
        HttpRequest.Builder request =
                SITE.request(path + query).method(route.verb, TestSite.publisher(route.isMutating() ? "{}" : null));
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        return TestSite.exchange(request.build());
    }
}
