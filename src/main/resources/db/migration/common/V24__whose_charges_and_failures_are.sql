-- Whose what WhatsApp charges is, and what failed, for a question about some customers: of each it would have to look for
-- the message. "conversation_id": empty where it is not of a message that we know, which "attached" said until now.
-- An erased message's is found by the ledger, if it was charged; of others nobody knows any more, and 0 is nobody's.
-- May be begun once more: H2 does not take back what was done before a process was killed in the middle.
alter table pricing add column if not exists conversation_id bigint;
update pricing set conversation_id = (
    select m.conversation_id from message m where m.number_id = pricing.number_id and m.ref = pricing.ref
)
where attached and conversation_id is null;
update pricing set conversation_id = (
    select s.conversation_id
    from ledger_entry e
    join session s on s.id = e.session_id
    where e.message_id = cast(substring(pricing.ref from 8) as bigint) and e.entry = 'CHARGE'
)
where attached and conversation_id is null and ref like 'erased:%';
create index if not exists pricing_of_conversation on pricing (conversation_id, told_at);

alter table failed_message add column if not exists conversation_id bigint default 0 not null;
update failed_message set conversation_id = coalesce(
    (select m.conversation_id from message m where m.id = failed_message.message_id),
    (
        select s.conversation_id
        from ledger_entry e
        join session s on s.id = e.session_id
        where e.message_id = failed_message.message_id and e.entry = 'CHARGE'
    ),
    0
)
where conversation_id = 0;
alter table failed_message alter column conversation_id drop default;
create index if not exists failed_message_of_conversation on failed_message (conversation_id, at);

alter table pricing drop column attached;
