-- What only grows is not emptied at one stroke either: that fires none of the triggers for rows.
create trigger audit_never_emptied before truncate on audit_entry
for each statement execute function audit_only_grows();

create trigger ledger_never_emptied before truncate on ledger_entry
for each statement execute function ledger_only_grows();
