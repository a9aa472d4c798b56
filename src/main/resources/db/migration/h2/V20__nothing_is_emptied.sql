-- What only grows is not emptied at one stroke either. No trigger of H2's hears of that, but H2 refuses it for a table
-- that a foreign key leads to: here each entry's own, which always holds.
alter table audit_entry add constraint audit_never_emptied foreign key (id) references audit_entry (id);
alter table ledger_entry add constraint ledger_never_emptied foreign key (id) references ledger_entry (id);
