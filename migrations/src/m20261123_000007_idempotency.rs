//! Acts that must not happen twice.
crate::ddl::statements!(
    "
create table idempotency_key (
    principal {id} not null,
    operation {text} not null,
    key {text} not null,
    request_hash {text} not null,
    status {count} not null,
    resource {id} not null,
    seq {count} not null,
    expires_at {time} not null,
    primary key (principal, operation, key)
);
create index idempotency_key_expiry on idempotency_key (expires_at)
"
);
