package app.parley.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET /{account}/message_templates} (contract section 6), few at a time: whoever reads one page misses most. */
@SandboxComponent
@RestController
final class TemplatesEndpoint {

    private static final int MOST_AT_ONCE = 5;
    private static final String SOME_FIELDS = "name,components,language,status,category,id";
    private static final Set<String> FILTERS = Set.of("name", "status", "category", "language");

    private final SandboxSettings settings;
    private final TemplateStore templates;
    private final TemplateActions actions;
    private final GraphAnswers answers;

    TemplatesEndpoint(
            SandboxSettings settings, TemplateStore templates, TemplateActions actions, GraphAnswers answers) {
        this.settings = settings;
        this.templates = templates;
        this.actions = actions;
        this.answers = answers;
    }

    @GetMapping("/sandbox/graph/{version}/{accountId}/message_templates")
    ResponseEntity<byte[]> list(
            @PathVariable String accountId, @RequestParam Map<String, String> asked, HttpServletRequest request) {
        if (!accountId.equals(settings.businessAccountId())) {
            throw GraphAnswers.unknown(request, accountId);
        }
        List<ObjectNode> found =
                templates.all().stream().filter(it -> isAskedFor(it, asked)).toList();
        int from = Math.min(place(asked.getOrDefault("after", "")), found.size());
        int to = Math.min(from + limit(asked.getOrDefault("limit", "25")), found.size());
        ObjectNode answer = MetaJson.object();
        answer.putArray("data");
        String fields = asked.getOrDefault("fields", SOME_FIELDS);
        found.subList(from, to).forEach(it -> answer.withArray("data").add(select(it, fields)));
        ObjectNode paging = answer.putObject("paging");
        paging.putObject("cursors").put("before", cursor(from)).put("after", cursor(to));
        if (to < found.size()) {
            paging.put("next", request.getRequestURL() + "?limit=" + (to - from) + "&after=" + cursor(to));
        }
        return answers.ok(request, answer);
    }

    /** {@code {"name":…,"language":…,"status":"PAUSED"}}: Meta thinks otherwise of a template from now on. */
    @PutMapping("/sandbox/control/templates")
    ResponseEntity<byte[]> status(@RequestBody byte[] body) {
        JsonNode order = parse(body);
        ObjectNode template = templates
                .find(TemplateStore.word(order, "name"), TemplateStore.word(order, "language"))
                .orElseThrow(() -> GraphError.badParameter(131009, "There is no such template."));
        actions.decides(template, TemplateStore.word(order, "status"));
        return GraphAnswers.json(200, MetaJson.object().put("success", true));
    }

    private static boolean isAskedFor(ObjectNode template, Map<String, String> asked) {
        return FILTERS.stream()
                .allMatch(filter -> !asked.containsKey(filter)
                        || TemplateStore.word(template, filter).equals(asked.get(filter)));
    }

    private static ObjectNode select(ObjectNode template, String fields) {
        ObjectNode selected = MetaJson.object();
        for (String field : fields.split(",", -1)) {
            if (template.has(field)) {
                selected.set(field, template.path(field));
            }
        }
        return selected;
    }

    private static int limit(String limit) {
        return limit.matches("[1-9]\\d{0,3}") ? Math.min(Integer.parseInt(limit), MOST_AT_ONCE) : MOST_AT_ONCE;
    }

    private static String cursor(int place) {
        return Base64.getUrlEncoder().encodeToString(("place " + place).getBytes(StandardCharsets.UTF_8));
    }

    private static int place(String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        try {
            String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Integer.parseInt(place.replace("place ", ""));
        } catch (IllegalArgumentException e) {
            throw GraphError.badParameter(100, "The cursor is not one of ours.");
        }
    }

    private static JsonNode parse(byte[] body) {
        try {
            return MetaJson.read(body);
        } catch (JacksonException malformed) {
            throw GraphError.badParameter(100, "The body is not JSON.");
        }
    }
}
