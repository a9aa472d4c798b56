-- Many messages are stored in one round trip: their ids are taken beforehand, in the order they came.
create sequence message_ids;
