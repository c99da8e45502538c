//! What the host typed: one signal an answer, known by the JSON pointer of what will be sent.
use std::collections::BTreeMap;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use shared::registrations::RegistrationView;
use uuid::Uuid;

macro_rules! answers {
    ($($(#[$doc:meta])* $name:ident $constant:ident = $at:literal,)*) => {
        /// The answers of a registration, each as it was typed.
        #[derive(Debug, Clone, Copy)]
        pub struct Answers {
            $($(#[$doc])* pub $name: RwSignal<String>,)*
        }

        /// Pointers of the answers.
        pub mod at {
            $(pub const $constant: &str = $at;)*
            /// A tick at the counter, no answer of a guest.
            pub const ORIGINAL_SEEN: &str = "/original_seen";
        }

        /// The pointers in the order of the page.
        pub const ORDER: &[&str] = &[$($at),*];

        impl Answers {
            pub fn new() -> Self {
                Self { $($name: RwSignal::new(String::new()),)* }
            }

            /// Pointers with their signals, in the order of the page.
            pub fn all(self) -> Vec<(&'static str, RwSignal<String>)> {
                vec![$(($at, self.$name)),*]
            }
        }
    };
}

answers! {
    mrz MRZ = "/guest/mrz",
    surname SURNAME = "/guest/surname",
    given_names GIVEN_NAMES = "/guest/given_names",
    citizenship CITIZENSHIP = "/guest/citizenship",
    birth_date BIRTH_DATE = "/guest/birth_date",
    sex SEX = "/guest/sex",
    /// `passport`, `travel_document` or `identity_card`.
    kind KIND = "/guest/document/kind",
    number NUMBER = "/guest/document/number",
    expires_on EXPIRES_ON = "/guest/document/expires_on",
    issuer ISSUER = "/guest/document/issuer",
    arrived_in_country ARRIVED_IN_COUNTRY = "/arrived_in_country",
    arrived_at_address ARRIVED_AT_ADDRESS = "/arrived_at_address",
    until UNTIL = "/until",
    room ROOM = "/room",
    premises PREMISES = "/premises",
    /// `yes` or `no`.
    moved MOVED = "/moved",
    /// `yes` or `no`.
    has_visa HAS_VISA = "/visa",
    visa_number VISA_NUMBER = "/visa/number",
    visa_until VISA_UNTIL = "/visa/stay_until",
    /// The visa's own lines, once they were read.
    visa_mrz VISA_MRZ = "/visa/mrz",
    contact CONTACT = "/contact",
    /// Of the guest's own messages: `az`, `en` or `ru`.
    language LANGUAGE = "/language",
}

/// Where an answer came from that nobody typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    Mrz,
    /// The guest before, of the same group.
    Previous,
    LastUsed,
    /// The guest stayed here before.
    LastStay,
    Today,
    /// The issuer follows the citizenship.
    Citizenship,
    /// The usual answer, shown as chosen.
    Usual,
}

impl Source {
    /// Key of the words beside the field; the usual answer needs none.
    pub const fn text(self) -> Option<&'static str> {
        match self {
            Self::Mrz => Some("host-from-mrz"),
            Self::Previous => Some("host-from-previous"),
            Self::LastUsed => Some("host-from-last"),
            Self::LastStay => Some("host-from-last-stay"),
            Self::Today => Some("host-from-today"),
            Self::Citizenship => Some("host-from-citizenship"),
            Self::Usual => None,
        }
    }
}

/// What the register has of a guest, whichever stay it is.
pub fn of_guest(view: &RegistrationView) -> Vec<(&'static str, String)> {
    let (guest, document) = (&view.guest, &view.guest.document);
    vec![
        (at::SURNAME, guest.surname.clone()),
        (at::GIVEN_NAMES, guest.given_names.clone()),
        (at::CITIZENSHIP, guest.citizenship.clone()),
        (at::BIRTH_DATE, guest.birth_date.clone()),
        (at::SEX, guest.sex.to_string()),
        (at::KIND, document.kind.to_string()),
        (at::EXPIRES_ON, document.expires_on.clone()),
        (at::ISSUER, document.issuer.clone()),
        (at::CONTACT, view.contact.clone().unwrap_or_default()),
        (at::LANGUAGE, view.language.to_string()),
    ]
}

/// What the system filled in: the source holds while the answer is still what was filled.
#[derive(Debug, Clone, Copy)]
pub struct Filled(RwSignal<BTreeMap<String, (Source, String)>>);

impl Filled {
    pub fn new() -> Self {
        Self(RwSignal::default())
    }

    /// Fills an answer and remembers from where.
    pub fn fill(self, at: &str, answer: RwSignal<String>, source: Source, value: &str) {
        self.0.update(|filled| {
            filled.insert(at.to_owned(), (source, value.to_owned()));
        });
        if answer.with_untracked(|now| now != value) {
            answer.set(value.to_owned());
        }
    }

    /// Takes a filled answer back; one that was changed by hand stays.
    pub fn empty(self, at: &str, answer: RwSignal<String>) {
        if self.source_now(at, answer).is_some() {
            answer.set(String::new());
        }
    }

    /// Where the answer came from, while it is as it was filled; tracked.
    pub fn source(self, at: &str, answer: RwSignal<String>) -> Option<Source> {
        let (source, value) = self.0.with(|filled| filled.get(at).cloned())?;
        answer.with(|now| *now == value).then_some(source)
    }

    /// The same, not tracked.
    pub fn source_now(self, at: &str, answer: RwSignal<String>) -> Option<Source> {
        untrack(|| self.source(at, answer))
    }

    /// Typed, or changed after it was filled; not tracked.
    pub fn by_hand(self, at: &str, answer: RwSignal<String>) -> bool {
        answer.with_untracked(|now| !now.is_empty()) && self.source_now(at, answer).is_none()
    }

    pub fn clear(self) {
        self.0.set(BTreeMap::new());
    }
}

/// What is kept on this device until the registration has been accepted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    answers: BTreeMap<String, String>,
    filled: BTreeMap<String, (Source, String)>,
    /// Sent with every try of this registration, so that two tries make one registration.
    pub key: Option<Uuid>,
}

impl Draft {
    /// The draft of a form; `None` when nothing was typed. Tracked.
    pub fn of(answers: Answers, filled: Filled, key: Option<Uuid>) -> Option<Self> {
        let answers: BTreeMap<String, String> = answers
            .all()
            .into_iter()
            .filter_map(|(at, answer)| {
                answer.with(|text| (!text.is_empty()).then(|| (at.to_owned(), text.clone())))
            })
            .collect();
        let filled = filled.0.get();
        let typed = answers.iter().any(|(at, text)| match filled.get(at) {
            Some((Source::Mrz, _)) | None => true,
            Some((_, value)) => value != text,
        });
        typed.then_some(Self { answers, filled, key })
    }

    /// Puts the answers back where they were.
    pub fn restore(&self, answers: Answers, filled: Filled) {
        filled.0.set(self.filled.clone());
        for (at, answer) in answers.all() {
            if let Some(text) = self.answers.get(at) {
                answer.set(text.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_comes_back_as_it_was() {
        let owner = Owner::new();
        owner.with(|| {
            let (answers, filled) = (Answers::new(), Filled::new());
            assert_eq!(Draft::of(answers, filled, None), None);
            answers.surname.set("YILMAZ".into());
            filled.fill(at::NUMBER, answers.number, Source::Mrz, "U21457893");
            let json = serde_json::to_string(&Draft::of(answers, filled, None).unwrap()).unwrap();

            let (again, filled) = (Answers::new(), Filled::new());
            serde_json::from_str::<Draft>(&json).unwrap().restore(again, filled);
            assert_eq!(again.surname.get_untracked(), "YILMAZ");
            assert_eq!(filled.source_now(at::NUMBER, again.number), Some(Source::Mrz));
            assert!(filled.by_hand(at::SURNAME, again.surname));
        });
    }

    #[test]
    fn a_filled_answer_loses_its_source_when_it_is_changed() {
        let owner = Owner::new();
        owner.with(|| {
            let (answers, filled) = (Answers::new(), Filled::new());
            filled.fill(at::SURNAME, answers.surname, Source::Mrz, "YILMAZ");
            answers.surname.set("YILDIZ".into());
            assert!(filled.by_hand(at::SURNAME, answers.surname));
            filled.empty(at::SURNAME, answers.surname);
            assert_eq!(answers.surname.get_untracked(), "YILDIZ");
        });
    }
}
