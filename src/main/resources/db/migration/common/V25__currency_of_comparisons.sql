-- An account's charges are in its own currency, which need not be the installation's. Not known of what was kept before.
alter table meta_comparison add column currency varchar(3);
