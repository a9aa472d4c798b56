package app.parley.media;

import app.parley.conversations.MessageKind;
import app.parley.conversations.OwnFile;
import java.io.IOException;
import java.io.InputStream;

/** A file that has arrived from an agent: what it is, whatever it is called, and what WhatsApp will take it as. */
record Intake(Arrival arrival, MessageKind kind, String type, String name) {

    /** No further than the largest that WhatsApp takes of anything. */
    static void read(InputStream in, Arrival arrival) throws IOException, RefusedFileException {
        byte[] buffer = new byte[1 << 16];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            SendLimits.DOCUMENT.requireFitting(arrival.size() + count);
            try {
                arrival.write(buffer, 0, count);
            } catch (IOException e) {
                throw Uploads.noRoom(e);
            }
        }
        if (arrival.size() == 0) {
            throw new RefusedFileException(FileRefusal.EMPTY);
        }
    }

    static Intake of(Arrival arrival, Wish wish, String name, Sniffer sniffer)
            throws IOException, RefusedFileException {
        String type = type(arrival, sniffer);
        Family promised = Family.promisedBy(name);
        if (promised != null && !promised.includes(type)) {
            throw new RefusedFileException(FileRefusal.MISNAMED);
        }
        SendLimits limits = wish == Wish.DOCUMENT ? SendLimits.DOCUMENT : SendLimits.of(type);
        limits.requireFitting(arrival.size());
        MessageKind kind = wish == Wish.VOICE ? spoken(type) : limits.kind();
        String named = named(name, sniffer.endingOf(type));
        boolean document = kind == MessageKind.DOCUMENT;
        return new Intake(arrival, kind, document ? sniffer.typeOf(arrival.file(), named) : type, named);
    }

    /** A container of pictures without a picture is a sound; of the Oggs, WhatsApp takes those that hold Opus. */
    private static String type(Arrival arrival, Sniffer sniffer) throws IOException {
        String type = sniffer.typeOf(arrival.file());
        if (type.equals("video/mp4") && Mp4Header.dimensions(arrival.file()) == null) {
            return "audio/mp4";
        }
        return type.equals("audio/ogg") && !sniffer.isOpus(arrival.file()) ? "application/ogg" : type;
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
    OwnFile file(Looks looks) throws InterruptedException {
        Look look = kind == MessageKind.DOCUMENT ? Look.NONE : looks.at(arrival.name(), type);
        return new OwnFile(arrival.name(), type, name, arrival.size(), look.width(), look.height(), look.thumbnail());
    }
}
