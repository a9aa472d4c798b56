package app.parley.numbers;

import app.parley.cloudapi.TemplateName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The templates that our numbers may send: those of their account that WhatsApp approved. */
@Service
@Transactional(readOnly = true)
public class Templates {

    private final TemplateRepository templates;
    private final TemplateSync sync;

    Templates(TemplateRepository templates, TemplateSync sync) {
        this.templates = templates;
        this.sync = sync;
    }

    /** By name, then by language. */
    public List<ApprovedTemplate> approved(NumberId number) {
        return templates.approved(number);
    }

    /** Empty when it is not approved now, or another account's. */
    public Optional<ApprovedTemplate> approved(NumberId number, TemplateId id) {
        return templates.approved(number, id);
    }

    /** Whether it is approved now, for the account of this number. */
    public boolean isApproved(NumberId number, TemplateName template) {
        return templates.isApproved(number, template);
    }

    /** When WhatsApp was last asked for all of them; empty when it never answered. */
    public Optional<Instant> syncedAt(NumberId number) {
        return templates.syncedAt(number);
    }

    /**
     * Asks WhatsApp for all of them now, unless that was done a moment ago. Blocks until it has answered.
     *
     * @return whether what we have is as WhatsApp has it
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public boolean refresh(NumberId number) {
        return sync.wabaOf(number).map(sync::refresh).orElse(false);
    }
}
