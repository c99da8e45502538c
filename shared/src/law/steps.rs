//! The rungs of a ladder: a rule, the length of a term, its first and its last day.
use chrono::{Datelike, NaiveDate};

use super::{
    count::{Counted, count},
    data::{
        body::Service,
        caption::Standing,
        condition::Condition,
        service::{
            AMOUNT, COUNTED_UNTIL, Case, DeadlineLaw, FIRST_DAY, Fee, LAST_DAY, Rule, Term, ValidityCase,
        },
        term::{Roll, Unit},
        value::{Facts, Value},
    },
    days::WorkingDays,
    known::{Ask, Choice, Known, Line, Told},
    outcome::Deadline,
    trace::{Amount, FactUsed, Rung, RungResult},
};

macro_rules! line {
    ($kind:ty, $same:expr) => {
        impl Line for $kind {
            fn id(&self) -> &str {
                &self.id
            }
            fn when(&self) -> Option<&Condition> {
                self.when.as_ref()
            }
            fn law(&self) -> &Standing {
                &self.law
            }
            fn same_outcome(&self, other: &Self) -> bool {
                let same: fn(&Self, &Self) -> bool = $same;
                same(self, other)
            }
        }
    };
}
line!(Case, |one, other| one.gives == other.gives);
line!(Term, |one, other| one.span == other.span);
line!(Fee, |one, other| one.amount == other.amount);
line!(ValidityCase, |one, other| one.until == other.until);

impl Service {
    /// The calendars it counts by.
    pub fn working_days(&self) -> WorkingDays<'_> {
        WorkingDays { rest_days: &self.edition.rest_days, calendars: &self.calendars }
    }

    /// What is known when `facts` are.
    pub(super) fn knowing<'a>(&'a self, facts: &'a Facts) -> Known<'a> {
        Known { service: self, facts }
    }
}

/// A rung whose line was chosen from a list.
pub(super) fn chosen<T: Line>(
    known: &Known<'_>,
    question: &str,
    list: &str,
    choice: &Choice<'_, T>,
    result: impl FnOnce(&T) -> RungResult,
) -> Rung {
    let facts = known.used(&choice.read);
    match &choice.line {
        Told::Known(line) => Rung {
            rule: format!("{list}/{}", line.id()),
            question_key: question.to_owned(),
            facts,
            legal_basis: line.law().legal_basis.clone(),
            result: result(line),
        },
        Told::Unknown(ask) => Rung {
            rule: list.to_owned(),
            question_key: question.to_owned(),
            facts,
            legal_basis: choice
                .possible
                .first()
                .map(|line| line.law().legal_basis.clone())
                .unwrap_or_default(),
            result: RungResult::Unknown(known.names(ask)),
        },
    }
}

/// The rung of a yes or no, and what it came to.
pub(super) fn rule(known: &Known<'_>, rule: &Rule, on: NaiveDate) -> (Told<bool>, Rung) {
    let choice = known.choose(&rule.cases, on);
    let rung = chosen(known, &rule.id, &rule.id, &choice, |case| RungResult::Answer(case.gives));
    let told = match choice.line {
        Told::Known(case) => Told::Known(case.gives),
        Told::Unknown(ask) => Told::Unknown(ask),
    };
    (told, rung)
}

/// A deadline on its way down the ladder.
pub(super) struct Descent<'a> {
    pub known: Known<'a>,
    pub law: &'a DeadlineLaw,
    pub on: NaiveDate,
}

/// A term that was chosen and counted.
struct Chosen<'a> {
    term: &'a Term,
    event: NaiveDate,
    counted: Counted,
}

