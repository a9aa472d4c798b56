package app.parley.cloudapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Templates as Meta lists them, and as contract section 4 wants them sent: every body written by hand. */
class TemplateWireTest {

    private static final String NUMBERED = """
            [{"type":"HEADER","format":"TEXT","text":"Order {{1}}","example":{"header_text":["A-17"]}},
             {"type":"BODY","text":"Hello {{1}}, {{2}} will be ready at {{3}}.",
              "example":{"body_text":[["Ana","your tart","noon"]]}},
             {"type":"FOOTER","text":"Panadería Bonita"},
             {"type":"BUTTONS","buttons":[
               {"type":"QUICK_REPLY","text":"I am coming"},
               {"type":"URL","text":"Track","url":"https://bonita.example/track/{{1}}",
                "example":["https://bonita.example/track/17"]},
               {"type":"PHONE_NUMBER","text":"Call us","phone_number":"+15550104477"},
               {"type":"COPY_CODE","text":"Copy code","example":"TART10"}]}]""";

    @Test
    void allThatCanBeFilledInIsAskedForWithItsExample() {
        assertThat(TemplateForm.of(NUMBERED).slots())
                .extracting(slot -> slot.key() + " " + slot.example())
                .containsExactly(
                        "header.1 A-17",
                        "body.1 Ana",
                        "body.2 your tart",
                        "body.3 noon",
                        "link1.1 17",
                        "code3.1 TART10");
    }

    @Test
    void numberedSlotsAreToldInTheirOrderAndButtonsByTheirPlace() {
        Map<String, String> values = Map.of(
                "header.1", "A-18",
                "body.1", " Marta ",
                "body.2", "the \"walnut\" loaf",
                "body.3", "$5 o'clock",
                "link1.1", "18",
                "code3.1", "LOAF5");
        FilledTemplate filled = new FilledTemplate(TemplateForm.of(NUMBERED), values);

        assertThat(filled.flaws()).isEmpty();
        assertThat(filled.words()).isEqualTo("Hello Marta, the \"walnut\" loaf will be ready at $5 o'clock.");
        assertThat(filled.frame().header()).isEqualTo("Order A-18");
        assertThat(filled.frame().buttons())
                .extracting(button -> button.type() + " " + button.text() + " " + button.target())
                .containsExactly(
                        "QUICK_REPLY I am coming null",
                        "URL Track https://bonita.example/track/18",
                        "PHONE_NUMBER Call us +15550104477",
                        "COPY_CODE Copy code LOAF5");
        sent(filled, "order_ready", null, """
                {"name":"order_ready","language":{"code":"en_US"},"components":[
                 {"type":"header","parameters":[{"type":"text","text":"A-18"}]},
                 {"type":"body","parameters":[{"type":"text","text":"Marta"},
                   {"type":"text","text":"the \\"walnut\\" loaf"},{"type":"text","text":"$5 o'clock"}]},
                 {"type":"button","sub_type":"url","index":"1","parameters":[{"type":"text","text":"18"}]},
                 {"type":"button","sub_type":"copy_code","index":"3",
                  "parameters":[{"type":"coupon_code","coupon_code":"LOAF5"}]}]}""");
    }

    @Test
    void slotsAreTakenByNumberHoweverTheyStandInTheText() {
        String components = """
                [{"type":"BODY","text":"{{2}} for {{1}}, {{1}}! {{10}} {{3}}{{4}}{{5}}{{6}}{{7}}{{8}}{{9}}"}]""";
        assertThat(TemplateForm.of(components).slots())
                .extracting(TemplateSlot::name)
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    }

    @Test
    void namedSlotsBearTheirNames() {
        TemplateForm form = TemplateForm.of("""
                [{"type":"HEADER","format":"TEXT","text":"For {{first_name}}",
                  "example":{"header_text_named_params":[{"param_name":"first_name","example":"Ana"}]}},
                 {"type":"BODY","text":"Order {{order_id}} of {{day}}",
                  "example":{"body_text_named_params":[{"param_name":"day","example":"Friday"},
                                                       {"param_name":"order_id","example":"A-17"}]}}]""");
        assertThat(form.slots())
                .extracting(slot -> slot.key() + " " + slot.example())
                .containsExactly("header.first_name Ana", "body.order_id A-17", "body.day Friday");
        FilledTemplate filled = new FilledTemplate(
                form, Map.of("header.first_name", "Marta", "body.order_id", "A-18", "body.day", "Monday"));
        assertThat(filled.words()).isEqualTo("Order A-18 of Monday");
        sent(filled, "order_named", null, """
                {"name":"order_named","language":{"code":"en_US"},"components":[
                 {"type":"header","parameters":[{"type":"text","parameter_name":"first_name","text":"Marta"}]},
                 {"type":"body","parameters":[{"type":"text","parameter_name":"order_id","text":"A-18"},
                                              {"type":"text","parameter_name":"day","text":"Monday"}]}]}""");
    }

