package app.parley.media;

import app.parley.conversations.MessageKind;
import app.parley.conversations.OwnFile;

/**
 * A file that an agent picked and that we keep, ready to be sent.
 *
 * @param id names it among the agent's own, and is told to nobody else
 * @param kind IMAGE, VIDEO, AUDIO, VOICE or DOCUMENT: what WhatsApp will take it as
 */
public record Upload(String id, MessageKind kind, OwnFile file) {}
