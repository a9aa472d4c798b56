-- Whether they see what everything costs: a right of its own, given to admins at first.
alter table agent add column sees_billing boolean default false not null;
update agent set sees_billing = true where role = 'ADMIN';

-- Stands in what browsers keep to stay logged in: another number, and they are forgotten.
alter table agent add column remember_stamp integer default 0 not null;

-- The second factor: its secret, encrypted; since when it is asked for (null: its first code was not typed yet), and the
-- last half minute whose code was taken, so that none is good twice.
create table second_factor (
    agent_id bigint primary key references agent (id),
    secret varchar(500) not null,
    since timestamp(6) with time zone,
    last_step bigint default 0 not null
);

-- What takes the place of a code when the phone is lost; each is good once. Only their digests are kept.
create table recovery_code (
    agent_id bigint not null references agent (id),
    digest varchar(64) not null,
    primary key (agent_id, digest)
);

-- What admins settle about how people come in.
create table team_setting (
    name varchar(60) primary key,
    setting varchar(200) not null
);
