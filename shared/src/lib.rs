//! What travels on the wire, the law engine and the texts. No I/O; builds for the browser.
pub mod countries;
pub mod dates;
pub mod figures;
pub mod fold;
pub mod identity;
pub mod ids;
pub mod law;
pub mod mrz;
pub mod page;
pub mod permission;
pub mod premises;
pub mod problem;
pub mod refusal;
pub mod registrations;
pub mod staff;
pub mod texts;
pub mod transparency;
