-- A month's quarter hours of every agent are too many rows to add up while somebody waits: agents have sums by UTC day,
-- and the quarter hours, which every question reads, are without them.
create table ledger_quarter (
    quarter bigint not null,
    number_id bigint not null,
    direction varchar(8) not null,
    messages bigint not null,
    amount numeric(18, 6) not null,
    primary key (quarter, number_id, direction)
);

insert into ledger_quarter (quarter, number_id, direction, messages, amount)
select s.quarter, s.number_id, s.direction, sum(s.messages), sum(s.amount)
from ledger_sum s
group by s.quarter, s.number_id, s.direction;

drop table ledger_sum;

-- Messages of ours by agent and UTC day; "agent_id": 0 where there is none.
create table ledger_agent_day (
    utc_day date not null,
    number_id bigint not null,
    agent_id bigint not null,
    messages bigint not null,
    amount numeric(18, 6) not null,
    primary key (utc_day, number_id, agent_id)
);

insert into ledger_agent_day (utc_day, number_id, agent_id, messages, amount)
select cast(e.at at time zone 'UTC' as date), e.number_id, coalesce(e.agent_id, 0),
    sum(case e.entry when 'CHARGE' then 1 else -1 end), sum(e.amount)
from ledger_entry e
where e.direction = 'OUTBOUND'
group by cast(e.at at time zone 'UTC' as date), e.number_id, coalesce(e.agent_id, 0);

-- The same for what WhatsApp charges.
create table meta_quarter (
    quarter bigint not null,
    number_id bigint not null,
    country varchar(2) not null,
    category varchar(64) not null,
    type varchar(64) not null,
    messages bigint not null,
    confirmed bigint not null,
    primary key (quarter, number_id, country, category, type)
);

insert into meta_quarter (quarter, number_id, country, category, type, messages, confirmed)
select s.quarter, s.number_id, s.country, s.category, s.type, sum(s.messages), sum(s.confirmed)
from meta_sum s
group by s.quarter, s.number_id, s.country, s.category, s.type;

create table meta_agent_day (
    utc_day date not null,
    number_id bigint not null,
    agent_id bigint not null,
    country varchar(2) not null,
    category varchar(64) not null,
    type varchar(64) not null,
    messages bigint not null,
    primary key (utc_day, number_id, agent_id, country, category, type)
);

insert into meta_agent_day (utc_day, number_id, agent_id, country, category, type, messages)
select cast((timestamp with time zone '1970-01-01 00:00:00+00' + s.quarter * interval '15' minute) at time zone 'UTC' as date),
    s.number_id, s.agent_id, s.country, s.category, s.type, sum(s.messages)
from meta_sum s
group by cast((timestamp with time zone '1970-01-01 00:00:00+00' + s.quarter * interval '15' minute) at time zone 'UTC' as date),
    s.number_id, s.agent_id, s.country, s.category, s.type;

drop table meta_sum;
