package app.parley.journal;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** Which build of the application this is: what one could not process, another may. */
@Component
class BuildVersion {

    private final String name;

    BuildVersion(ObjectProvider<BuildProperties> build) {
        BuildProperties known = build.getIfAvailable();
        this.name = known == null ? "unknown" : known.getVersion() + " " + known.getTime();
    }

    String name() {
        return name;
    }
}
