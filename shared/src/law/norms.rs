//! What an article says of a service, without anybody's facts: for the page that a law link leads to.
use crate::texts::{Table, format};

use super::{
    data::{
        body::Service,
        calendar::Calendar,
        caption::Caption,
        condition::Condition,
        service::{AMOUNT, Rule, Until},
        value::Value,
    },
    said::{amount_of, fill, value_of},
};

impl Service {
    /// Every sentence of the service that rests on this legal basis, in the order of the files, each once.
    pub fn norms(&self, legal_basis: &str, words: &Table) -> Vec<String> {
        let lang = words.lang().code();
        let law = &self.law;
        let mut sentences: Vec<String> = Vec::new();
        let mut add = |basis: &str, sentence: String| {
            if basis == legal_basis && !sentence.is_empty() && !sentences.contains(&sentence) {
                sentences.push(sentence);
            }
        };
        add(&law.law.legal_basis, law.summary.owned(lang));
        for note in law.filers.iter().chain(&law.exempt).chain(&law.effects) {
            add(&note.law.legal_basis, self.note_text(&note.caption, words));
        }
        for rule in &law.rules {
            for case in &rule.cases {
                let own = case.when.as_ref();
                let norm = case.norm.as_ref().map(|norm| self.general(norm, Some(rule), own, None, words));
                add(&case.law.legal_basis, norm.unwrap_or_default());
            }
        }
        for term in law.deadlines.iter().flat_map(|deadline| &deadline.terms) {
            add(&term.law.legal_basis, self.note_text(&term.detail, words));
        }
        for case in law.validity.iter().flat_map(|validity| &validity.cases) {
            let norm =
                case.norm.as_ref().map(|norm| self.general(norm, None, None, Some(&case.until), words));
            add(&case.law.legal_basis, norm.unwrap_or_default());
        }
        for document in &law.documents {
            add(&document.law.legal_basis, document.caption.owned(lang));
        }
        for fee in &law.fees {
            add(&fee.law.legal_basis, fee.detail.owned(lang));
        }
        for liability in &law.liabilities {
            add(&liability.law.legal_basis, self.liability_text(liability, words));
        }
        add(&self.steps.law.legal_basis, self.steps.norm.owned(lang));
        for calendar in &self.calendars {
            let basis = format!("{} {}", self.steps.calendar_act, calendar.year);
            for sentence in self.days_of(calendar, words) {
                add(&basis, sentence);
            }
        }
        sentences
    }

    /// Every legal basis that a link may name.
    pub fn bases(&self) -> Vec<String> {
        let law = &self.law;
        let notes = law.filers.iter().chain(&law.exempt).chain(&law.effects).map(|note| &note.law);
        let standings = std::iter::once(&law.law)
            .chain(notes)
            .chain(law.rules.iter().flat_map(|rule| &rule.cases).map(|case| &case.law))
            .chain(law.deadlines.iter().flat_map(|deadline| &deadline.terms).map(|term| &term.law))
            .chain(law.validity.iter().flat_map(|validity| &validity.cases).map(|case| &case.law))
            .chain(law.documents.iter().map(|document| &document.law))
            .chain(law.fees.iter().map(|fee| &fee.law))
            .chain(law.liabilities.iter().map(|liability| &liability.law))
            .chain(std::iter::once(&self.steps.law));
        let mut bases: Vec<String> = standings.map(|standing| standing.legal_basis.clone()).collect();
        let years = self.calendars.iter().map(|calendar| calendar.year);
        bases.extend(years.map(|year| format!("{} {year}", self.steps.calendar_act)));
        bases.sort();
        bases.dedup();
        bases
    }

    /// A norm with the numbers of its rule.
    fn general(
        &self,
        norm: &Caption,
        rule: Option<&Rule>,
        own: Option<&Condition>,
        until: Option<&Until>,
        words: &Table,
    ) -> String {
        let limit = |condition: Option<&Condition>| {
            let (fact, limit) = condition?.limit()?;
            Some(value_of(self, fact, &Value::Count(limit), words))
        };
        fill(norm.text(words.lang().code()), |name| {
            if let Some(term) = self.term_named(name) {
                return Some(amount_of(term.span.amount, term.span.unit, words));
            }
            match (name.strip_suffix(".limit"), until) {
                (Some(id), _) => limit(rule?.cases.iter().find(|case| case.id == id)?.when.as_ref()),
                (None, Some(Until::Span(span))) if name == AMOUNT => {
                    Some(amount_of(span.amount, span.unit, words))
                }
                (None, _) => limit(own).filter(|_| name == "limit"),
            }
        })
    }

    /// The named days of a year: 20 mart 2026: Novruz bayramı.
    fn days_of(&self, calendar: &Calendar, words: &Table) -> Vec<String> {
        let lang = words.lang();
        let name = |id: &String| self.day_names.iter().find(|name| name.id == *id);
        let line = |day: &super::SpecialDay| {
            let names = day.names.iter().filter_map(name).map(|name| name.caption.text(lang.code()));
            let names = names.collect::<Vec<_>>().join("; ");
            let date = format::date(lang, day.date);
            match (names.as_str(), day.kind.works()) {
                ("", true) => format!("{date}: {}", words.say("field-working-day", &[])),
                ("", false) => format!("{date}: {}", words.say("field-non-working-day", &[])),
                _ => format!("{date}: {names}"),
            }
        };
        calendar.days.iter().map(line).collect()
    }
}
