//! What the working-day calculator asks, in the form and in the address.
use chrono::NaiveDate;
use leptos::prelude::*;
use shared::{
    dates,
    law::{Counts, Roll, Span, Unit},
};

use crate::{
    client::clock,
    components::{
        choice_field::RadioField, date_field::DateField, form_errors::FormErrors, text_field::TextField,
    },
};

const AFTER: &str = "after";
const BETWEEN: &str = "between";
const WAYS: &[(&str, &str, Option<&str>)] =
    &[(AFTER, "working-days-after", None), (BETWEEN, "working-days-between", None)];
const WORKING: &str = "working";
const CALENDAR: &str = "calendar";
const UNITS: &[(&str, &str, Option<&str>)] = &[
    (WORKING, "working-days-unit-working", None),
    (CALENDAR, "working-days-unit-calendar", Some("working-days-unit-calendar-hint")),
];
/// Longer terms are no terms.
const MOST: u32 = 1000;

/// The answers as they stand in the form.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    way: RwSignal<String>,
    from: RwSignal<String>,
    amount: RwSignal<String>,
    unit: RwSignal<String>,
    to: RwSignal<String>,
}

/// A question that can be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    After { from: NaiveDate, span: Span },
    Between { from: NaiveDate, to: NaiveDate },
}

impl Asked {
    pub fn new() -> Self {
        let given = |text: &str| RwSignal::new(text.to_owned());
        Self { way: given(AFTER), from: given(""), amount: given(""), unit: given(WORKING), to: given("") }
    }

    /// What is asked, when all of it is given and can be; tracked.
    pub fn question(self) -> Option<Question> {
        let from = dates::parse(&self.from.get())?;
        if self.way.get() == BETWEEN {
            let to = dates::parse(&self.to.get()).filter(|to| *to >= from)?;
            return Some(Question::Between { from, to });
        }
        let amount = self.amount.get().trim().parse().ok().filter(|amount| (1..=MOST).contains(amount))?;
        let (unit, roll) = if self.unit.get() == WORKING {
            (Unit::WorkingDays, Roll::None)
        } else {
            (Unit::CalendarDays, Roll::NextWorkingDay)
        };
        let span = Span { amount, unit, from: String::new(), counts: Counts::NextDay, roll };
        Some(Question::After { from, span })
    }

    /// Takes the question of a fragment: `#f=2026-11-28&n=15&u=calendar` or `#f=2026-11-28&t=2026-12-31`.
    pub fn read(self, fragment: &str) {
        for pair in fragment.trim_start_matches('#').split('&') {
            match pair.split_once('=') {
                Some(("f", day)) if dates::parse(day).is_some() => self.from.set(day.to_owned()),
                Some(("t", day)) if dates::parse(day).is_some() => {
                    self.way.set(BETWEEN.to_owned());
                    self.to.set(day.to_owned());
                }
                Some(("n", amount)) if amount.parse::<u32>().is_ok() => self.amount.set(amount.to_owned()),
                Some(("u", CALENDAR)) => self.unit.set(CALENDAR.to_owned()),
                _ => {}
            }
        }
    }

    /// The address of the page becomes the link to this question, without a step in the history; tracked.
    pub fn keep_in_address(self) {
        let fragment = match self.question() {
            Some(Question::After { from, span }) if span.unit == Unit::WorkingDays => {
                format!("#f={from}&n={}", span.amount)
            }
            Some(Question::After { from, span }) => format!("#f={from}&n={}&u={CALENDAR}", span.amount),
            Some(Question::Between { from, to }) => format!("#f={from}&t={to}"),
            None => return,
        };
        crate::place::keep_fragment(&fragment);
    }
}

#[component]
pub fn Questions(asked: Asked) -> impl IntoView {
    let errors = FormErrors::new(&[]);
    let today = Signal::derive(clock::today);
    let between = move || asked.way.get() == BETWEEN;
    view! {
        <RadioField at="/way" label="working-days-way" value=asked.way errors choices=WAYS/>
        <DateField at="/from" label="working-days-from" hint="working-days-from-hint" value=asked.from errors today/>
        <Show when=between>
            <DateField at="/to" label="working-days-to" hint="working-days-to-hint" value=asked.to errors today/>
        </Show>
        <Show when=move || !between()>
            <TextField at="/amount" label="working-days-amount" hint="working-days-amount-hint" value=asked.amount errors
                inputmode="numeric" class="width-10"/>
            <RadioField at="/unit" label="working-days-unit" value=asked.unit errors choices=UNITS/>
        </Show>
    }
}