impl Descent<'_> {
    /// The rungs in the order of the ladder, and the answer or what to ask.
    pub fn go(&self) -> (Told<Deadline>, Vec<Rung>) {
        let service = self.known.service;
        let choice = self.known.choose(&self.law.terms, self.on);
        let settled = self.settle(&choice);
        let mut rungs = Vec::new();
        let mut applies = None;
        for step in &self.law.ladder {
            match step.as_str() {
                AMOUNT => rungs.push(chosen(&self.known, AMOUNT, &self.law.id, &choice, |term| {
                    RungResult::Amount(Amount { amount: term.span.amount, unit: term.span.unit })
                })),
                FIRST_DAY => rungs.extend(self.first_day(&choice, &settled)),
                LAST_DAY => rungs.extend(self.last_day(&settled)),
                id => {
                    if let Some(asked) = service.rule_named(id) {
                        let (told, rung) = rule(&self.known, asked, self.on);
                        if self.law.applies.as_deref() == Some(id) {
                            applies = match told {
                                Told::Known(holds) => Some(holds),
                                Told::Unknown(_) => None,
                            };
                        }
                        rungs.push(rung);
                    }
                }
            }
        }
        let deadline = match settled {
            Told::Known(chosen) => Told::Known(self.deadline(&chosen, applies)),
            Told::Unknown(ask) => Told::Unknown(ask),
        };
        (deadline, rungs)
    }

    /// The term and its days, or all that has to be asked for them.
    fn settle<'b>(&self, choice: &Choice<'b, Term>) -> Told<Chosen<'b>> {
        let term = match &choice.line {
            Told::Known(term) => *term,
            Told::Unknown(ask) => return Told::Unknown(ask | &self.surely_needed(&choice.possible)),
        };
        let event = match self.known.date(&term.span.from) {
            Told::Known(event) => event,
            Told::Unknown(ask) => return Told::Unknown(ask),
        };
        match count(&term.span, event, self.known.service.working_days()) {
            Some(counted) => Told::Known(Chosen { term, event, counted }),
            None => Told::Unknown(Ask::new()),
        }
    }

    /// Whichever term it will be, it starts from this event.
    fn surely_needed(&self, possible: &[&Term]) -> Ask {
        let mut events = possible.iter().map(|term| term.span.from.as_str());
        let Some(first) = events.next().filter(|first| events.all(|event| event == *first)) else {
            return Ask::new();
        };
        match self.known.date(first) {
            Told::Known(_) => Ask::new(),
            Told::Unknown(ask) => ask,
        }
    }

    fn first_day(&self, choice: &Choice<'_, Term>, settled: &Told<Chosen<'_>>) -> Option<Rung> {
        let Told::Known(term) = choice.line else { return None };
        let steps = &self.known.service.steps;
        Some(Rung {
            rule: format!("{FIRST_DAY}/{}", term.span.first_day_detail()),
            question_key: FIRST_DAY.to_owned(),
            facts: self.known.used(&[&term.span.from]),
            legal_basis: steps.law.legal_basis.clone(),
            result: match settled {
                Told::Known(chosen) => RungResult::Date(chosen.counted.first_day),
                Told::Unknown(ask) => RungResult::Unknown(self.known.names(ask)),
            },
        })
    }

    fn last_day(&self, settled: &Told<Chosen<'_>>) -> Option<Rung> {
        let Told::Known(chosen) = settled else { return None };
        let service = self.known.service;
        let Chosen { term, counted, .. } = chosen;
        let mut facts = self.known.used(&[&term.span.from]);
        facts.push(FactUsed { name: COUNTED_UNTIL.to_owned(), value: Value::Date(counted.counted_until) });
        let works = service.working_days().is_working_day(counted.counted_until);
        Some(Rung {
            rule: format!("{LAST_DAY}/{}", term.span.last_day_detail(works)),
            question_key: LAST_DAY.to_owned(),
            facts,
            legal_basis: format!("{} {}", service.steps.calendar_act, counted.last_day.year()),
            result: RungResult::Date(counted.last_day),
        })
    }

    fn deadline(&self, chosen: &Chosen<'_>, applies: Option<bool>) -> Deadline {
        let Chosen { term, event, counted } = chosen;
        let days = self.known.service.working_days();
        // A calendar day that never rolls needs no calendar.
        let by_calendar = term.span.unit == Unit::WorkingDays || term.span.roll == Roll::NextWorkingDay;
        let mut years = event.year()..=counted.last_day.year();
        // Whether a term rolls is a rule of its own; it matters only where the day did move.
        let rolled = counted.last_day != counted.counted_until;
        let counting = !rolled || self.known.service.steps.law.confirmed;
        Deadline {
            first_day: counted.first_day,
            last_day: counted.last_day,
            amount: term.span.amount,
            unit: term.span.unit,
            term_id: term.id.clone(),
            legal_basis: term.law.legal_basis.clone(),
            applies,
            confirmed: term.law.confirmed
                && counting
                && (!by_calendar || years.all(|year| days.confirmed(year))),
            days: counted.cells(term.span.unit, days),
        }
    }
}

impl Service {
    /// The rule with this id.
    pub fn rule_named(&self, id: &str) -> Option<&Rule> {
        self.law.rules.iter().find(|rule| rule.id == id)
    }
}