    @Test
    void aTemplateWithNothingToFillInNamesNoComponents() {
        TemplateForm form = TemplateForm.of("""
                [{"type":"HEADER","format":"TEXT","text":"Hello World"},{"type":"BODY","text":"Welcome!"},
                 {"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Thanks"},
                                              {"type":"URL","text":"Site","url":"https://bonita.example"}]}]""");
        sent(new FilledTemplate(form, Map.of()), "hello_world", null, """
                {"name":"hello_world","language":{"code":"en_US"}}""");
    }

    @Test
    void theFileAboveItIsNamedByItsIdOnceItIsUploaded() {
        for (String type : new String[] {"image", "video"}) {
            sent(withHeader(type), "menu", "1037", """
                    {"name":"menu","language":{"code":"en_US"},"components":[
                     {"type":"header","parameters":[{"type":"%1$s","%1$s":{"id":"1037"}}]}]}""".formatted(type));
        }
        sent(withHeader("document"), "menu", "1037", """
                {"name":"menu","language":{"code":"en_US"},"components":[
                 {"type":"header","parameters":[{"type":"document","document":{"filename":"menu.pdf","id":"1037"}}]}]}""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"HEADER","format":"LOCATION"}                          | LOCATION
            {"type":"HEADER","format":"PRODUCT"}                           | OTHER
            {"type":"BUTTONS","buttons":[{"type":"FLOW","text":"Book"}]}   | FLOW
            {"type":"BUTTONS","buttons":[{"type":"OTP","text":"Copy"}]}    | ONE_TIME_CODE
            {"type":"BUTTONS","buttons":[{"type":"CATALOG","text":"See"}]} | CATALOG
            {"type":"CAROUSEL","cards":[]}                                 | CAROUSEL
            {"type":"LIMITED_TIME_OFFER"}                                  | OFFER
            {"type":"HOLOGRAM"}                                            | OTHER
            7                                                              | OTHER
            """)
    void whatCannotBeSentFromHereSaysWhy(String component, Unsendable why) {
        assertThat(TemplateForm.of("[" + component + ",{\"type\":\"BODY\",\"text\":\"x\"}]")
                        .obstacle())
                .isEqualTo(why);
    }

    @Test
    void whatCannotBeReadCannotBeSent() {
        for (String odd : new String[] {"[", "[]", "{}", "null", "[{\"type\":\"FOOTER\",\"text\":\"x\"}]"}) {
            assertThat(TemplateForm.of(odd).obstacle()).as(odd).isEqualTo(Unsendable.OTHER);
        }
    }

    @Test
    void whatMetaWouldNotTakeIsFoundBeforeItIsSent() {
        assertThat(flawOf("  ")).isEqualTo(TemplateFlaw.EMPTY);
        assertThat(flawOf("a\nb")).isEqualTo(TemplateFlaw.LINE_BREAK);
        assertThat(flawOf("a\tb")).isEqualTo(TemplateFlaw.LINE_BREAK);
        assertThat(flawOf("a     b")).isEqualTo(TemplateFlaw.SPACES);
        assertThat(flawOf("x".repeat(1025))).isEqualTo(TemplateFlaw.TOO_LONG);
        assertThat(flawOf("a    b")).isNull();
        assertThat(flawOf(" Ana Gil\n"))
                .as("what stands around it is not meant")
                .isNull();
    }

    private static @Nullable TemplateFlaw flawOf(String value) {
        TemplateForm form = TemplateForm.of("[{\"type\":\"BODY\",\"text\":\"Hello {{1}}\"}]");
        return new FilledTemplate(form, Map.of("body.1", value)).flaws().get("body.1");
    }

    @Test
    void anAddressTakesNoBlanksAndWhatIsMissingIsNamed() {
        FilledTemplate filled = new FilledTemplate(TemplateForm.of(NUMBERED), Map.of("link1.1", "1 7"));
        assertThat(filled.flaws())
                .containsEntry("link1.1", TemplateFlaw.BLANK_IN_LINK)
                .hasSize(6);
        assertThat(filled.words()).isEqualTo("Hello {{1}}, {{2}} will be ready at {{3}}.");
    }

    @Test
    void whatItShowsIsReadBackAsItWas() {
        TemplateFrame frame =
                new FilledTemplate(TemplateForm.of(NUMBERED), Map.of("header.1", "A-18", "code3.1", "LOAF5")).frame();
        assertThat(MessageDetails.of(frame.toJson()).template()).isEqualTo(frame);
    }

    private static FilledTemplate withHeader(String type) {
        String components =
                "[{\"type\":\"HEADER\",\"format\":\"%s\"},{\"type\":\"BODY\",\"text\":\"Our menu\"}]".formatted(type);
        return new FilledTemplate(TemplateForm.of(components), Map.of());
    }

    private static void sent(FilledTemplate filled, String name, @Nullable String mediaId, String template) {
        byte[] body = new OutboundMessage(
                        new Recipient.Phone("16505551234"),
                        filled.content(name, "en_US", "menu.pdf"),
                        null,
                        mediaId,
                        "row-42")
                .toJson();
        assertThat(json(new String(body, StandardCharsets.UTF_8))).isEqualTo(json("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+16505551234",
                 "biz_opaque_callback_data":"row-42","type":"template","template":%s}""".formatted(template)));
    }

    private static JsonNode json(String text) {
        return Json.MAPPER.readTree(text);
    }
}
