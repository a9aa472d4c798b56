package app.parley.inbox.chat;

import app.parley.conversations.Content;
import app.parley.conversations.ConversationId;
import app.parley.media.Upload;
import app.parley.media.Uploads;
import app.parley.team.AgentId;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses the picture, video or document above a template (modules/template-file.js). */
@Tag("parley-template-file")
@JsModule("context://modules/template-file.js")
final class TemplateFile extends Component implements HasComponents {

    private static final Map<String, String> ACCEPTED =
            Map.of("image", "image/jpeg,image/png", "video", "video/mp4,video/3gpp", "document", "");

    private final Uploads uploads;
    private final AgentId agent;
    private final ConversationId conversation;
    private final String type;
    private final Runnable changed;
    private final Span about = new Span();
    private Content.@Nullable File file;

    TemplateFile(Uploads uploads, AgentId agent, ConversationId conversation, String type, Runnable changed) {
        this.uploads = uploads;
        this.agent = agent;
        this.conversation = conversation;
        this.type = type;
        this.changed = changed;
        about.addClassName("template-file-about");
        about.getElement().setAttribute("role", "status");
        about.setText(getTranslation("template.file.limits." + type));
        getElement()
                .setAttribute("conversation", String.valueOf(conversation.value()))
                .setAttribute("accept", ACCEPTED.getOrDefault(type, ""))
                .setAttribute("as", type.equals("document") ? "document" : "any")
                .setAttribute("words", String.valueOf(JsonAttribute.json(words())));
        add(about);
    }

    Content.@Nullable File file() {
        return file;
    }

    void complain() {
        say(getTranslation("template.file.missing"), true);
    }

    /** Called by the browser: one was uploaded, or refused with a reason, or did not arrive. */
    @ClientCallable
    void taken(String id, String refusal) {
        Upload upload = id.isEmpty()
                ? null
                : uploads.find(agent, conversation, id)
                        .filter(found -> found.kind().name().equalsIgnoreCase(type))
                        .orElse(null);
        if (upload != null) {
            file = new Content.File(upload.kind(), upload.file(), null);
            say(upload.file().fileName(), false);
        } else if (!id.isEmpty()) {
            say(getTranslation("template.file.wrong." + type), true);
        } else {
            say(getTranslation(refusal.isEmpty() ? "template.file.lost" : "template.file.refused." + type), true);
        }
        changed.run();
    }

    private void say(String words, boolean trouble) {
        about.setText(words);
        getElement().setAttribute("troubled", trouble);
    }

    private Map<String, String> words() {
        return Map.of(
                "choose", getTranslation("template.file.choose." + type),
                "another", getTranslation("template.file.another"),
                "uploading", getTranslation("template.file.uploading"));
    }
}
