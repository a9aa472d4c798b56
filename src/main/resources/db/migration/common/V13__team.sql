-- A link by which somebody chooses their password: an invitation, or a new start. Only its digest is kept.
create table invitation (
    agent_id bigint primary key references agent (id),
    digest varchar(64) not null unique,
    expires_at timestamp(6) with time zone not null
);

-- Whether they have ever chosen a password; who was invited and did not come yet has not.
alter table agent add column joined boolean default true not null;
