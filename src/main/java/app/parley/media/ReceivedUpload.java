package app.parley.media;

import app.parley.conversations.MessageKind;
import app.parley.conversations.OwnFile;
import java.io.IOException;
import java.io.InputStream;

/** A file that has arrived from an agent: what it is, whatever it is called, and what WhatsApp will take it as. */
record ReceivedUpload(IncomingFile incoming, MessageKind kind, String type, String name) {

    /** No further than the largest that WhatsApp takes of anything. */
    static void read(InputStream in, IncomingFile incoming) throws IOException, RefusedFileException {
        byte[] buffer = new byte[1 << 16];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            SendLimits.DOCUMENT.requireFitting(incoming.size() + count);
            try {
                incoming.write(buffer, 0, count);
            } catch (IOException e) {
                throw Uploads.noRoom(e);
            }
        }
        if (incoming.size() == 0) {
            throw new RefusedFileException(FileRefusal.EMPTY);
        }
    }

    static ReceivedUpload of(IncomingFile incoming, UploadIntent intent, String name, Sniffer sniffer)
            throws IOException, RefusedFileException {
        String type = type(incoming, sniffer);
        FileFamily promised = FileFamily.promisedBy(name);
        if (promised != null && !promised.includes(type)) {
            throw new RefusedFileException(FileRefusal.MISNAMED);
        }
        SendLimits limits = intent == UploadIntent.DOCUMENT ? SendLimits.DOCUMENT : SendLimits.of(type);
        limits.requireFitting(incoming.size());
        MessageKind kind = intent == UploadIntent.VOICE ? spoken(type) : limits.kind();
        String named = named(name, sniffer.endingOf(type));
        boolean document = kind == MessageKind.DOCUMENT;
        return new ReceivedUpload(incoming, kind, document ? sniffer.typeOf(incoming.file(), named) : type, named);
    }

    /** A container of pictures without a picture is a sound; of the Oggs, WhatsApp takes those that hold Opus. */
    private static String type(IncomingFile incoming, Sniffer sniffer) throws IOException {
        String type = sniffer.typeOf(incoming.file());
        if (type.equals("video/mp4") && Mp4Header.dimensions(incoming.file()) == null) {
            return "audio/mp4";
        }
        return type.equals("audio/ogg") && !sniffer.isOpus(incoming.file()) ? "application/ogg" : type;
    }

    /** WhatsApp shows Ogg as a voice message, and MP4 as a sound like any other. */
    private static MessageKind spoken(String type) throws RefusedFileException {
        return switch (type) {
            case "audio/ogg" -> MessageKind.VOICE;
            case "audio/mp4", "audio/aac" -> MessageKind.AUDIO;
            default -> throw new RefusedFileException(FileRefusal.NO_VOICE);
        };
    }

    /** Without an ending the customer's phone does not know what opens it. */
    private static String named(String name, String ending) {
        String clean = FileName.clean(name, "file" + ending);
        return clean.indexOf('.') < 0 && !ending.equals(".bin") ? clean + ending : clean;
    }

    /** Once it is kept. */
    OwnFile file(PictureInspector inspector) throws InterruptedException {
        PictureInfo look = kind == MessageKind.DOCUMENT ? PictureInfo.NONE : inspector.at(incoming.name(), type);
        return new OwnFile(incoming.name(), type, name, incoming.size(), look.width(), look.height(), look.thumbnail());
    }
}
