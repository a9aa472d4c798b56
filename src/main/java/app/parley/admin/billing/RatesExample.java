package app.parley.admin.billing;

import app.parley.billing.Business;
import app.parley.team.Agent;
import app.parley.team.CurrentAgent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A table of rates to begin with, in the currency of the business; its amounts are made up. */
@RestController
class RatesExample {

    private static final String FILE = "meta-rates-example.csv";

    private final Business business;
    private final CurrentAgent currentAgent;

    RatesExample(Business business, CurrentAgent currentAgent) {
        this.business = business;
        this.currentAgent = currentAgent;
    }

    @GetMapping("/settings/rates-example.csv")
    ResponseEntity<byte[]> example() throws IOException {
        if (currentAgent.find().filter(Agent::isAdmin).isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        try (InputStream file = new ClassPathResource("billing/" + FILE).getInputStream()) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(",USD", "," + business.currency().getCurrencyCode());
            return ResponseEntity.ok()
                    .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(FILE)
                                    .build()
                                    .toString())
                    .body(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
