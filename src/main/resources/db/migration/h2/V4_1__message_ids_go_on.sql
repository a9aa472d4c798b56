alter sequence message_ids restart with (select coalesce(max(id), 0) + 1 from message);
alter table message alter column id drop identity;
alter table message alter column id set default next value for message_ids;
