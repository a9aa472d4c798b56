create function audit_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'The audit log only grows: entries are neither changed nor deleted';
end
$$;

create trigger audit_only_grows before update or delete on audit_entry
for each statement execute function audit_only_grows();
