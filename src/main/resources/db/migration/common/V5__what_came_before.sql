-- PostgreSQL makes no index for a foreign key.
create index conversation_of_customer on conversation (customer_id);

drop index early_change_of;
create index early_change_of on early_change (ref);

-- Reactions and files that came before they were shown on their messages.
insert into reaction (number_id, ref, direction, emoji, at, message_id)
select m.number_id, m.refers_to, m.direction, left(m.text, 64), m.at, m.id
from message m
where m.kind = 'REACTION'
    and m.refers_to is not null
    and not exists (select 1 from reaction r where r.number_id = m.number_id and r.ref = m.refers_to and r.direction = m.direction)
    and not exists (
        select 1 from message n
        where n.kind = 'REACTION' and n.number_id = m.number_id and n.refers_to = m.refers_to and n.direction = m.direction
            and (n.at > m.at or (n.at = m.at and n.id > m.id)));

insert into attachment (message_id, state, reason)
select m.id, 'GONE', 'EXPIRED'
from message m
where m.direction = 'INBOUND'
    and m.kind in ('IMAGE', 'VIDEO', 'AUDIO', 'VOICE', 'DOCUMENT', 'STICKER')
    and not exists (select 1 from attachment a where a.message_id = m.id);
