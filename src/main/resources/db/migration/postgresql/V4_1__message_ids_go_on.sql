select setval('message_ids', (select coalesce(max(id), 0) + 1 from message), false);
alter table message alter column id drop identity;
alter table message alter column id set default nextval('message_ids');
