package app.parley.cloudapi;

/** What stands above the words of a template. */
public sealed interface TemplateHeader {

    record Words(TemplateText text) implements TemplateHeader {}

    /** @param type image, video or document: to be chosen anew for every message */
    record File(String type) implements TemplateHeader {}
}
