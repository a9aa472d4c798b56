package app.parley.conversations;

import app.parley.numbers.NumberId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages that are no more, on purpose: WhatsApp may tell of them once more, for days. Known by a hash of their id,
 * for the id itself names the customer.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ErasedMessages {

    private final ErasureRepository repository;

    /** Most installations never erase anything, and are not to ask with every message. */
    private volatile boolean any;

    private volatile boolean asked;

    ErasedMessages(ErasureRepository repository) {
        this.repository = repository;
    }

    boolean includes(NumberId number, String ref) {
        return !among(List.of(new MessageRef(number, ref))).isEmpty();
    }

    Set<MessageRef> among(Collection<MessageRef> refs) {
        if (refs.isEmpty() || !isAny()) {
            return Set.of();
        }
        Map<String, MessageRef> byHash = new HashMap<>();
        refs.forEach(ref -> byHash.put(hash(ref), ref));
        Set<MessageRef> erasedMessages = new HashSet<>();
        repository.erasedMessages(byHash.keySet()).forEach(hash -> {
            MessageRef ref = byHash.get(hash);
            if (ref != null) {
                erasedMessages.add(ref);
            }
        });
        return erasedMessages;
    }

    /** From now on there are some, if this transaction commits. */
    void expect() {
        any = true;
    }

    private boolean isAny() {
        if (!any && !asked) {
            if (repository.isAnyErased()) {
                any = true; // Never back to false: somebody may expect some meanwhile.
            }
            asked = true;
        }
        return any;
    }

    static String hash(MessageRef ref) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((ref.number().value() + " " + ref.ref()).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
