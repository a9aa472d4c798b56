package app.parley.foundation;

import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Moments as the drivers take them. jOOQ by itself binds a text, which H2 reads anew for every row that it is compared
 * with; the cast says only what it is where the database cannot tell, and costs next to nothing.
 */
public final class InstantBinding extends AbstractBinding<OffsetDateTime, Instant> {

    private static final Converter<OffsetDateTime, Instant> UTC = Converter.ofNullable(
            OffsetDateTime.class, Instant.class, OffsetDateTime::toInstant, at -> at.atOffset(ZoneOffset.UTC));

    @Override
    public Converter<OffsetDateTime, Instant> converter() {
        return UTC;
    }

    @Override
    protected void sqlBind(BindingSQLContext<Instant> context) {
        context.render().sql("cast(").sql(context.variable()).sql(" as timestamp with time zone)");
    }

    @Override
    protected void sqlInline(BindingSQLContext<Instant> context) {
        context.render().visit(DSL.inline(context.value(), SQLDataType.INSTANT));
    }

    @Override
    public void set(BindingSetStatementContext<Instant> context) throws SQLException {
        OffsetDateTime value = context.convert(UTC).value();
        if (value == null) {
            context.statement().setNull(context.index(), Types.TIMESTAMP_WITH_TIMEZONE);
        } else {
            context.statement().setObject(context.index(), value);
        }
    }

    @Override
    public void get(BindingGetResultSetContext<Instant> context) throws SQLException {
        context.convert(UTC).value(context.resultSet().getObject(context.index(), OffsetDateTime.class));
    }
}
