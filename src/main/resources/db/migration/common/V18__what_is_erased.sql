-- Who asked to be forgotten: the row stays for what the ledger says of them, and says nothing else any more.
alter table customer add column erased_at timestamp(6) with time zone;

-- How long messages of a number are kept, in days; null: for ever.
alter table number add column retention_days integer;

-- Messages that are no more, on purpose: the ledger's entries of them are no mistake. "hash" is of what WhatsApp calls
-- the message, so that it is not taken for a new one when it is told once more.
create table erased_message (
    message_id bigint primary key,
    hash varchar(64) unique
);

-- Customers who are being erased; "identities" are what bodies in the journal name them by, until that is done.
create table erasure (
    customer_id bigint primary key references customer (id),
    agent_id bigint references agent (id),
    asked_at timestamp(6) with time zone not null,
    identities varchar,
    done_at timestamp(6) with time zone
);

-- Files whose message is no more; they go once nobody else refers to them.
create table unwanted_file (
    digest varchar(64) primary key
);
