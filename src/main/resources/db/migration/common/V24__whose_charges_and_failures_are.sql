-- Whose what WhatsApp charges is, and what failed, for a question about some customers: of each it would have to look for
-- the message. "conversation_id": empty where it is not of a message that we know, which "attached" said until now.
-- May be begun once more: H2 does not take back what was done before a process was killed in the middle.
alter table pricing add column if not exists conversation_id bigint;
update pricing set conversation_id = (
    select m.conversation_id from message m where m.number_id = pricing.number_id and m.ref = pricing.ref
)
where conversation_id is null;
alter table pricing drop column if exists attached;
create index if not exists pricing_of_conversation on pricing (conversation_id, told_at);

-- Of a message that was erased before this, nobody knows any more; 0 is nobody's.
alter table failed_message add column if not exists conversation_id bigint default 0 not null;
update failed_message set conversation_id = coalesce((
    select m.conversation_id from message m where m.id = failed_message.message_id
), 0)
where conversation_id = 0;
alter table failed_message alter column conversation_id drop default;
create index if not exists failed_message_of_conversation on failed_message (conversation_id, at);
