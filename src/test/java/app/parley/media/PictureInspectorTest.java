package app.parley.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How large files are when shown, and the small pictures we make of them. */
class PictureInspectorTest {

    @TempDir
    Path data;

    MediaStore mediaStore;
    PictureInspector inspector;
    Sniffer sniffer;
    String digest = "";

    @BeforeEach
    void open() {
        mediaStore = new MediaStore(data);
        inspector = new PictureInspector(mediaStore);
        sniffer = new Sniffer();
    }

    @AfterEach
    void close() {
        inspector.destroy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif", "bmp"})
    void aLargePictureIsShownSmall(String format) throws Exception {
        PictureInfo look = at(Samples.picture(format, 2000, 1000));
        assertThat(look).isEqualTo(new PictureInfo(new Dimensions(2000, 1000), true));
        BufferedImage small = thumbnail();
        assertThat(small.getWidth()).isEqualTo(640);
        assertThat(small.getHeight()).isEqualTo(320);
        assertThat(isRed(small.getRGB(20, 160))).isTrue();
        assertThat(isRed(small.getRGB(620, 160))).isFalse();
        assertThat(sniffer.typeOf(mediaStore.thumbnail(digest)))
                .isEqualTo(format.equals("png") ? "image/png" : "image/jpeg");
    }

    @Test
    void aSmallPictureStaysAsLargeAsItIs() throws Exception {
        assertThat(at(Samples.picture("jpg", 100, 50)).thumbnail()).isTrue();
        assertThat(thumbnail().getWidth()).isEqualTo(100);
    }

    @Test
    void aThinPictureKeepsAtLeastALine() throws Exception {
        assertThat(at(Samples.picture("png", 20_000, 1)).thumbnail()).isTrue();
        assertThat(thumbnail().getHeight()).isEqualTo(1);
    }

    @Test
    void aWebpIsRead() throws Exception {
        PictureInfo look = at(Samples.demo("sticker.webp"));
        assertThat(look.thumbnail()).isTrue();
        assertThat(look.width()).isEqualTo(512);
        assertThat(sniffer.typeOf(mediaStore.thumbnail(digest))).isEqualTo("image/png");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 200, 100, true, true",
        "2, 200, 100, false, false",
        "3, 200, 100, false, false",
        "4, 200, 100, true, true",
        "5, 100, 200, true, false",
        "6, 100, 200, true, false",
        "7, 100, 200, false, true",
        "8, 100, 200, false, true",
        "0, 200, 100, true, true",
        "99, 200, 100, true, true"
    })
    void aPhotoIsShownAsTheCameraWasHeld(int held, int width, int height, boolean redOnTop, boolean redBelow)
            throws Exception {
        assertThat(at(Samples.held(held, 200, 100))).isEqualTo(new PictureInfo(new Dimensions(width, height), true));
        BufferedImage small = thumbnail();
        assertThat(small.getWidth()).isEqualTo(width);
        // At the left edge: turned pictures have the colours above each other, others side by side.
        assertThat(isRed(small.getRGB(4, 4))).isEqualTo(redOnTop);
        assertThat(isRed(small.getRGB(4, height - 5))).isEqualTo(redBelow);
    }

    @ParameterizedTest
    @CsvSource({"30001, 1", "1, 30001", "8000, 8000", "2147483647, 2147483647"})
    void aPictureThatClaimsToBeHugeIsNotDecoded(int width, int height) throws Exception {
        assertThat(at(Samples.claiming(width, height)))
                .isEqualTo(new PictureInfo(new Dimensions(width, height), false));
    }

    @Test
    void aPhotoOfThousandsOfScansIsNotDecoded() throws Exception {
        byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0};
        byte[] photo = Samples.picture("jpg", 100, 100);
        byte[] many = Samples.joined(
                java.util.Arrays.copyOf(photo, photo.length - 2),
                Samples.joined(IntStream.range(0, 5000).mapToObj(i -> scan).toArray(byte[][]::new)));
        assertThat(at(many)).isEqualTo(new PictureInfo(new Dimensions(100, 100), false));
    }

    @Test
    void aBrokenPictureIsStillAFile() throws Exception {
        byte[] photo = Samples.picture("png", 300, 200);
        assertThat(at(java.util.Arrays.copyOf(photo, 60))).isEqualTo(new PictureInfo(new Dimensions(300, 200), false));
        assertThat(at(java.util.Arrays.copyOf(photo, 20))).isEqualTo(PictureInfo.NONE);
        assertThat(at(Samples.ascii("GIF89a/*\0\0\0*/=1;alert(1)")).thumbnail()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"isom, false, 1280, 720", "mp42, true, 720, 1280", "3gp4, false, 1280, 720"})
    void aVideoSaysHowLargeItIs(String brand, boolean turned, int width, int height) throws Exception {
        assertThat(at(Samples.video(brand, 1280, 720, turned)))
                .isEqualTo(new PictureInfo(new Dimensions(width, height), false));
    }

    @Test
    void aVideoThatDoesNotSayIsKeptAllTheSame() throws Exception {
        byte[] video = Samples.video("isom", 1280, 720, false);
        for (int length = 16; length < video.length; length++) {
            assertThat(at(java.util.Arrays.copyOf(video, length)).thumbnail()).isFalse();
        }
        byte[] type = Samples.box("ftyp", Samples.ascii("isom\0\0\0\0isom"));
        byte[] endless = {0, 0, 0, 1, 'm', 'o', 'o', 'v', 127, -1, -1, -1, -1, -1, -1, -1};
        byte[] backwards = {0, 0, 0, 1, 'm', 'o', 'o', 'v', -1, -1, -1, -1, -1, -1, -1, -1};
        byte[] standing = {0, 0, 0, 4, 'm', 'o', 'o', 'v', 0, 0, 0, 0, 0, 0, 0, 0};
        for (byte[] odd : new byte[][] {endless, backwards, standing}) {
            assertThat(at(Samples.joined(type, odd))).isEqualTo(PictureInfo.NONE);
        }
    }

    private PictureInfo at(byte[] content) throws Exception {
        try (IncomingFile incoming = mediaStore.incoming()) {
            incoming.write(content);
            mediaStore.keep(incoming);
            digest = incoming.name();
        }
        return inspector.at(digest, sniffer.typeOf(mediaStore.file(digest)));
    }

    private BufferedImage thumbnail() throws Exception {
        assertThat(Files.exists(mediaStore.thumbnail(digest))).isTrue();
        return ImageIO.read(mediaStore.thumbnail(digest).toFile());
    }

    private static boolean isRed(int rgb) {
        Color color = new Color(rgb);
        return color.getRed() > 150 && color.getBlue() < 100;
    }
}
