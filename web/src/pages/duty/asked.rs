//! What the duty check asks, in the law's order of asking, and the law's answer to it.
use leptos::prelude::*;
use shared::{
    dates,
    law::{Answer, Facts, Outcome},
};

use crate::{
    client::clock,
    components::{
        choice_field::RadioField, country_field::CountryField, date_field::DateField, form_errors::FormErrors,
    },
};

const YES: &str = "yes";
const NO: &str = "no";
const YES_OR_NO: &[(&str, &str, Option<&str>)] = &[(YES, "ui-yes", None), (NO, "ui-no", None)];
/// The question of the card is not a fact of the law's rules: who holds one is exempt.
pub const CARD: &str = "card";

/// The answers as they stand in the form; nothing is answered beforehand.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    citizenship: RwSignal<String>,
    arrived: RwSignal<String>,
    moved: RwSignal<String>,
    same_owner: RwSignal<String>,
    until: RwSignal<String>,
    card: RwSignal<String>,
}

/// Whether one must register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Duty {
    Required,
    NotRequired,
    /// The card stands for the registration.
    Exempt,
    /// Cannot be told before these are known.
    Open(Vec<String>),
}

impl Duty {
    /// The rule's answer and the card's: a "no" of either is enough, "yes" needs both.
    pub fn of(rule: &Answer<bool>, card: Option<bool>) -> Self {
        match (rule, card) {
            (Answer::Known(false), _) => Self::NotRequired,
            (_, Some(true)) => Self::Exempt,
            (Answer::Known(true), Some(false)) => Self::Required,
            (Answer::Known(true), None) => Self::Open(vec![CARD.to_owned()]),
            (Answer::Unknown { ask }, card) => {
                let card = card.is_none().then(|| CARD.to_owned());
                Self::Open(ask.iter().cloned().chain(card).collect())
            }
        }
    }
}

impl Asked {
    pub fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            citizenship: empty(),
            arrived: empty(),
            moved: empty(),
            same_owner: empty(),
            until: empty(),
            card: empty(),
        }
    }

    /// Takes the facts of a fragment: `#c=TUR&a=2026-11-19&m=yes&s=no&u=2026-12-31&k=no`.
    pub fn read(self, fragment: &str) {
        for pair in fragment.trim_start_matches('#').split('&') {
            match pair.split_once('=') {
                Some(("c", code)) if shared::countries::is_known(code) => {
                    self.citizenship.set(code.to_owned());
                }
                Some(("a", day)) if dates::parse(day).is_some() => self.arrived.set(day.to_owned()),
                Some(("u", day)) if dates::parse(day).is_some() => self.until.set(day.to_owned()),
                Some(("m", answer @ (YES | NO))) => self.moved.set(answer.to_owned()),
                Some(("s", answer @ (YES | NO))) => self.same_owner.set(answer.to_owned()),
                Some(("k", answer @ (YES | NO))) => self.card.set(answer.to_owned()),
                _ => {}
            }
        }
    }

    /// What is answered, as the fragment of a link; the deadline calculator reads the same. Tracked.
    pub fn fragment(self) -> String {
        let day = |signal: RwSignal<String>| Some(signal.get()).filter(|day| dates::parse(day).is_some());
        let given = |signal: RwSignal<String>| Some(signal.get()).filter(|text| !text.is_empty());
        let moved = given(self.moved);
        let same_owner = given(self.same_owner).filter(|_| moved.as_deref() == Some(YES));
        let facts = [
            ("c", given(self.citizenship)),
            ("a", day(self.arrived)),
            ("m", moved),
            ("s", same_owner),
            ("u", day(self.until)),
            ("k", given(self.card)),
        ];
        let pairs = facts.into_iter().filter_map(|(key, value)| Some(format!("{key}={}", value?)));
        format!("#{}", pairs.collect::<Vec<_>>().join("&"))
    }

    /// The address of the page becomes the link to these facts, without a step in the history; tracked.
    pub fn keep_in_address(self) {
        let fragment = self.fragment();
        if fragment.len() > 1 {
            crate::place::keep_fragment(&fragment);
        }
    }

    /// What the law's rules are told; an open question is left out. Tracked.
    pub fn facts(self) -> Facts {
        let mut facts = Facts::new();
        let citizenship = self.citizenship.get();
        if !citizenship.is_empty() {
            facts.set("citizenship", citizenship);
        }
        if let Some(day) = dates::parse(&self.arrived.get()) {
            facts.set("arrived_in_country", day);
        }
        if let Some(day) = dates::parse(&self.until.get()) {
            facts.set("stay_until", day);
        }
        for (name, answer) in [("moved", self.moved), ("same_owner", self.same_owner)] {
            if let Some(answer) = said(&answer.get()) {
                facts.set(name, answer);
            }
        }
        facts
    }

    /// Whether one holds a residence permit card; tracked.
    pub fn card(self) -> Option<bool> {
        said(&self.card.get())
    }

    /// Both together; tracked.
    pub fn duty(self, outcome: &Outcome<bool>) -> Duty {
        Duty::of(&outcome.answer, self.card())
    }
}

fn said(answer: &str) -> Option<bool> {
    match answer {
        YES => Some(true),
        NO => Some(false),
        _ => None,
    }
}

#[component]
pub fn Questions(asked: Asked) -> impl IntoView {
    let errors = FormErrors::new(&[]);
    let today = Signal::derive(clock::today);
    view! {
        <CountryField at="/citizenship" label="calculator-citizenship" value=asked.citizenship errors/>
        <DateField at="/arrived" label="field-arrival-date" hint="calculator-arrived-hint" value=asked.arrived errors today/>
        <RadioField at="/moved" label="calculator-moved" value=asked.moved errors choices=YES_OR_NO inline=true/>
        <Show when=move || asked.moved.get() == YES>
            <RadioField at="/same_owner" label="calculator-same-owner" value=asked.same_owner errors choices=YES_OR_NO inline=true/>
        </Show>
        <DateField at="/until" label="calculator-until" hint="duty-until-hint" value=asked.until errors/>
        <RadioField at="/card" label="duty-card" value=asked.card errors choices=YES_OR_NO inline=true/>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(facts: &[&str]) -> Answer<bool> {
        Answer::Unknown { ask: facts.iter().map(|fact| (*fact).to_owned()).collect() }
    }

    #[test]
    fn a_no_of_the_rule_or_of_the_card_is_enough() {
        assert_eq!(Duty::of(&Answer::Known(false), None), Duty::NotRequired);
        assert_eq!(Duty::of(&Answer::Known(true), Some(true)), Duty::Exempt);
        assert_eq!(Duty::of(&open(&["citizenship"]), Some(true)), Duty::Exempt);
    }

    #[test]
    fn yes_needs_both() {
        assert_eq!(Duty::of(&Answer::Known(true), Some(false)), Duty::Required);
        assert_eq!(Duty::of(&Answer::Known(true), None), Duty::Open(vec![CARD.to_owned()]));
    }

    #[test]
    fn what_is_open_is_asked_in_order_and_the_card_last() {
        let wanted = ["citizenship", "stay_until", CARD].map(str::to_owned).to_vec();
        assert_eq!(Duty::of(&open(&["citizenship", "stay_until"]), None), Duty::Open(wanted));
    }
}
