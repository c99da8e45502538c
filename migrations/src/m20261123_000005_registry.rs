//! Persons, what documents say of them, and addresses.
crate::ddl::statements!(
    "
create table person (
    id {id} primary key,
    created_at {time} not null,
    version {count} not null
);
create table identity (
    id {id} primary key,
    person {id} not null references person (id),
    source {text} not null,
    surname {text} not null,
    given_names {text} not null,
    name_key {text} not null,
    sex {text} not null,
    birth_date {day} not null,
    citizenship {text} not null,
    observed_at {time} not null
);
create index identity_person on identity (person, observed_at, id);
create index identity_name on identity (name_key, id);
create table identity_document (
    id {id} primary key,
    identity {id} not null references identity (id),
    kind {text} not null,
    issuer {text} not null,
    number {text} not null,
    expires_on {day} not null,
    mrz {text},
    fingerprint {text} not null unique
);
create index identity_document_number on identity_document (number, issuer);
create table match_candidate (
    id {id} primary key,
    person {id} not null references person (id),
    other {id} not null references person (id),
    reason {text} not null,
    found_at {time} not null,
    settled_at {time},
    unique (person, other)
);
create table registry_event (
    id {id} primary key,
    person {id} not null,
    seq {count} not null,
    kind {text} not null,
    actor {id},
    at {time} not null,
    payload {text} not null,
    cause {text} not null,
    unique (person, seq)
);
create table address (
    id {id} primary key,
    district {text} not null,
    settlement {text},
    street {text} not null,
    house {text} not null,
    flat {text},
    address_key {text} not null
);
create index address_key on address (address_key)
"
);
