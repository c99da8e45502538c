//! A trace in words: the ladder "why this day?" in the reader's language.
use chrono::NaiveDate;

use crate::texts::{Arg, Table, format};

use super::{
    data::{
        body::{Service, Step},
        caption::Caption,
        service::{
            AMOUNT, COUNTED_UNTIL, Case, DeadlineLaw, FEE, FIRST_DAY, LAST_DAY, Liability, Term, VALID_UNTIL,
        },
        term::Unit,
        value::{Money, Value},
    },
    trace::{Amount, Rung, RungResult, Trace},
};

/// A rung as a person reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RungText {
    pub question: String,
    /// The facts used, in a sentence; for an unknown rung the question to answer.
    pub detail: String,
    /// The law in words.
    pub law: String,
    /// The same as it stands in the data: for the link.
    pub legal_basis: String,
    pub result: String,
    /// Yes or no, where that is the result.
    pub answer: Option<bool>,
    /// Facts to ask; none when the rung is settled.
    pub ask: Vec<String>,
}

impl Trace {
    /// Every rung in words.
    pub fn lines(&self, service: &Service, words: &Table) -> Vec<RungText> {
        let teller = Teller { trace: self, service, words };
        self.rungs.iter().map(|rung| teller.rung(rung)).collect()
    }
}

impl Service {
    /// What a breach costs, in words.
    pub fn liability_text(&self, liability: &Liability, words: &Table) -> String {
        fill(liability.caption.text(words.lang().code()), |name| match name {
            "least" => Some(money(&liability.least, words)),
            "most" => Some(money(&liability.most, words)),
            _ => None,
        })
    }

    /// A sentence of the service that names terms, such as who may file or what follows.
    pub fn note_text(&self, caption: &Caption, words: &Table) -> String {
        fill(caption.text(words.lang().code()), |name| self.term_named(name).map(|term| span(term, words)))
    }

    /// `register.general`: the term of a deadline.
    pub(super) fn term_named(&self, name: &str) -> Option<&Term> {
        let (deadline, term) = name.split_once('.')?;
        let deadline = self.law.deadlines.iter().find(|law| law.id == deadline)?;
        deadline.terms.iter().find(|law| law.id == term)
    }
}

struct Teller<'a> {
    trace: &'a Trace,
    service: &'a Service,
    words: &'a Table,
}

