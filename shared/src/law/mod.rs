//! The law as data: a pure engine that answers from an edition, the facts and a date, and shows the way it went.
pub mod canonical;
#[cfg(any(test, feature = "edition"))]
mod check;
mod count;
mod data;
mod days;
#[cfg(any(test, feature = "edition"))]
mod digest;
#[cfg(any(test, feature = "edition"))]
mod edition;
mod known;
#[cfg(test)]
mod load;
mod norms;
mod outcome;
mod said;
#[cfg(feature = "openapi")]
mod schema;
mod service;
mod stated;
mod steps;
mod trace;
mod view;

#[cfg(any(test, feature = "edition"))]
pub use check::Complaint;
pub use count::{Counted, count, moment};
pub use data::{
    body::{Body, Head, Service, Step, StepDetail, Steps},
    calendar::{Calendar, DayKind, DayName, SpecialDay},
    caption::{Act, Caption, Standing, basis},
    condition::{Condition, Day, Test},
    fact::{Derived, Fact, FactKind, StatedBy},
    office::{Department, DepartmentKind, District, DistrictKind},
    service::{
        Case, DeadlineLaw, Document, Fee, Liability, Note, Rule, ServiceLaw, Term, Until, Validity,
        ValidityCase,
    },
    term::{Counts, Roll, Span, Unit},
    value::{Facts, Money, Value},
};
pub use days::WorkingDays;
#[cfg(any(test, feature = "edition"))]
pub use digest::NoReplay;
#[cfg(any(test, feature = "edition"))]
pub use edition::{Edition, Refused};
pub use outcome::{Answer, Deadline, DeadlineOutcome, FeeOutcome, Outcome, RuleOutcome, ValidityOutcome};
pub use said::RungText;
pub use service::Routing;
pub use stated::FactProblem;
pub use trace::{FactUsed, Rung, RungResult, Trace};
pub use view::{DayCell, DayCellKind, DistrictView, ServiceRow, YearView};

/// The meaning of the data as this engine reads it. A change of meaning raises it and keeps the old evaluator.
pub const ENGINE: u32 = 1;
