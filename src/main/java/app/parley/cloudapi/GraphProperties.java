package app.parley.cloudapi;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Where Meta's Graph API is; every call goes to {@code graphUrl/graphVersion/…}. */
@ConfigurationProperties("parley.whatsapp")
record GraphProperties(URI graphUrl, String graphVersion) {

    GraphProperties {
        boolean isWeb = "https".equals(graphUrl.getScheme()) || "http".equals(graphUrl.getScheme());
        require(
                isWeb && graphUrl.getHost() != null,
                "graph-url",
                "is not a web address such as https://graph.facebook.com.");
        require(graphVersion.matches("v\\d+\\.\\d+"), "graph-version", "is not a version such as v26.0.");
    }

    URI resolve(String path) {
        String base = graphUrl.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + graphVersion + "/" + path);
    }

    private static void require(boolean good, String setting, String fault) {
        if (!good) {
            throw new InvalidConfigurationPropertyValueException("parley.whatsapp." + setting, null, fault);
        }
    }
}
