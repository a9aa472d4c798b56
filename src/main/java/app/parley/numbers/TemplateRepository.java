package app.parley.numbers;

import static app.parley.db.Tables.NUMBER;
import static app.parley.db.Tables.TEMPLATE;
import static app.parley.foundation.AnyOf.anyOf;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import app.parley.cloudapi.ListedTemplate;
import app.parley.cloudapi.TemplateChange;
import app.parley.cloudapi.TemplateForm;
import app.parley.cloudapi.TemplateName;
import app.parley.numbers.TemplateUpdater.TemplateKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Templates by account, name and language. Status, category and quality each go by their own newest word. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class TemplateRepository {

    private final DSLContext db;

    TemplateRepository(DSLContext db) {
        this.db = db;
    }

    /** Brings the template up to date; one that is neither known nor named with its language is passed over. */
    void keep(AccountId account, TemplateChange change, Instant at, Instant now) {
        find(account, change).or(() -> insert(account, change, now)).ifPresent(id -> {
            update(id, change, at, now);
        });
    }

    /** Brings it up to what WhatsApp lists. */
    void keep(AccountId account, ListedTemplate listed, Instant asked) {
        TemplateChange state = listed.state();
        TemplateId id = find(account, state)
                .or(() -> insert(account, state, asked))
                .orElseThrow(() -> new IllegalArgumentException("It has no name"));
        update(id, state, asked, asked);
        db.update(TEMPLATE)
                .set(TEMPLATE.COMPONENTS, listed.components())
                .set(TEMPLATE.PARAMETER_FORMAT, listed.parameterFormat())
                .set(TEMPLATE.SYNCED_AT, asked)
                .where(TEMPLATE.ID.eq(id))
                .execute();
    }

    Map<TemplateKey, KeptTemplate> all(AccountId account) {
        return db.select(
                        row(TEMPLATE.NAME, TEMPLATE.LANGUAGE).mapping(TemplateKey::new),
                        row(
                                        TEMPLATE.ID,
                                        TEMPLATE.META_ID,
                                        TEMPLATE.CATEGORY,
                                        TEMPLATE.STATUS,
                                        TEMPLATE.QUALITY,
                                        TEMPLATE.REASON,
                                        TEMPLATE.COMPONENTS,
                                        TEMPLATE.PARAMETER_FORMAT)
                                .mapping(KeptTemplate::new))
                .from(TEMPLATE)
                .where(TEMPLATE.ACCOUNT_ID.eq(account))
                .fetchMap(Record2::value1, Record2::value2);
    }

    /** WhatsApp lists them as we know them: that is its newest word now. */
    void confirmed(Collection<TemplateId> ids, Instant asked) {
        db.update(TEMPLATE)
                .set(TEMPLATE.SYNCED_AT, asked)
                .set(TEMPLATE.STATUS_AT, later(TEMPLATE.STATUS_AT, asked))
                .set(TEMPLATE.CATEGORY_AT, later(TEMPLATE.CATEGORY_AT, asked))
                .set(TEMPLATE.QUALITY_AT, later(TEMPLATE.QUALITY_AT, asked))
                .where(anyOf(TEMPLATE.ID, ids))
                .execute();
    }

    /** WhatsApp lists them no longer. What it told of since we asked stands. */
    void gone(Collection<TemplateId> ids, Instant asked) {
        db.update(TEMPLATE)
                .set(TEMPLATE.STATUS, "DELETED")
                .set(TEMPLATE.STATUS_AT, asked)
                .set(TEMPLATE.REASON, (String) null)
                .where(anyOf(TEMPLATE.ID, ids))
                .and(TEMPLATE.STATUS.isNull().or(TEMPLATE.STATUS.ne("DELETED")))
                .and(TEMPLATE.STATUS_AT.isNull().or(TEMPLATE.STATUS_AT.le(asked)))
                .execute();
    }

    private static Field<Instant> later(Field<Instant> known, Instant asked) {
        return when(known.gt(asked), known).otherwise(asked);
    }

    List<ApprovedTemplate> approved(NumberId number) {
        return approved(number, noCondition());
    }

    Optional<ApprovedTemplate> approved(NumberId number, TemplateId id) {
        return approved(number, TEMPLATE.ID.eq(id)).stream().findFirst();
    }

    boolean isApproved(NumberId number, TemplateName template) {
        return db.fetchExists(selectOne()
                .from(TEMPLATE)
                .join(NUMBER)
                .on(NUMBER.ACCOUNT_ID.eq(TEMPLATE.ACCOUNT_ID))
                .where(NUMBER.ID.eq(number))
                .and(TEMPLATE.STATUS.eq("APPROVED"))
                .and(TEMPLATE.NAME.eq(template.name()))
                .and(TEMPLATE.LANGUAGE.eq(template.language())));
    }

    private List<ApprovedTemplate> approved(NumberId number, Condition which) {
        return db.select(TEMPLATE.ID, TEMPLATE.NAME, TEMPLATE.LANGUAGE, TEMPLATE.CATEGORY, TEMPLATE.COMPONENTS)
                .from(TEMPLATE)
                .join(NUMBER)
                .on(NUMBER.ACCOUNT_ID.eq(TEMPLATE.ACCOUNT_ID))
                .where(NUMBER.ID.eq(number))
                .and(TEMPLATE.STATUS.eq("APPROVED"))
                // One that WhatsApp told of a moment ago, and did not list yet, says nothing.
                .and(TEMPLATE.COMPONENTS.isNotNull())
                .and(which)
                .orderBy(TEMPLATE.NAME, TEMPLATE.LANGUAGE)
                .fetch(mapping((id, name, language, category, components) ->
                        new ApprovedTemplate(id, name, language, category, TemplateForm.of(components))));
    }

    Optional<Instant> syncedAt(NumberId number) {
        return db.select(max(TEMPLATE.SYNCED_AT))
                .from(TEMPLATE)
                .join(NUMBER)
                .on(NUMBER.ACCOUNT_ID.eq(TEMPLATE.ACCOUNT_ID))
                .where(NUMBER.ID.eq(number))
                .fetchOptional(0, Instant.class);
    }

    List<Template> inTrouble(int limit) {
        return db.select(
                        TEMPLATE.NAME,
                        TEMPLATE.LANGUAGE,
                        TEMPLATE.CATEGORY,
                        TEMPLATE.STATUS,
                        TEMPLATE.QUALITY,
                        TEMPLATE.REASON)
                .from(TEMPLATE)
                .where(TEMPLATE.STATUS.ne("APPROVED").or(TEMPLATE.REASON.isNotNull()))
                .or(TEMPLATE.QUALITY.in("RED", "YELLOW"))
                .orderBy(TEMPLATE.NAME, TEMPLATE.LANGUAGE)
                .limit(limit)
                .fetch(mapping(Template::new));
    }

    private Optional<TemplateId> find(AccountId account, TemplateChange change) {
        if (change.name() != null && change.language() != null) {
            return id(account, TEMPLATE.NAME.eq(change.name()).and(TEMPLATE.LANGUAGE.eq(change.language())));
        }
        return change.id() == null ? Optional.empty() : id(account, TEMPLATE.META_ID.eq(change.id()));
    }

    private Optional<TemplateId> id(AccountId account, Condition which) {
        return db.select(TEMPLATE.ID)
                .from(TEMPLATE)
                .where(TEMPLATE.ACCOUNT_ID.eq(account))
                .and(which)
                .limit(1)
                .fetchOptional(TEMPLATE.ID);
    }

    private Optional<TemplateId> insert(AccountId account, TemplateChange change, Instant now) {
        if (change.name() == null || change.language() == null) {
            return Optional.empty();
        }
        return db.insertInto(TEMPLATE)
                .set(TEMPLATE.ACCOUNT_ID, account)
                .set(TEMPLATE.NAME, change.name())
                .set(TEMPLATE.LANGUAGE, change.language())
                .set(TEMPLATE.UPDATED_AT, now)
                .returning(TEMPLATE.ID)
                .fetchOptional(TEMPLATE.ID);
    }

    private void update(TemplateId id, TemplateChange change, Instant at, Instant now) {
        db.update(TEMPLATE)
                .set(TEMPLATE.META_ID, DSL.coalesce(DSL.val(change.id(), TEMPLATE.META_ID), TEMPLATE.META_ID))
                .set(TEMPLATE.UPDATED_AT, now)
                .where(TEMPLATE.ID.eq(id))
                .execute();
        set(id, TEMPLATE.CATEGORY, change.category(), TEMPLATE.CATEGORY_AT, at);
        set(id, TEMPLATE.QUALITY, change.quality(), TEMPLATE.QUALITY_AT, at);
        if (set(id, TEMPLATE.STATUS, change.status(), TEMPLATE.STATUS_AT, at)) {
            db.update(TEMPLATE)
                    .set(TEMPLATE.REASON, change.reason())
                    .where(TEMPLATE.ID.eq(id))
                    .execute();
        }
    }

    /** What is older than what we know is passed over. */
    private boolean set(
            TemplateId id,
            TableField<?, String> field,
            @Nullable String word,
            TableField<?, Instant> time,
            Instant at) {
        return word != null
                && db.update(TEMPLATE)
                                .set(field, word)
                                .set(time, at)
                                .where(TEMPLATE.ID.eq(id))
                                .and(time.isNull().or(time.le(at)))
                                .execute()
                        > 0;
    }
}
