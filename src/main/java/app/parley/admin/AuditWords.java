package app.parley.admin;

import app.parley.audit.AuditAction;
import app.parley.audit.IpAddress;
import app.parley.team.AuditLine;
import app.parley.team.Role;
import com.vaadin.flow.component.Component;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entry of the audit log in the reader's language; what has no shape that is known stands as it was written. */
final class AuditWords {

    /** What somebody does before anybody knows who they are. Whatever else nobody did was done by Parley itself. */
    private static final Set<AuditAction> BY_STRANGERS =
            EnumSet.of(AuditAction.SIGN_IN_REFUSED, AuditAction.SIGN_IN_BEGUN, AuditAction.SIGN_IN_THROTTLED);

    private static final Set<AuditAction> OF_ROLES =
            EnumSet.of(AuditAction.MEMBER_CREATED, AuditAction.MEMBER_INVITED, AuditAction.ROLE_CHANGED);

    private final Component words;
    private final Locale locale;

    AuditWords(Component words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    String who(AuditLine line) {
        if (line.who() != null) {
            return line.who();
        }
        boolean stranger = line.action() == null || BY_STRANGERS.contains(line.action());
        return words.getTranslation(stranger ? "audit.nobody" : "audit.parley");
    }

    String what(AuditLine line) {
        return words.getTranslation(line.action() == null ? "audit.unknown" : "audit.action." + line.action());
    }

    String subject(AuditLine line) {
        return shaped(AuditShape.SUBJECTS, line.action(), line.subject());
    }

    String detail(AuditLine line) {
        String detail = line.detail();
        if (detail == null || line.action() == null) {
            return Objects.requireNonNullElse(detail, "");
        }
        if (OF_ROLES.contains(line.action())) {
            return isRole(detail) ? words.getTranslation("team.role." + detail) : detail;
        }
        return line.action() == AuditAction.LOGIN_ENDED
                ? IpAddress.shown(detail)
                : shaped(AuditShape.DETAILS, line.action(), detail);
    }

    private String shaped(List<AuditShape> shapes, @Nullable AuditAction action, @Nullable String text) {
        if (action == null || text == null) {
            return Objects.requireNonNullElse(text, "");
        }
        for (AuditShape shape : shapes) {
            Optional<List<String>> parts = shape.parts(action, text);
            if (parts.isPresent()) {
                return words.getTranslation(
                        shape.key(), parts.get().stream().map(this::said).toArray());
            }
        }
        return text;
    }

    /** A yes, a no, or a day as the reader writes it; other parts are names and figures. */
    private String said(String part) {
        if (part.equals("true") || part.equals("false")) {
            return words.getTranslation("audit.is." + part);
        }
        try {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(locale)
                    .format(LocalDate.parse(part));
        } catch (DateTimeException e) {
            return part;
        }
    }

    private static boolean isRole(String detail) {
        return EnumSet.allOf(Role.class).stream().anyMatch(role -> role.name().equals(detail));
    }
}
