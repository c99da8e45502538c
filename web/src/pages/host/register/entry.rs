//! One guest on the way into the register: what was typed, what is wrong with it, and the sending.
use leptos::{prelude::*, task::spawn_local};
use shared::{
    ids::{AccountId, RegistrationId},
    problem::Problem,
    registrations::RegistrationView,
};
use uuid::Uuid;

use super::{
    answers::{Answers, Draft, Filled, ORDER, Source, at},
    form,
};
use crate::{
    client::{self, clock},
    components::{
        autosave::Autosave,
        form_errors::{FieldError, FormErrors},
    },
    pages::host::{just::Just, words},
    place,
    session::{Session, session},
};

/// Where to go when the registration stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    Receipt,
    NextGuest,
}

/// The guest who has just been registered, while the next one is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    pub id: RegistrationId,
    pub name: String,
    pub number: String,
}

/// The form of one guest.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    pub answers: Answers,
    pub filled: Filled,
    pub errors: FormErrors,
    pub saved: Autosave,
    pub busy: RwSignal<bool>,
    /// Not about one field: shown as it came.
    pub problem: RwSignal<Option<Problem>>,
    pub done: RwSignal<Option<Done>>,
    /// Grows when the next guest begins: the first field takes the focus.
    pub begun: RwSignal<u32>,
    key: RwSignal<Option<Uuid>>,
    /// An officer writes for whoever stands at the counter.
    pub counter: bool,
    pub original_seen: RwSignal<bool>,
    last_premises: Autosave,
    just: Just,
    session: Session,
}

impl Entry {
    /// The draft that was kept, or an empty form. Call it in the body of a component.
    pub fn new(owner: AccountId) -> Self {
        Self::begun("registration", owner, false)
    }

    /// The same of an officer at the counter.
    pub fn at_counter(owner: AccountId) -> Self {
        Self::begun("counter", owner, true)
    }

    fn begun(draft: &'static str, owner: AccountId, counter: bool) -> Self {
        let (answers, filled) = (Answers::new(), Filled::new());
        let saved = Autosave::new(draft, owner);
        let key = RwSignal::new(None);
        let entry = Self {
            answers,
            filled,
            errors: FormErrors::new(ORDER),
            saved,
            busy: RwSignal::new(false),
            problem: RwSignal::new(None),
            done: RwSignal::new(None),
            begun: RwSignal::new(0),
            key,
            counter,
            original_seen: RwSignal::new(false),
            last_premises: Autosave::new("premises", owner),
            just: expect_context(),
            session: session(),
        };
        entry.usual();
        let kept = saved.kept().and_then(|json| serde_json::from_str::<Draft>(&json).ok());
        if let Some(draft) = kept {
            draft.restore(answers, filled);
            key.set(draft.key);
        }
        saved.follow(Signal::derive(move || {
            Draft::of(answers, filled, key.get()).and_then(|draft| serde_json::to_string(&draft).ok())
        }));
        entry
    }

    /// The answers that most guests have.
    fn usual(self) {
        let Self { answers, filled, .. } = self;
        filled.fill(at::KIND, answers.kind, Source::Usual, "passport");
        filled.fill(at::MOVED, answers.moved, Source::Usual, "no");
        filled.fill(at::HAS_VISA, answers.has_visa, Source::Usual, "no");
        // What the service writes in where nothing is said: most guests read neither Azerbaijani nor Russian.
        filled.fill(at::LANGUAGE, answers.language, Source::Usual, "en");
        if answers.arrived_at_address.with_untracked(String::is_empty) {
            let today = untrack(clock::today).to_string();
            filled.fill(at::ARRIVED_AT_ADDRESS, answers.arrived_at_address, Source::Today, &today);
        }
    }

