package app.parley.attacks;

import app.parley.attacks.Markup.Bunch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A customer who writes markup into everything a phone lets them write: what they send comes in by signed webhooks. */
final class Smuggler {

    static final String GALLERY = "34699000000";

    private static final String NAME = "Gallery";

    private final SignedPost post;
    private int count;

    Smuggler(SignedPost post) {
        this.post = post;
    }

    /** People whose names are markup, and who write the same; one of them takes it back. */
    void comeAsMany() {
        List<String> names = Markup.names();
        post.bring(IntStream.range(0, names.size())
                .mapToObj(i -> post.change(
                        String.valueOf(34_698_000_000L + i),
                        Map.of("name", names.get(i), "username", names.get(i)),
                        List.of(Shapes.text(names.get(i)))))
                .toList());
    }

    /** One who sends messages of every type; returns the places, which stand behind the texts. */
    List<String> sendEverything() {
        List<String> places = new ArrayList<>();
        List<Map<String, Object>> messages = new ArrayList<>();
        Shapes.all().forEach((named, shape) -> {
            places.addAll(named);
            IntStream.range(0, Markup.bunches("").size())
                    .mapToObj(at -> shape.apply(named.stream()
                            .map(place -> Markup.bunches(place).get(at).text())
                            .toList()))
                    .forEach(messages::add);
        });
        post.bring(GALLERY, NAME, List.of(Shapes.text("Here I come")));
        post.bring(GALLERY, NAME, messages);
        return places;
    }

    /** Where only one text fits into one field, or the field changes another message. */
    void sendTheRest() {
        List<Map<String, Object>> messages = new ArrayList<>();
        for (String text : Markup.ALL) {
            messages.add(Shapes.file(text + " #file"));
            messages.add(Shapes.people(List.of(text + " #name")));
            messages.add(Shapes.reaction("wamid.attack.1", text));
        }
        Markup.bunches("quoted").forEach(bunch -> messages.addAll(aroundOthers(bunch)));
        post.bring(GALLERY, NAME, messages);
    }

    private List<Map<String, Object>> aroundOthers(Bunch bunch) {
        String quoted = "wamid.quoted." + ++count;
        String edited = "wamid.edited." + ++count;
        return List.of(
                Shapes.people(
                        bunch.texts().stream().map(text -> text + " #name").toList()),
                Shapes.text(quoted, bunch.text()),
                Shapes.answer(quoted, "You said so"),
                Shapes.text(edited, "At five"),
                Shapes.edit(edited, bunch.text().replace("#quoted", "#edited")),
                Shapes.unknown(bunch.text()),
                Shapes.unsupported(bunch.text()));
    }
}