impl Teller<'_> {
    fn rung(&self, rung: &Rung) -> RungText {
        let lang = self.words.lang().code();
        let (list, id) = rung.rule.split_once('/').unwrap_or((&rung.rule, ""));
        let ask = match &rung.result {
            RungResult::Unknown(ask) => ask.clone(),
            _ => Vec::new(),
        };
        let detail = match &rung.result {
            RungResult::Unknown(_) => self.question_to_answer(&ask),
            _ => self.sentence(rung, list, id).map(|caption| self.filled(caption, rung)).unwrap_or_default(),
        };
        RungText {
            question: self
                .question(&rung.question_key)
                .map(|caption| caption.owned(lang))
                .unwrap_or_default(),
            detail,
            law: self.service.cited(&rung.legal_basis, lang),
            legal_basis: rung.legal_basis.clone(),
            result: self.result(rung),
            answer: match rung.result {
                RungResult::Answer(holds) => Some(holds),
                _ => None,
            },
            ask,
        }
    }

    fn question(&self, key: &str) -> Option<&Caption> {
        let steps = &self.service.steps;
        Some(match key {
            AMOUNT => &steps.amount.question,
            FIRST_DAY => &steps.first_day.question,
            LAST_DAY => &steps.last_day.question,
            VALID_UNTIL => &self.service.law.validity.as_ref()?.question,
            FEE => &steps.fee.question,
            rule => &self.service.rule_named(rule)?.question,
        })
    }

    fn question_to_answer(&self, ask: &[String]) -> String {
        let first = ask.first().and_then(|name| self.service.facts.iter().find(|fact| fact.name == *name));
        let question = first.and_then(|fact| fact.question.as_ref());
        question.map(|question| question.owned(self.words.lang().code())).unwrap_or_default()
    }

    /// The sentence of the line that decided.
    fn sentence(&self, rung: &Rung, list: &str, id: &str) -> Option<&Caption> {
        let on = self.trace.on;
        let law = &self.service.law;
        let step = |step: &'_ Step| step.details.iter().position(|detail| detail.id == id);
        let steps = &self.service.steps;
        match rung.question_key.as_str() {
            AMOUNT => self.term().map(|term| &term.detail),
            FIRST_DAY => {
                step(&steps.first_day).and_then(|at| steps.first_day.details.get(at)).map(|it| &it.detail)
            }
            LAST_DAY => {
                step(&steps.last_day).and_then(|at| steps.last_day.details.get(at)).map(|it| &it.detail)
            }
            VALID_UNTIL => {
                let cases = &law.validity.as_ref()?.cases;
                cases.iter().find(|case| case.id == id && case.law.in_force(on)).map(|case| &case.detail)
            }
            FEE => law.fees.iter().find(|fee| fee.id == id && fee.law.in_force(on)).map(|fee| &fee.detail),
            _ => self.case(list, id).map(|case| &case.detail),
        }
    }

    fn case(&self, rule: &str, id: &str) -> Option<&Case> {
        let cases = &self.service.rule_named(rule)?.cases;
        cases.iter().find(|case| case.id == id && case.law.in_force(self.trace.on))
    }

    fn deadline(&self) -> Option<&DeadlineLaw> {
        let id = self.trace.asked.strip_prefix("deadline/")?;
        self.service.law.deadlines.iter().find(|law| law.id == id)
    }

    /// The term that was chosen further up.
    fn term(&self) -> Option<&Term> {
        let amount = self.trace.rungs.iter().find(|rung| rung.question_key == AMOUNT)?;
        let (_, id) = amount.rule.split_once('/')?;
        let terms = &self.deadline()?.terms;
        terms.iter().find(|term| term.id == id && term.law.in_force(self.trace.on))
    }

    fn filled(&self, caption: &Caption, rung: &Rung) -> String {
        fill(caption.text(self.words.lang().code()), |name| self.value(name, rung))
    }

    /// What a placeholder stands for in a rung.
    fn value(&self, name: &str, rung: &Rung) -> Option<String> {
        let lang = self.words.lang();
        if let Some(day) = name.strip_suffix(".weekday") {
            return self.day(day, rung).map(|day| format::date_with_weekday(lang, day));
        }
        if let Some(term) = self.service.term_named(name) {
            return Some(span(term, self.words));
        }
        if let Some(case) = name.strip_suffix("limit") {
            return self.limit(case.strip_suffix('.'), rung);
        }
        if let Some(day) = self.day(name, rung) {
            return Some(format::date(lang, day));
        }
        match name {
            "event" => {
                let from = &self.term()?.span.from;
                let fact = self.service.facts.iter().find(|fact| fact.name == *from)?;
                Some(fact.caption.owned(lang.code()))
            }
            AMOUNT => match &rung.result {
                RungResult::Amount(Amount { amount, unit }) => Some(amount_of(*amount, *unit, self.words)),
                _ => self.span_of(rung),
            },
            FEE => match &rung.result {
                RungResult::Money(fee) => Some(money(fee, self.words)),
                _ => None,
            },
            fact => {
                let used = rung.facts.iter().find(|used| used.name == fact)?;
                Some(self.said(fact, &used.value))
            }
        }
    }

    /// What the condition of this case, or of another one of the same rule, compares with.
    fn limit(&self, other: Option<&str>, rung: &Rung) -> Option<String> {
        let (rule, id) = rung.rule.split_once('/')?;
        let (fact, limit) = self.case(rule, other.unwrap_or(id))?.when.as_ref()?.limit()?;
        Some(self.said(fact, &Value::Count(limit)))
    }

    /// The term of this ladder, or of the validity that was chosen.
    fn span_of(&self, rung: &Rung) -> Option<String> {
        use super::data::service::Until;
        if rung.question_key == VALID_UNTIL {
            let (_, id) = rung.rule.split_once('/')?;
            let cases = &self.service.law.validity.as_ref()?.cases;
            let case = cases.iter().find(|case| case.id == id && case.law.in_force(self.trace.on))?;
            return match &case.until {
                Until::Span(span) => Some(amount_of(span.amount, span.unit, self.words)),
                Until::Fact(_) => None,
            };
        }
        self.term().map(|term| span(term, self.words))
    }

    /// A placeholder that is a day.
    fn day(&self, name: &str, rung: &Rung) -> Option<NaiveDate> {
        let fact = match name {
            "start" => self.term()?.span.from.as_str(),
            FIRST_DAY | LAST_DAY if rung.question_key == name => {
                return match rung.result {
                    RungResult::Date(day) => Some(day),
                    _ => None,
                };
            }
            COUNTED_UNTIL => COUNTED_UNTIL,
            other => other,
        };
        match rung.facts.iter().find(|used| used.name == fact)?.value {
            Value::Date(day) => Some(day),
            _ => None,
        }
    }

    fn said(&self, fact: &str, value: &Value) -> String {
        value_of(self.service, fact, value, self.words)
    }
}