    /// The address of the last guest, or the only one there is.
    pub fn suggest_premises(self, choices: &[String]) {
        if !self.answers.premises.with_untracked(String::is_empty) {
            return;
        }
        let last = self.last_premises.kept().filter(|last| choices.contains(last));
        let only = choices.first().filter(|_| choices.len() == 1).cloned();
        if let Some(id) = last.or(only) {
            let source = if choices.len() == 1 { Source::Usual } else { Source::LastUsed };
            self.filled.fill(at::PREMISES, self.answers.premises, source, &id);
        }
    }

    /// A new registration is asked for, or everything that needs correcting is shown. Take it in the body of a component.
    pub fn sender(self) -> impl Fn(After) + Clone + Send + Sync + 'static {
        let go = place::goer();
        move |after| {
            if self.busy.get_untracked() {
                return;
            }
            let unseen = (self.counter && !self.original_seen.get_untracked())
                .then(|| FieldError::new(at::ORIGINAL_SEEN, "counter_original"));
            let mut form = match (form::registration(self.answers, self.filled), unseen) {
                (Ok(form), None) => form,
                (read, unseen) => {
                    let errors = read.err().into_iter().flatten().chain(unseen);
                    self.errors.refuse(errors.collect());
                    return;
                }
            };
            form.original_seen = self.counter.then_some(true);
            self.errors.clear();
            self.problem.set(None);
            self.busy.set(true);
            let key = self.key.get_untracked().unwrap_or_else(client::fresh_key);
            // Kept before it is sent: a lost answer is asked for again under the same key.
            self.key.set(Some(key));
            let go = go.clone();
            spawn_local(async move {
                let answer = client::registrations::create(&form, key).await;
                let _ = self.busy.try_set(false);
                match answer {
                    Ok(view) => self.accepted(view, after, &go),
                    Err(problem) => self.refused(problem),
                }
            });
        }
    }

    fn accepted(self, view: RegistrationView, after: After, go: &impl Fn(&str)) {
        let _ = self.key.try_set(None);
        if !self.counter {
            self.last_premises.keep(&view.premises.to_string());
        }
        self.session.reload();
        let id = view.id;
        match after {
            After::Receipt => {
                self.clear();
                if !self.counter {
                    self.just.keep(view);
                }
                go(&self.receipt(id));
            }
            After::NextGuest => {
                let name = words::name(&view.guest.surname, &view.guest.given_names);
                let _ = self.done.try_set(Some(Done { id, name, number: view.number }));
                self.next_guest();
            }
        }
    }

    /// Where the receipt of a registration is shown and printed.
    pub fn receipt(self, id: RegistrationId) -> String {
        if self.counter { format!("/desk/registrations/{id}") } else { format!("/host/guests/{id}/receipt") }
    }

    fn refused(self, problem: Problem) {
        // The first try was accepted and only its answer was lost; what was changed since is another registration.
        if problem.code == "key_reused" {
            let _ = self.key.try_set(None);
        }
        if problem.status == 401 {
            self.session.reload();
        }
        if !self.errors.take(&problem) {
            let _ = self.problem.try_set(Some(problem));
        }
    }

    /// The next of a group: days and place of the one before, to be checked.
    fn next_guest(self) {
        let Answers { arrived_in_country, arrived_at_address, until, premises, moved, .. } = self.answers;
        let carried = [
            (at::ARRIVED_IN_COUNTRY, arrived_in_country),
            (at::ARRIVED_AT_ADDRESS, arrived_at_address),
            (at::UNTIL, until),
            (at::PREMISES, premises),
            (at::MOVED, moved),
        ]
        .map(|(at, answer)| (at, answer, answer.get_untracked()));
        self.clear();
        for (at, answer, value) in carried {
            let source = if at == at::MOVED { Source::Usual } else { Source::Previous };
            self.filled.fill(at, answer, source, &value);
        }
    }

    /// An empty form; nothing of it stays on the device.
    pub fn clear(self) {
        for (_, answer) in self.answers.all() {
            answer.set(String::new());
        }
        self.filled.clear();
        self.errors.clear();
        self.problem.set(None);
        self.key.set(None);
        self.original_seen.set(false);
        self.usual();
        self.saved.forget();
        self.begun.update(|begun| *begun += 1);
    }
}
