-- Whom WhatsApp was told to block: a customer's id there may change, and it is this one that is to be let in again.
alter table conversation add column blocked_wa_id varchar(200);
update conversation set blocked_wa_id =
    (select c.wa_id from customer c where c.id = conversation.customer_id)
where blocked_at is not null;
