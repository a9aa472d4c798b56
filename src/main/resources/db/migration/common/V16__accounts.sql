-- Accounts that admins added: what we may call WhatsApp with, and what proves that a call is WhatsApp's. All three are
-- sealed; the key is not in the database. "version" grows with every change: other processes and other admins notice.
create table account_access (
    account_id bigint primary key references account (id),
    access_token varchar(4000) not null,
    verify_token varchar(1000) not null,
    version integer default 1 not null,
    added_at timestamp(6) with time zone not null
);

-- Several while one is replaced by another; "n" counts them, and none twice.
create table app_secret (
    account_id bigint not null references account_access (account_id),
    n integer not null,
    secret varchar(1000) not null,
    added_at timestamp(6) with time zone not null,
    primary key (account_id, n)
);

-- How WhatsApp said a number stands, in its own words, when it was asked last.
alter table number add column rating varchar(40);
alter table number add column standing varchar(40);
alter table number add column name_status varchar(40);
alter table number add column throughput_level varchar(40);
alter table number add column can_send varchar(40);
alter table number add column advice varchar(1000);
alter table number add column standing_at timestamp(6) with time zone;

-- Since when an agent keeps this customer from writing to this number.
alter table conversation add column blocked_at timestamp(6) with time zone;
create index conversation_blocked on conversation (blocked_at);
