package app.parley.billing;

import static app.parley.db.Tables.BILLING_SETTING;

import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SettingRepository {

    private final DSLContext db;

    SettingRepository(DSLContext db) {
        this.db = db;
    }

    Optional<String> get(String name) {
        return db.select(BILLING_SETTING.SETTING)
                .from(BILLING_SETTING)
                .where(BILLING_SETTING.NAME.eq(name))
                .fetchOptional(BILLING_SETTING.SETTING);
    }

    void set(String name, String value) {
        int changed = db.update(BILLING_SETTING)
                .set(BILLING_SETTING.SETTING, value)
                .where(BILLING_SETTING.NAME.eq(name))
                .execute();
        if (changed == 0) {
            db.insertInto(BILLING_SETTING)
                    .set(BILLING_SETTING.NAME, name)
                    .set(BILLING_SETTING.SETTING, value)
                    .onDuplicateKeyIgnore()
                    .execute();
        }
    }
}
