package app.parley.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is, by its first bytes. */
class SnifferTest {

    @TempDir
    Path folder;

    final Sniffer sniffer = new Sniffer();

    @ParameterizedTest
    @CsvSource({
        "almond-tart.jpg, image/jpeg",
        "sticker.webp, image/webp",
        "voice-message.ogg, audio/ogg",
    })
    void whatPhonesSendIsShown(String file, String type) throws IOException {
        assertThat(typeOf(Samples.demo(file))).isEqualTo(type);
        assertThat(InlineTypes.include(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"isom", "iso2", "iso5", "iso6", "mp41", "mp42", "avc1", "dash", "MSNV", "M4V "})
    void everyBrandOfMp4IsMp4(String brand) throws IOException {
        assertThat(typeOf(Samples.video(brand, 1, 1, false))).isEqualTo("video/mp4");
    }

    @ParameterizedTest
    @CsvSource({
        "0000001c6674797033677034, video/3gpp",
        "0000001c667479704d344120, audio/mp4",
        "2321414d520a3c5400000000, audio/amr",
        "fff15080021ffc000000, audio/aac",
        "fffb906400000000, audio/mpeg",
        "49443303000000000000, audio/mpeg",
        "524946460000000057415645666d7420, audio/wav",
        "1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104, video/webm",
        "89504e470d0a1a0a0000000d49484452, image/png",
        "474946383961, image/gif"
    })
    void soIsWhatBrowsersPlay(String hex, String type) throws IOException {
        assertThat(typeOf(HexFormat.of().parseHex(hex))).isEqualTo(type);
        assertThat(InlineTypes.include(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
                "<!DOCTYPE html><html><script>alert(1)</script></html>",
                "<script>alert(1)</script>",
                "%PDF-1.4\n<script>alert(1)</script>",
                "<html>%PDF-1.4",
                "hello",
                "MZ\u0090\0",
                "PK\u0003\u0004",
                ""
            })
    void everythingElseIsNot(String content) throws IOException {
        assertThat(InlineTypes.include(typeOf(Samples.ascii(content)))).isFalse();
    }

    @Test
    void namesDoNotCount() throws IOException {
        Path disguised = Files.write(folder.resolve("photo.jpg"), Samples.ascii("<html><script>alert(1)</script>"));
        assertThat(sniffer.typeOf(disguised)).isEqualTo("text/html");
    }

    private String typeOf(byte[] content) throws IOException {
        return sniffer.typeOf(Files.write(folder.resolve("file"), content));
    }
}
