//! A decision about an address finds at once what waits there, and what a registration that falls had ended.
crate::ddl::statements!(
    "
create index registration_waiting on registration (premises, id) where address_open;
create index registration_superseded on registration (person) where state = 'superseded'
"
);
