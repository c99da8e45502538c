//! What needs correcting in a form, by JSON pointer: the same places for the page's own checks and the server's answer (P9).
use leptos::prelude::*;
use shared::problem::{FieldProblem, Problem};
use validator::{Validate, ValidationErrors, ValidationErrorsKind};

use crate::i18n::t_args;

/// One answer that needs correcting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// Pointer into the form, such as `/guest/birth_date`.
    pub at: String,
    pub code: String,
    args: Vec<(String, String)>,
    /// As the server said it; the page's own are said anew in each language.
    said: Option<String>,
}

/// The errors of one form.
#[derive(Debug, Clone, Copy)]
pub struct FormErrors {
    list: RwSignal<Vec<FieldError>>,
    order: &'static [&'static str],
    /// Grows with each refused try: the summary takes the focus then.
    tries: RwSignal<u32>,
    /// What the fields are called, by pointer.
    names: StoredValue<Vec<(&'static str, Signal<String>)>>,
}

impl FieldError {
    /// An error that the page found; its text is `field-error-{code}`.
    pub fn new(at: &str, code: &str) -> Self {
        Self { at: at.to_owned(), code: code.to_owned(), args: Vec::new(), said: None }
    }

    /// A value for the text.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }

    /// The sentence; tracked.
    pub fn text(&self) -> String {
        if let Some(said) = &self.said {
            return said.clone();
        }
        let args: Vec<_> =
            self.args.iter().map(|(name, value)| (name.as_str(), value.as_str().into())).collect();
        t_args(&format!("field-error-{}", self.code.replace('_', "-")), &args)
    }
}

impl From<FieldProblem> for FieldError {
    fn from(problem: FieldProblem) -> Self {
        Self { at: problem.pointer, code: problem.code, args: Vec::new(), said: Some(problem.message) }
    }
}

impl FormErrors {
    /// `order`: the pointers of the fields as they stand on the page.
    pub fn new(order: &'static [&'static str]) -> Self {
        Self { list: RwSignal::default(), order, tries: RwSignal::new(0), names: StoredValue::default() }
    }

    /// Checks the form with the rules that the server will use again. True when it may be sent.
    pub fn check(self, form: &impl Validate) -> bool {
        let found = form.validate().map_or_else(|errors| found(&errors), |()| Vec::new());
        self.refuse(found)
    }

    /// Takes what the server said. False when it named no field: then the problem is shown as a whole.
    pub fn take(self, problem: &Problem) -> bool {
        !self.refuse(problem.errors.iter().cloned().map(FieldError::from).collect())
    }

    /// Sets all errors; true when there are none.
    pub fn refuse(self, mut errors: Vec<FieldError>) -> bool {
        let place = |at: &str| self.order.iter().position(|known| *known == at).unwrap_or(usize::MAX);
        errors.sort_by_key(|error| place(&error.at));
        errors.dedup_by(|later, earlier| later.at == earlier.at);
        let none = errors.is_empty();
        self.list.set(errors);
        if !none {
            self.tries.update(|tries| *tries += 1);
        }
        none
    }

    /// One field's own error, found when leaving it: it says more than the rule of a refused form, and takes its place.
    pub fn mark(self, error: FieldError) {
        self.list.update(|list| match list.iter_mut().find(|known| known.at == error.at) {
            Some(known) => *known = error,
            None => list.push(error),
        });
    }

    /// The field has been changed.
    pub fn forget(self, at: &str) {
        if self.list.with_untracked(|list| list.iter().any(|error| error.at == at)) {
            self.list.update(|list| list.retain(|error| error.at != at));
        }
    }

    pub fn clear(self) {
        self.list.update(Vec::clear);
    }

    /// All of them, in the order of the page; tracked.
    pub fn all(self) -> Vec<FieldError> {
        self.list.get()
    }

    /// The sentence at one field; tracked.
    pub fn at(self, at: &str) -> Option<String> {
        self.list.with(|list| list.iter().find(|error| error.at == at).map(FieldError::text))
    }

    /// A field says what it is called.
    pub fn name(self, at: &'static str, label: Signal<String>) {
        self.names.update_value(|names| {
            names.retain(|(known, _)| *known != at);
            names.push((at, label));
        });
    }

    /// An error as the summary says it: where two fields have the same one, each is named. Tracked.
    pub fn said(self, error: &FieldError) -> String {
        let text = error.text();
        let alike = self.list.with(|list| list.iter().filter(|other| other.text() == text).count());
        let name = self.names.with_value(|names| {
            names.iter().find(|(at, _)| *at == error.at).and_then(|(_, label)| label.try_get())
        });
        match name {
            Some(name) if alike > 1 => t_args("errors-at", &[("field", name.into()), ("error", text.into())]),
            _ => text,
        }
    }

    /// How many; tracked.
    pub fn count(self) -> usize {
        self.list.with(Vec::len)
    }

    /// How often the form was refused; tracked.
    pub fn tries(self) -> u32 {
        self.tries.get()
    }
}

/// The id of the control of a field: `/guest/birth_date` is `guest-birth_date`.
pub fn id_of(at: &str) -> String {
    at.trim_start_matches('/').replace('/', "-")
}

/// The errors of `validate()`, flat, as the server tells them.
pub fn found(errors: &ValidationErrors) -> Vec<FieldError> {
    let mut list = Vec::new();
    walk(errors, "", &mut list);
    list
}

fn walk(errors: &ValidationErrors, above: &str, list: &mut Vec<FieldError>) {
    for (field, kind) in errors.errors() {
        let at = if field == "__all__" { above.to_owned() } else { format!("{above}/{field}") };
        match kind {
            ValidationErrorsKind::Struct(inner) => walk(inner, &at, list),
            ValidationErrorsKind::List(items) => {
                items.iter().for_each(|(index, inner)| walk(inner, &format!("{at}/{index}"), list));
            }
            ValidationErrorsKind::Field(told) => list.extend(told.iter().map(|error| {
                let word = |name: &str| error.params.get(name).and_then(|value| value.as_str());
                let at = word("field").map_or_else(|| at.clone(), |name| format!("{above}/{name}"));
                let args = error.params.iter().filter(|(name, _)| *name != "value" && *name != "field");
                args.fold(FieldError::new(&at, &error.code), |error, (name, value)| {
                    error.with(name, value.as_str().map_or_else(|| value.to_string(), str::to_owned))
                })
            })),
        }
    }
}
