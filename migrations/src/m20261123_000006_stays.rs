//! Premises and registrations at the place of stay.
crate::ddl::statements!(
    "
create table premises (
    id {id} primary key,
    party {id} not null references party (id),
    address {id} not null references address (id),
    kind {text} not null,
    proof {text},
    state {text} not null,
    department {text} not null,
    department_confirmed boolean not null,
    requested_at {time} not null,
    requested_by {id} not null,
    decided_at {time},
    decided_by {id},
    reason {text},
    version {count} not null
);
create index premises_party on premises (party, requested_at, id);
create index premises_desk on premises (department, state, requested_at, id);
create index premises_address on premises (address);
create table registration (
    id {id} primary key,
    number {text} not null unique,
    code {text} not null unique,
    party {id} not null references party (id),
    premises {id} not null references premises (id),
    department {text} not null,
    person {id} not null references person (id),
    document {id} not null references identity_document (id),
    surname {text} not null,
    given_names {text} not null,
    citizenship {text} not null,
    document_number {text} not null,
    name_key {text} not null,
    arrived_in_country {day} not null,
    arrived_at_address {day} not null,
    from_day {day} not null,
    until_day {day} not null,
    latest_until {day} not null,
    moved boolean not null,
    visa_number {text},
    visa_until {day},
    room {text},
    contact {text},
    channel {text} not null,
    state {text} not null,
    address_open boolean not null,
    late_days {count} not null,
    term_last_day {day} not null,
    term_item {text} not null,
    term_basis {text} not null,
    edition {count} not null,
    engine {count} not null,
    trace {text} not null,
    registered_at {time} not null,
    closed_at {time},
    seq {count} not null
);
create unique index registration_open on registration (person) where closed_at is null;
create index registration_own on registration (party, registered_at, id);
create index registration_own_until on registration (party, until_day, id) where closed_at is null;
create index registration_desk on registration (department, registered_at, id);
create index registration_desk_new on registration (department, address_open, registered_at, id);
create index registration_desk_late on registration (department, registered_at, id) where late_days > 0;
create index registration_desk_open on registration (department, registered_at, id) where address_open;
create index registration_premises on registration (premises, until_day) where closed_at is null;
create index registration_document on registration (document_number, id);
create index registration_name on registration (name_key, id);
create table registration_event (
    id {id} primary key,
    registration {id} not null references registration (id),
    seq {count} not null,
    kind {text} not null,
    role {text} not null,
    actor {id},
    at {time} not null,
    payload {text} not null,
    cause {text} not null,
    unique (registration, seq)
);
create table registration_text (
    event {id} not null references registration_event (id),
    field {text} not null,
    old {text} not null,
    new {text} not null,
    primary key (event, field)
)
"
);
