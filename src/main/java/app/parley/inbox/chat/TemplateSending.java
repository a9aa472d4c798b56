package app.parley.inbox.chat;

import app.parley.conversations.Conversations;
import app.parley.media.Uploads;
import app.parley.numbers.Templates;
import org.springframework.stereotype.Component;

/** What it takes to choose, fill in and send a template. */
@Component
record TemplateSending(Conversations conversations, Templates templates, Uploads uploads) {}
