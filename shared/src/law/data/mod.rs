//! What the law files say, as types: the same for the files, the canonical JSON and the page.
pub mod body;
pub mod calendar;
pub mod caption;
pub mod condition;
pub mod fact;
pub mod office;
pub mod service;
pub mod term;
pub mod value;
