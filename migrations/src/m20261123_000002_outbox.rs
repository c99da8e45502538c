//! What others must learn: written with the change, delivered later, in order per key.
crate::ddl::statements!(
    "
create table outbox_message (
    id {id} primary key,
    recipient {text} not null,
    order_key {id} not null,
    order_no {count} not null,
    kind {text} not null,
    event {id},
    subject {id} not null,
    payload {text} not null,
    created_at {time} not null,
    attempts {count} not null,
    next_at {time} not null,
    claimed_until {time},
    done_at {time},
    rested_at {time},
    last_error {text},
    unique (recipient, order_key, order_no)
);
create index outbox_message_due on outbox_message (next_at, id) where done_at is null and rested_at is null
"
);
