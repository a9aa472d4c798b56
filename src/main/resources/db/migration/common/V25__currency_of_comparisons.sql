-- An account's charges are in its own currency, which need not be the installation's. Not known of what was kept before.
-- May be begun once more: H2 does not take back what was done before a process was killed in the middle.
alter table meta_comparison add column if not exists currency varchar(3);
