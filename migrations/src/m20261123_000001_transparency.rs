//! Who looked at whose data; what happened to the safety of the service. Insert only.
crate::ddl::statements!(
    "
create table access_entry (
    id {id} primary key,
    at {time} not null,
    actor {id},
    role {text},
    office {text},
    operation {text} not null,
    purpose {text} not null,
    query {text},
    cause {text} not null
);
create index access_entry_at on access_entry (at, id);
create table access_subject (
    entry {id} not null references access_entry (id),
    person {id} not null,
    registration {id},
    primary key (entry, person)
);
create index access_subject_person on access_subject (person, entry);
create table security_event (
    id {id} primary key,
    at {time} not null,
    kind {text} not null,
    account {id},
    operation {text} not null,
    cause {text} not null
);
create index security_event_at on security_event (at, id)
"
);
