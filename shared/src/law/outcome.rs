//! What the engine answers: the answer or what to ask, and the trace.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    data::{term::Unit, value::Money},
    trace::Trace,
    view::DayCell,
};

/// An answer with the way it came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome<T> {
    pub answer: Answer<T>,
    pub trace: Trace,
}

/// Known, or what has to be asked first. Never a silent no.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer<T> {
    Known(T),
    /// Names of facts in the declared order; empty when no rule was in force on the day.
    Unknown {
        ask: Vec<String>,
    },
}

impl<T> Outcome<T> {
    /// The answer, if it is known.
    pub fn known(&self) -> Option<&T> {
        match &self.answer {
            Answer::Known(answer) => Some(answer),
            Answer::Unknown { .. } => None,
        }
    }

    /// What has to be asked, in the declared order.
    pub fn ask(&self) -> &[String] {
        match &self.answer {
            Answer::Known(_) => &[],
            Answer::Unknown { ask } => ask,
        }
    }

    fn apart(self) -> (Option<T>, Vec<String>, Trace) {
        match self.answer {
            Answer::Known(answer) => (Some(answer), Vec::new(), self.trace),
            Answer::Unknown { ask } => (None, ask, self.trace),
        }
    }
}

/// Until when something must be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Deadline {
    /// The first day that counts.
    pub first_day: NaiveDate,
    /// The last day on which it is in time.
    pub last_day: NaiveDate,
    #[cfg_attr(feature = "openapi", schema(example = 15))]
    pub amount: u32,
    pub unit: Unit,
    /// Which term it is.
    #[cfg_attr(feature = "openapi", schema(example = "general"))]
    pub term_id: String,
    #[cfg_attr(feature = "openapi", schema(example = "MC 21"))]
    pub legal_basis: String,
    /// Whether there is anything to do at all; absent when that cannot be told yet.
    pub applies: Option<bool>,
    /// False when the term or a calendar it was counted by is still to be confirmed.
    pub confirmed: bool,
    /// One cell per day of the strip.
    pub days: Vec<DayCell>,
}

macro_rules! travelling {
    ($(#[$about:meta])* $name:ident, $field:ident: $kind:ty) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub struct $name {
            /// The answer; absent when something has to be asked first.
            pub $field: Option<$kind>,
            /// What to ask, in this order.
            pub ask: Vec<String>,
            pub trace: Trace,
        }

        impl From<Outcome<$kind>> for $name {
            fn from(outcome: Outcome<$kind>) -> Self {
                let ($field, ask, trace) = outcome.apart();
                Self { $field, ask, trace }
            }
        }
    };
}

travelling! {
    /// A deadline, as it travels.
    DeadlineOutcome, deadline: Deadline
}
travelling! {
    /// A yes or no, as it travels.
    RuleOutcome, holds: bool
}
travelling! {
    /// The last day in force, as it travels.
    ValidityOutcome, valid_until: NaiveDate
}
travelling! {
    /// A fee, as it travels.
    FeeOutcome, fee: Money
}
