package io.github.ticryptexporter.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @CsvSource({
        "192.168.122.0/24, 192.168.122.0, true",
        "192.168.122.0/24, 192.168.122.255, true",
        "192.168.122.0/24, 192.168.121.255, false",
        "192.168.122.0/24, 192.168.123.0, false",
        "192.168.122.128/25, 192.168.122.127, false",
        "192.168.122.128/25, 192.168.122.128, true",
        "10.0.0.0/9, 10.127.255.255, true",
        "10.0.0.0/9, 10.128.0.0, false",
        "0.0.0.0/0, 255.255.255.255, true",
        "192.168.122.80/32, 192.168.122.80, true",
        "192.168.122.80/32, 192.168.122.81, false",
        "fd00:1234::/32, fd00:1234:ffff::1, true",
        "fd00:1234::/32, fd00:1235::1, false",
        "FD00::/8, fdff::, true",
        "::/0, fd00::1, true",
        "fd00::1/128, fd00:0:0:0:0:0:0:1, true",
        "fd00::1/128, fd00::2, false",
    })
    void anAddressIsMatchedBitByBit(String network, String address, boolean contained) {
        assertEquals(contained, Cidr.parse(network).contains(address));
    }

    @Test
    void bitsOfTheHostPartAreIgnored() {
        assertEquals(true, Cidr.parse("192.168.122.77/24").contains("192.168.122.1"));
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0/0, ::1", "::/0, 10.0.0.1"})
    void theVersionsOfTheProtocolNeverMatchEachOther(String network, String address) {
        assertEquals(false, Cidr.parse(network).contains(address));
    }

    @Test
    void anIpv4AddressWrappedInIpv6IsTheIpv4Address() {
        assertEquals(true, Cidr.parse("192.168.122.0/24").contains("::ffff:192.168.122.80"));
    }

    /** Several of these, such as 10.0.0.999 and .:1, are names to the platform, which would ask a resolver for them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "guest.example.edu",
                "10",
                "10.0.0",
                "10.0.0.0.1",
                "10.0.0.01",
                "0x0a000001",
                "10.0.0.999",
                "10.0.0.1.",
                ".:1",
                "1.2.3.4.5",
                "[::1]",
                "::1%lo",
                "fe80::1::2",
                "cafe",
                " 10.0.0.1"
            })
    void whatIsNoNumericAddressLiesNowhere(String address) {
        assertEquals(false, Cidr.parse("0.0.0.0/0").contains(address));
        assertEquals(false, Cidr.parse("::/0").contains(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/24",
                "192.168.122.0",
                "192.168.122.0/",
                "192.168.122.0/33",
                "192.168.122.0/-1",
                "192.168.122.0/24/24",
                "192.168.122.0/0x18",
                "192.168.122.0/+24",
                "192.168.122.0/1000",
                "192.168.122/24",
                "192.168.122.256/24",
                "192.168.122.0 /24",
                "::/129",
                "localhost/8",
                "example.edu/24",
                ".:1/8",
                "[::]/0"
            })
    void aTextThatIsNoNetworkIsRefusedWithWhatWasExpected(String text) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Cidr.parse(text));
        assertEquals("expected a network such as 192.168.122.0/24, but was \"" + text + "\"", refusal.getMessage());
    }

    @Test
    void networksWrittenAlikeAreEqual() {
        assertEquals(Cidr.parse("10.0.0.0/8"), Cidr.parse("10.0.0.0/8"));
        assertEquals(
                Cidr.parse("10.0.0.0/8").hashCode(), Cidr.parse("10.0.0.0/8").hashCode());
        assertNotEquals(Cidr.parse("10.0.0.0/8"), Cidr.parse("10.0.0.0/9"));
        assertEquals("10.0.0.0/8", Cidr.parse("10.0.0.0/8").toString());
    }
}
