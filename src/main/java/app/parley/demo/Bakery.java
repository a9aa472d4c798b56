package app.parley.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The demo's file, as it is read; times are minutes before the start. */
record Bakery(List<PhoneNumber> numbers, List<Person> agents, List<Customer> customers) {

    record PhoneNumber(String phoneNumberId, String displayPhone, String name) {}

    record Person(String name, String email, String password, String role) {}

    record Customer(
            String name,
            @Nullable String waId,
            String userId,
            @Nullable String username,
            List<Talk> conversations) {}

    record Talk(String phoneNumberId, boolean archived, List<Line> messages) {}

    /** @param from "customer", or the email address of the agent who wrote it */
    record Line(
            String id,
            String from,
            String kind,
            @Nullable String text,
            int minutesAgo,
            boolean seen,
            @Nullable String state,
            @Nullable String refersTo,
            @Nullable JsonNode payload) {

        boolean isCustomers() {
            return from.equals("customer");
        }
    }
}
