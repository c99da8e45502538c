//! Who looked, from where, by which operation and why is found without reading all that was ever looked at.
crate::ddl::statements!(
    "
create index access_entry_actor on access_entry (actor, at, id) where actor is not null;
create index access_entry_office on access_entry (office, at, id) where office is not null;
create index access_entry_operation on access_entry (operation, at, id);
create index access_entry_purpose on access_entry (purpose, at, id)
"
);
