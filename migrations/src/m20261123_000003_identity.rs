//! Accounts, parties, sessions, staff and programs.
crate::ddl::statements!(
    "
create table party (
    id {id} primary key,
    kind {text} not null,
    name {text} not null,
    fin {text},
    voen {text},
    created_at {time} not null
);
create table account (
    id {id} primary key,
    email {text} not null,
    email_key {text} not null unique,
    name {text} not null,
    phone {text},
    language {text} not null,
    password {text},
    state {text} not null,
    confirm_hash {text},
    confirm_until {time},
    confirm_tries {count} not null,
    created_at {time} not null,
    version {count} not null
);
create table consent (
    account {id} not null references account (id),
    document {text} not null,
    version {text} not null,
    at {time} not null,
    primary key (account, document, version)
);
create table membership (
    account {id} not null references account (id),
    party {id} not null references party (id),
    role {text} not null,
    since {time} not null,
    ended_at {time},
    primary key (account, party)
);
create table staff (
    account {id} primary key references account (id),
    department {text} not null,
    roles {text} not null,
    deputy {id},
    disabled_at {time},
    version {count} not null
);
create table session (
    id {id} primary key,
    account {id} not null references account (id),
    refresh_hash {text} not null unique,
    spent_hash {text},
    spent_at {time},
    generation {count} not null,
    seed {text} not null,
    device {text} not null,
    peer {text} not null,
    started_at {time} not null,
    seen_at {time} not null,
    ends_at {time} not null,
    ended_at {time}
);
create index session_account on session (account, started_at) where ended_at is null;
create index session_seen on session (account, seen_at);
create index session_spent on session (spent_hash) where spent_hash is not null;
create table reset_link (
    hash {text} primary key,
    account {id} not null references account (id),
    until {time} not null,
    used_at {time}
);
create table api_client (
    id {id} primary key,
    party {id} not null references party (id),
    name {text} not null,
    scopes {text} not null,
    created_by {id} not null,
    created_at {time} not null,
    used_at {time},
    ended_at {time},
    version {count} not null
);
create table failed_try (
    key {text} primary key,
    failures {count} not null,
    at {time} not null,
    next_try_at {time}
);
create index failed_try_at on failed_try (at);
create index api_client_party on api_client (party, created_at, id);
create table api_client_secret (
    client {id} not null references api_client (id),
    slot {count} not null,
    hash {text} not null,
    created_at {time} not null,
    primary key (client, slot)
)
"
);
