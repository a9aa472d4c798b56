package app.parley;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips the browser tests, with one plain line, on a machine without Chromium. */
public final class NeedsChromium implements ExecutionCondition {

    private static final ConditionEvaluationResult RESULT = evaluate();

    private static ConditionEvaluationResult evaluate() {
        if (Browsers.chromium().isPresent()) {
            return ConditionEvaluationResult.enabled("Chromium is there");
        }
        System.out.println("Browser tests are skipped: there is no Chromium on this machine.");
        return ConditionEvaluationResult.disabled("no Chromium");
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return RESULT;
    }
}
