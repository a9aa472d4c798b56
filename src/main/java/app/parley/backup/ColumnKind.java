package app.parley.backup;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a column's values are written as JSON and read back, the same whichever of the two databases has them. */
enum ColumnKind {
    NUMBER(Types.BIGINT) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getLong(column);
        }

        @Override
        Object parse(Object json) {
            return ((Number) json).longValue();
        }
    },
    DECIMAL(Types.NUMERIC) {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            BigDecimal value = row.getBigDecimal(column);
            return value == null ? null : value.toPlainString();
        }

        @Override
        Object parse(Object json) {
            return new BigDecimal((String) json);
        }
    },
    TRUTH(Types.BOOLEAN) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getBoolean(column);
        }

        @Override
        Object parse(Object json) {
            return json;
        }
    },
    TEXT(Types.VARCHAR) {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        // PostgreSQL keeps no U+0000, H2 does.
        @Override
        Object parse(Object json) {
            return ((String) json).replace("\0", "");
        }
    },
    INSTANT(Types.TIMESTAMP_WITH_TIMEZONE) {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
            return value == null ? null : value.toInstant().toString();
        }

        @Override
        Object parse(Object json) {
            return Instant.parse((String) json).atOffset(ZoneOffset.UTC);
        }
    },
    DAY(Types.DATE) {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            LocalDate value = row.getObject(column, LocalDate.class);
            return value == null ? null : value.toString();
        }

        @Override
        Object parse(Object json) {
            return LocalDate.parse((String) json);
        }
    },
    BYTES(Types.VARBINARY) {
        @Override
        @Nullable
        Object read(ResultSet row, int column) throws SQLException {
            byte[] value = row.getBytes(column);
            return value == null ? null : Base64.getEncoder().encodeToString(value);
        }

        @Override
        Object parse(Object json) {
            return Base64.getDecoder().decode((String) json);
        }
    };

    private final int sqlType;

    ColumnKind(int sqlType) {
        this.sqlType = sqlType;
    }

    /** As JSON has it; a primitive's value for null is seen to by {@link #json}. */
    abstract @Nullable Object read(ResultSet row, int column) throws SQLException;

    abstract Object parse(Object json);

    final @Nullable Object json(ResultSet row, int column) throws SQLException {
        Object value = read(row, column);
        return row.wasNull() ? null : value;
    }

    final void bind(PreparedStatement statement, int parameter, @Nullable Object json) throws SQLException {
        if (json == null) {
            statement.setNull(parameter, sqlType == Types.VARBINARY ? Types.BINARY : sqlType);
        } else if (this == BYTES) {
            statement.setBytes(parameter, (byte[]) parse(json));
        } else {
            statement.setObject(parameter, parse(json));
        }
    }

    /** @param dataType as {@code information_schema} names it, in either database */
    static ColumnKind of(String dataType) {
        return switch (dataType.toLowerCase(Locale.ROOT)) {
            case "smallint", "integer", "bigint" -> NUMBER;
            case "numeric", "decimal" -> DECIMAL;
            case "boolean" -> TRUTH;
            case "character varying", "character", "text", "character large object" -> TEXT;
            case "timestamp with time zone" -> INSTANT;
            case "date" -> DAY;
            case "bytea", "binary varying", "binary large object" -> BYTES;
            default -> throw new IllegalStateException("No backup can hold a column of type " + dataType);
        };
    }
}
