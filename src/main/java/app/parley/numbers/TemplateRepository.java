package app.parley.numbers;

import static app.parley.db.Tables.TEMPLATE;
import static org.jooq.Records.mapping;

import app.parley.cloudapi.TemplateChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
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

    private Optional<Long> find(AccountId account, TemplateChange change) {
        if (change.name() != null && change.language() != null) {
            return id(account, TEMPLATE.NAME.eq(change.name()).and(TEMPLATE.LANGUAGE.eq(change.language())));
        }
        return change.id() == null ? Optional.empty() : id(account, TEMPLATE.META_ID.eq(change.id()));
    }

    private Optional<Long> id(AccountId account, Condition which) {
        return db.select(TEMPLATE.ID)
                .from(TEMPLATE)
                .where(TEMPLATE.ACCOUNT_ID.eq(account))
                .and(which)
                .limit(1)
                .fetchOptional(TEMPLATE.ID);
    }

    private Optional<Long> insert(AccountId account, TemplateChange change, Instant now) {
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

    private void update(long id, TemplateChange change, Instant at, Instant now) {
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
            long id, TableField<?, String> field, @Nullable String word, TableField<?, Instant> time, Instant at) {
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
