-- How a number sends. "throughput": messages a second, null: WhatsApp's usual 80. "paused_because": Meta's code, when
-- it was not an admin who paused it.
alter table number add column throughput integer;
alter table number add column paused_because integer;
alter table number add column paused_at timestamp(6) with time zone;
-- Courtesy to the customer: ticks turn blue on their phone when a message was seen, and they see that we type.
alter table number add column read_receipts boolean default false not null;
alter table number add column shows_typing boolean default false not null;

-- When the answer to a send was lost: after ten minutes without a status the agent is told and decides.
alter table message add column unknown_at timestamp(6) with time zone;

-- Why the last attempt was turned away, if one was.
alter table outbox add column error_code integer;

-- Who does a piece of work that only one process may do at a time, and until when others keep away.
create table lease (
    name varchar(64) primary key,
    holder varchar(64) not null,
    until timestamp(6) with time zone not null
);

-- When WhatsApp took a file of ours ("media_ref" is its id there, for 30 days).
alter table attachment add column uploaded_at timestamp(6) with time zone;

-- What a template consists of, as Meta lists it (contract section 6), and whether its variables have names.
alter table template add column components varchar;
alter table template add column parameter_format varchar(16);
alter table template add column synced_at timestamp(6) with time zone;
