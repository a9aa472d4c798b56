-- The language somebody has chosen for their screens; BROWSER: what their browser asks for.
alter table agent add column language varchar(16) default 'BROWSER' not null;
