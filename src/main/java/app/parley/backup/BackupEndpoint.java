package app.parley.backup;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/** {@code /actuator/backup}: {@code POST} begins one, {@code GET} says how it goes. With the management token only. */
@Component
@Endpoint(id = "backup")
class BackupEndpoint {

    private final Backups backups;

    BackupEndpoint(Backups backups) {
        this.backups = backups;
    }

    /** Joins the one that is under way, if there is one. */
    @WriteOperation
    Map<String, Object> begin() {
        backups.begin(null);
        return progress();
    }

    @ReadOperation
    Map<String, Object> progress() {
        BackupProgress progress = backups.progress();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("running", progress.running());
        answer.put("rows", progress.rows());
        answer.put("files", progress.files());
        if (progress.made() != null) {
            answer.put("made", backups.directory().resolve(progress.made()).toString());
        }
        if (progress.trouble() != null) {
            answer.put("trouble", progress.trouble().sentence());
        }
        return answer;
    }
}
