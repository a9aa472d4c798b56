package app.parley.cloudapi;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.UUID;

/** The form that carries a file to Meta (contract section 5): the file is read from the disk as it is sent. */
record UploadBody(String contentType, BodyPublisher publisher) {

    static UploadBody of(Path file, String type, String fileName) throws FileNotFoundException {
        String boundary = "parley-" + UUID.randomUUID();
        String head = field(boundary, "messaging_product", "whatsapp")
                + field(boundary, "type", type)
                + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + quoted(fileName)
                + "\"\r\nContent-Type: " + type + "\r\n\r\n";
        return new UploadBody(
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
    }

    private static String field(String boundary, String name, String value) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    /** As browsers quote it: a name must not end its line, nor its quotes. */
    private static String quoted(String fileName) {
        StringBuilder safe = new StringBuilder();
        fileName.codePoints().forEach(c -> {
            if (c == '"' || c == '%' || c < ' ' || c == 127) {
                safe.append("%%%02X".formatted(c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }
}
