//! The language in which a guest is written to; until now it was English for everybody.
crate::ddl::statements!("alter table registration add column language {text} not null default 'en'");
