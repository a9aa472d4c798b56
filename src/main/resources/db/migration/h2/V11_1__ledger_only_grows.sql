create trigger ledger_only_grows before update, delete on ledger_entry
for each row call 'app.parley.billing.OnlyGrows';
