//! Whoever takes the log out as a file says why, and that stays beside the line.
crate::ddl::statements!("alter table access_entry add column reason {text}");
