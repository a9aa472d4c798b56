-- What a template of ours shows around its words, as it was when it was sent: header, footer and buttons.
alter table message add column shown varchar;
