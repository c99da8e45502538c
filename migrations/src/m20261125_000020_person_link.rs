//! An account becomes a person's by proof only: who saw which document and when is kept, and what was undone too.
crate::ddl::statements!(
    "
alter table account add column person {id};
alter table account add column linked_at {time};
create unique index account_person on account (person) where person is not null;
create table link_code (
    account {id} primary key references account (id),
    code_hash {text} not null unique,
    until {time} not null
);
create table person_link (
    id {id} primary key,
    account {id} not null references account (id),
    person {id} not null references person (id),
    document {id} not null references identity_document (id),
    linked_at {time} not null,
    linked_by {id} not null,
    ended_at {time},
    ended_by {id}
);
create unique index person_link_account on person_link (account) where ended_at is null;
create unique index person_link_person on person_link (person) where ended_at is null
"
);