/// A value of a fact in words.
pub(super) fn value_of(service: &Service, fact: &str, value: &Value, words: &Table) -> String {
    let declared = service.facts.iter().find(|known| known.name == fact);
    let key = declared.and_then(|fact| fact.words.as_deref());
    match (value, key) {
        (Value::Nothing, _) => words.say("law-nothing", &[]),
        (Value::Bool(true), _) => words.say("ui-yes", &[]),
        (Value::Bool(false), _) => words.say("ui-no", &[]),
        (Value::Count(count), Some(key)) => words.say(key, &[("count", Arg::from(*count))]),
        (Value::Count(count), None) => count.to_string(),
        (Value::Date(day), _) => format::date(words.lang(), *day),
        (Value::Money(amount), _) => money(amount, words),
        (Value::Code(code), Some(key)) => words.say(&[key, code].join("-"), &[]),
        (Value::Code(code), None) => code.clone(),
    }
}

impl Teller<'_> {
    fn result(&self, rung: &Rung) -> String {
        let lang = self.words.lang();
        match &rung.result {
            RungResult::Answer(true) => self.words.say("ui-yes", &[]),
            RungResult::Answer(false) => self.words.say("ui-no", &[]),
            RungResult::Amount(Amount { amount, unit }) => amount_of(*amount, *unit, self.words),
            RungResult::Date(day) if rung.question_key == VALID_UNTIL => format::date(lang, *day),
            RungResult::Date(day) => format::day_and_month(lang, *day),
            RungResult::Money(amount) => money(amount, self.words),
            RungResult::Unknown(_) => self.words.say("ui-not-known-yet", &[]),
        }
    }
}

pub(super) fn span(term: &Term, words: &Table) -> String {
    amount_of(term.span.amount, term.span.unit, words)
}

/// 15 təqvim günü.
pub(super) fn amount_of(amount: u32, unit: Unit, words: &Table) -> String {
    words.say(&["law-amount", unit.name()].join("-"), &[("count", Arg::from(amount))])
}

pub(super) fn money(amount: &Money, words: &Table) -> String {
    format::money(words.lang(), i64::try_from(amount.minor).unwrap_or(i64::MAX))
}

/// Puts values in the places of `{names}`. A name nobody fills stays as written: the loader does not let it pass.
pub(super) fn fill(sentence: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut text = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            text.push('{');
            rest = after;
            continue;
        };
        match value(name) {
            Some(value) => text.push_str(&value),
            None => text.extend(["{", name, "}"]),
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
#[path = "said_tests.rs"]
mod tests;
