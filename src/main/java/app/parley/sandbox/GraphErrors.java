package app.parley.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns a refusal into its answer. */
@SandboxComponent
@RestControllerAdvice(basePackageClasses = GraphErrors.class)
final class GraphErrors {

    private final GraphAnswers answers;

    GraphErrors(GraphAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> answer(GraphError refusal, HttpServletRequest request) {
        return answers.refused(request, refusal);
    }
}
