package app.parley;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After each test: a picture of every open page if it failed; the contexts are closed in any case. */
final class ScreensAfterTest implements AfterEachCallback {

    private final List<BrowserContext> contexts;
    private final Path pictures;

    ScreensAfterTest(List<BrowserContext> contexts, Path pictures) {
        this.contexts = contexts;
        this.pictures = pictures;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            String name = test.getRequiredTestClass().getSimpleName() + "." + test.getDisplayName();
            List<Page> pages = contexts.stream()
                    .flatMap(context -> context.pages().stream())
                    .toList();
            for (int i = 0; i < pages.size(); i++) {
                Path picture = pictures.resolve(name.replaceAll("[^A-Za-z0-9.]", "") + "-" + i + ".png");
                pages.get(i).screenshot(new Page.ScreenshotOptions().setPath(picture));
            }
        }
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }
}
