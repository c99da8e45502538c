//! What a list of acts came to, act by act: the same key is answered the same way.
crate::ddl::statements!("alter table idempotency_key add column outcome {text}");
