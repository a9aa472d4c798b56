package app.parley.cloudapi;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where Meta's Graph API is; every call goes to {@code graphUrl/graphVersion/…}. */
@ConfigurationProperties("parley.whatsapp")
record GraphProperties(URI graphUrl, String graphVersion) {

    URI resolve(String path) {
        String base = graphUrl.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + graphVersion + "/" + path);
    }
}
