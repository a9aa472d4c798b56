-- "WAITING" is the first of its conversation, the others are "BEHIND" it: who looks for what is due meets no others.
alter table outbox add column claimed_by varchar(64);

update outbox set state = 'BEHIND'
where state = 'WAITING'
    and exists (
        select 1 from outbox earlier
        where earlier.conversation_id = outbox.conversation_id and earlier.id < outbox.id);

drop index outbox_due;
create index outbox_due on outbox (number_id, state, due_at, id);

-- What an agent sent instead, after this one failed or its answer never came.
alter table message add column resent_as bigint;

-- Sends whose answer was lost and that no status has settled yet.
create table unsettled (
    message_id bigint primary key references message (id),
    since timestamp(6) with time zone not null
);
