-- By whom somebody is known to an identity provider: found by it from the second time on, whatever their email is then.
-- One for each of us, so that an email given to somebody else does not bring its heir in as who had it before.
create table external_identity (
    issuer varchar(500) not null,
    subject varchar(255) not null,
    agent_id bigint not null references agent (id),
    linked_at timestamp(6) with time zone not null,
    primary key (issuer, subject)
);

create index external_identity_of_agent on external_identity (agent_id);
