//! A new e-mail address waits here for the code that was sent to it: one for each account.
crate::ddl::statements!(
    "
create table email_change (
    account {id} primary key references account (id),
    email {text} not null,
    email_key {text} not null,
    code_hash {text} not null,
    until {time} not null,
    tries {count} not null
)
"
);
