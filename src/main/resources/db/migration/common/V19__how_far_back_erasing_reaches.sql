-- Bodies in the journal up to this one are searched for somebody who was erased; what they write later is somebody new's.
alter table erasure add column journal_id bigint;
