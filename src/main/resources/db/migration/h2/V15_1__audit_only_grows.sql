create trigger audit_only_grows before update, delete on audit_entry
for each row call 'app.parley.audit.OnlyGrows';
