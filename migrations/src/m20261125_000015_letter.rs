//! A letter as it went out first: tried again after a lost answer it is the same to the letter. Gone once it is done.
crate::ddl::statements!("alter table outbox_message add column letter {text}");
