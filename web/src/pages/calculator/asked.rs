//! What the calculator asks, and the law's answer to it.
use chrono::NaiveDate;
use leptos::prelude::*;
use shared::{
    dates,
    law::{Deadline, Facts, Outcome, Service, Value},
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

/// The answers as they stand in the form.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    pub citizenship: RwSignal<String>,
    pub arrived: RwSignal<String>,
    moved: RwSignal<String>,
    moved_on: RwSignal<String>,
    same_owner: RwSignal<String>,
    until: RwSignal<String>,
}

impl Asked {
    pub fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        let no = || RwSignal::new(NO.to_owned());
        Self {
            citizenship: empty(),
            arrived: empty(),
            moved: no(),
            moved_on: empty(),
            same_owner: no(),
            until: empty(),
        }
    }

    /// Takes the facts of a fragment: `#c=TUR&a=2026-11-19`, after a move also `&m=2026-11-23&s=no` (`m=yes` while its day is open),
    /// and `&u=` the last day.
    pub fn read(self, fragment: &str) {
        for pair in fragment.trim_start_matches('#').split('&') {
            match pair.split_once('=') {
                Some(("c", code)) if shared::countries::is_known(code) => {
                    self.citizenship.set(code.to_owned())
                }
                Some(("a", day)) if dates::parse(day).is_some() => self.arrived.set(day.to_owned()),
                Some(("m", day)) if dates::parse(day).is_some() => {
                    self.moved.set(YES.to_owned());
                    self.moved_on.set(day.to_owned());
                }
                Some(("m", YES)) => self.moved.set(YES.to_owned()),
                Some(("s", answer @ (YES | NO))) => self.same_owner.set(answer.to_owned()),
                Some(("u", day)) if dates::parse(day).is_some() => self.until.set(day.to_owned()),
                _ => {}
            }
        }
    }

    /// The fragment that carries these facts to the calculator's own page, and makes its address a link to them; tracked.
    pub fn fragment(self) -> String {
        let mut fragment = format!("#c={}&a={}", self.citizenship.get(), self.arrived.get());
        if self.moved.get() == YES && dates::parse(&self.moved_on.get()).is_some() {
            fragment.push_str(&format!("&m={}&s={}", self.moved_on.get(), self.same_owner.get()));
        }
        if dates::parse(&self.until.get()).is_some() {
            fragment.push_str(&format!("&u={}", self.until.get()));
        }
        fragment
    }

    /// The address of the page becomes the link to these facts, without a step in the history; tracked.
    pub fn keep_in_address(self) {
        let (fragment, whole) = (self.fragment(), dates::parse(&self.arrived.get()).is_some());
        if whole && !self.citizenship.with(String::is_empty) {
            crate::place::keep_fragment(&fragment);
        }
    }

    /// The law's answer; none while one of the two questions is open.
    pub fn outcome(self, law: &Service, today: NaiveDate) -> Option<Outcome<Deadline>> {
        let citizenship = self.citizenship.get();
        let arrived = dates::parse(&self.arrived.get())?;
        if citizenship.is_empty() {
            return None;
        }
        let moved = self.moved.get() == YES;
        let mut facts = Facts::new();
        facts.set("citizenship", citizenship).set("arrived_in_country", arrived).set("moved", moved);
        // Nothing planned is an answer too: then the length of the stay is not a reason.
        facts.set("stay_until", dates::parse(&self.until.get()));
        if moved {
            facts.set("same_owner", self.same_owner.get() == YES);
            if let Some(day) = dates::parse(&self.moved_on.get()) {
                facts.set("arrived_at_address", day);
            }
        }
        Some(law.deadline("register", &facts, today))
    }

    /// What the strip shows before the questions are answered: somebody who arrives today.
    pub fn example(law: &Service, today: NaiveDate) -> Option<Deadline> {
        let facts = Facts::new()
            .with("citizenship", Value::Nothing)
            .with("arrived_in_country", today)
            .with("moved", false)
            .with("stay_until", Value::Nothing);
        law.deadline("register", &facts, today).known().cloned()
    }
}

/// The questions; `all` asks those that matter to some as well.
#[component]
pub fn Questions(asked: Asked, #[prop(optional)] all: bool) -> impl IntoView {
    let errors = FormErrors::new(&[]);
    let today = Signal::derive(clock::today);
    let hint = if all { "calculator-arrived-hint" } else { "" };
    view! {
        <CountryField at="/citizenship" label="calculator-citizenship" value=asked.citizenship errors/>
        {if all {
            view! { <DateField at="/arrived" label="field-arrival-date" hint value=asked.arrived errors today/> }.into_any()
        } else {
            view! { <DateField at="/arrived" label="field-arrival-date" value=asked.arrived errors/> }.into_any()
        }}
        {all.then(|| {
            view! {
                <RadioField at="/moved" label="calculator-moved" value=asked.moved errors choices=YES_OR_NO inline=true/>
                <Show when=move || asked.moved.get() == YES>
                    <DateField at="/moved_on" label="calculator-moved-on" value=asked.moved_on errors today/>
                    <RadioField at="/same_owner" label="calculator-same-owner" value=asked.same_owner errors choices=YES_OR_NO
                        inline=true/>
                </Show>
                <DateField at="/until" label="calculator-until" value=asked.until errors optional=true/>
            }
        })}
    }
}
