//! What happened to one account, or of one kind, is found without reading all that ever happened.
crate::ddl::statements!(
    "
create index security_event_account on security_event (account, at, id) where account is not null;
create index security_event_kind on security_event (kind, at, id)
"
);
