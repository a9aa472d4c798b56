package app.parley.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where every package writes down what somebody did, in the transaction that does it: the one is never without the other. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AuditLog {

    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_DETAIL = 2000;
    private static final int LONGEST_ADDRESS = 64;

    private final AuditRepository repository;
    private final Clock clock;

    AuditLog(AuditRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * The time is now, and the address the one of the request this thread works for, if it does. What is too long is
     * cut. Message texts, phone numbers, tokens and passwords do not belong here; a customer is named by id.
     *
     * @param actor the agent's id; null: nobody who is known, or the system itself
     * @param subject whom or what it was done to, in words
     * @param detail what exactly
     */
    public void record(AuditAction action, @Nullable Long actor, @Nullable String subject, @Nullable String detail) {
        repository.insert(
                clock.instant(),
                actor,
                cut(address(), LONGEST_ADDRESS),
                action,
                cut(subject, LONGEST_SUBJECT),
                cut(detail, LONGEST_DETAIL));
    }

    private static @Nullable String address() {
        return Caller.isCarried() ? Caller.carried() : ofRequest();
    }

    /** The address of the request this thread works for. */
    static @Nullable String ofRequest() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            return request.getRemoteAddr();
        }
        return null;
    }

    /** Never in the midst of a character; without U+0000, which not every database can store. */
    private static @Nullable String cut(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        String plain = text.replace("\0", "");
        if (plain.length() <= longest) {
            return plain;
        }
        int end = Character.isHighSurrogate(plain.charAt(longest - 1)) ? longest - 1 : longest;
        return plain.substring(0, end);
    }
}
