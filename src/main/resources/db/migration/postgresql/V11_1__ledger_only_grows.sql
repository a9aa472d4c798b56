create function ledger_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger only grows: entries are neither changed nor deleted';
end
$$;

create trigger ledger_only_grows before update or delete on ledger_entry
for each statement execute function ledger_only_grows();
