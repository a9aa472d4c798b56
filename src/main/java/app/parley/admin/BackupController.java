package app.parley.admin;

import app.parley.backup.Backups;
import app.parley.team.Agent;
import app.parley.team.CurrentAgent;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands backups to admins; for anybody else there are none. */
@RestController
class BackupController {

    private final Backups backups;
    private final CurrentAgent currentAgent;

    BackupController(Backups backups, CurrentAgent currentAgent) {
        this.backups = backups;
        this.currentAgent = currentAgent;
    }

    @GetMapping("/backups/{name}")
    ResponseEntity<Resource> download(@PathVariable String name, HttpServletRequest request) {
        Optional<Path> file = currentAgent
                .find()
                .filter(Agent::isAdmin)
                .flatMap(admin -> backups.take(admin.requireId().value(), name));
        return file.<ResponseEntity<Resource>>map(found -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(name)
                                        .build()
                                        .toString())
                        .body(new FileSystemResource(found)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
