-- A file that an agent picked and that waits in their reply box: whose it is, for which conversation, and what we found
-- it to be. It stays for a day, sent or not, so that a press of "Send" that is repeated finds it again.
create table upload (
    id varchar(40) primary key,
    agent_id bigint not null references agent (id),
    conversation_id bigint not null references conversation (id),
    kind varchar(24) not null,
    digest varchar(64) not null,
    content_type varchar(100) not null,
    file_name varchar(1000) not null,
    size bigint not null,
    width integer,
    height integer,
    thumbnail boolean not null,
    at timestamp(6) with time zone not null
);

create index upload_at on upload (at);
create index upload_digest on upload (digest);
create index upload_of_conversation on upload (conversation_id);
