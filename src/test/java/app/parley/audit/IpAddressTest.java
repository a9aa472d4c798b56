package app.parley.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpAddressTest {

    @ParameterizedTest
    @CsvSource({
        "0:0:0:0:0:0:0:1, ::1",
        "0:0:0:0:0:0:0:0, ::",
        "2001:0db8:0000:0000:0001:0000:0000:0001, 2001:db8::1:0:0:1",
        "2001:DB8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "fe80:0:0:0:1:2:3:4%eth0, fe80::1:2:3:4%eth0",
        "2001:db8:0:0:0:0:0:0, 2001:db8::",
        "0:0:0:0:0:ffff:c000:201, ::ffff:192.0.2.1",
        "192.0.2.1, 192.0.2.1",
        "not:an:address, not:an:address"
    })
    void anAddressIsShownInItsShortForm(String address, String shown) {
        assertThat(IpAddress.shown(address)).isEqualTo(shown);
    }
}
