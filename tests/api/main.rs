//! One binary, one link: every test of the office over HTTP, of the document and of the house.
#![expect(clippy::indexing_slicing, reason = "a test that looks for what is not there may panic")]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]
mod access;
mod access_log;
mod act;
mod auditor;
mod bad_input;
mod batch;
mod corrections;
mod crash;
mod database;
mod faults;
mod figures;
mod headers;
mod house;
mod idempotency;
mod identity;
mod journal;
mod law;
mod lines;
mod lists;
mod logs;
mod longer;
mod notices;
mod outbox;
mod page;
mod persons;
mod premises;
mod production;
mod registrations;
mod reports;
mod said;
mod seed;
mod slow_and_broken;
mod spec;
mod succession;
mod upkeep;
