//! Addresses: `/{language}/{part}/{rest}`; paths are the same in all languages, so a link survives the switch.
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};
use shared::identity::Language;

use crate::{
    i18n,
    root::{at_root, everywhere},
};

/// A part of the page; all but the public one are downloaded when they are first opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Public,
    Host,
    Desk,
    Admin,
    Account,
    My,
}

/// Where the reader is, without the language: switching it leaves the place equal and nothing is drawn anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub part: Part,
    /// What follows the part: `/az/host/guests/1` gives `guests`, `1`.
    pub rest: Vec<String>,
}

impl Place {
    /// Reads the path of an address.
    pub fn read(path: &str) -> Self {
        let mut rest: Vec<String> =
            path.split('/').filter(|segment| !segment.is_empty()).skip(1).map(str::to_owned).collect();
        let part = match rest.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            ["host", ..] => Part::Host,
            ["desk", ..] => Part::Desk,
            ["admin", ..] => Part::Admin,
            ["my", "account", ..] => Part::Account,
            ["my", ..] => Part::My,
            _ => Part::Public,
        };
        let skipped = match part {
            Part::Public => 0,
            Part::Account => 2,
            Part::Host | Part::Desk | Part::Admin | Part::My => 1,
        };
        rest.drain(..skipped);
        Self { part, rest }
    }

    /// The path after the part as a slice that `match` can take apart.
    pub fn segments(&self) -> Vec<&str> {
        self.rest.iter().map(String::as_str).collect()
    }
}

/// The language that an address begins with.
pub fn language_of(path: &str) -> Option<Language> {
    path.split('/').find(|segment| !segment.is_empty())?.parse().ok()
}

/// `/az/host/guests` as `/host/guests`.
fn without_language(path: &str) -> Option<String> {
    let (_, rest) = path.trim_start_matches('/').split_once('/')?;
    Some(format!("/{rest}"))
}

/// The place of this page, a context of the application.
#[derive(Debug, Clone, Copy)]
pub struct CurrentPlace {
    place: Memo<Place>,
    followed: Followed,
    /// The last address that needs an account, without its language.
    wanted: StoredValue<Option<String>>,
}

/// Whether another page was just left for this one: its heading then takes the focus, once.
#[derive(Debug, Clone, Copy)]
pub struct Followed(StoredValue<bool>);

impl Followed {
    /// True once after each change of place.
    pub fn take(self) -> bool {
        self.0.try_update_value(std::mem::take).unwrap_or_default()
    }
}

impl CurrentPlace {
    /// Follows the address from here on.
    pub fn provide() {
        let path = use_location().pathname;
        let followed = Followed(StoredValue::new(false));
        let wanted = StoredValue::new(None);
        let place = Memo::new(move |before: Option<&Place>| {
            let place = Place::read(&path.get());
            if before.is_some_and(|before| *before != place) {
                followed.0.set_value(true);
            }
            if place.part != Part::Public {
                wanted.set_value(without_language(&path.get_untracked()));
            }
            place
        });
        provide_context(Self { place, followed, wanted });
    }
}

/// Where the reader is; tracked.
pub fn here() -> Memo<Place> {
    everywhere::<CurrentPlace>().place
}

/// Where the reader is, as long as it is within; the last such place afterwards. Whoever draws pages by the address
/// takes this one: a page of elsewhere is not drawn by those who are about to be taken away for it. Tracked.
pub fn within(fits: impl Fn(&Place) -> bool + Send + Sync + 'static) -> Memo<Place> {
    let here = here();
    Memo::new(move |before: Option<&Place>| {
        here.with(|here| match before {
            Some(before) if !fits(here) => before.clone(),
            _ => here.clone(),
        })
    })
}

/// `within` one part.
pub fn part(part: Part) -> Memo<Place> {
    within(move |place| place.part == part)
}

/// The page that asked to sign in first, once.
pub fn take_wanted() -> Option<String> {
    everywhere::<CurrentPlace>().wanted.try_update_value(Option::take).flatten()
}

/// Has another page been left for this one?
pub fn followed() -> Followed {
    everywhere::<CurrentPlace>().followed
}

/// Puts the language before an address of ours: `href("/host/guests")`; tracked.
pub fn href(path: &str) -> String {
    format!("/{}{path}", i18n::language())
}

/// An address of ours in a view, in the language of the page: `<a href=way("/help")>`. One type for all of them.
pub fn way(path: &'static str) -> impl Fn() -> String + Copy + Send + Sync + 'static {
    move || href(path)
}

/// A function that goes to an address of ours.
pub fn goer() -> impl Fn(&str) + Clone + Send + Sync + 'static {
    let navigate = at_root(use_navigate);
    let texts = i18n::texts();
    move |path: &str| {
        navigate(&format!("/{}{path}", texts.now().lang()), NavigateOptions::default());
    }
}

/// The same address in another language, with its query and fragment.
pub fn in_language(language: Language) -> String {
    let location = at_root(use_location);
    let path = location.pathname.get();
    let rest = path.trim_start_matches('/').split_once('/').map_or("", |(_, rest)| rest);
    format!("/{language}/{rest}{}{}", location.search.get(), location.hash.get())
}

/// The address of the page gets this fragment, without a step in the history and without the router.
pub fn keep_fragment(fragment: &str) {
    if let Ok(history) = window().history() {
        let state = history.state().unwrap_or_default();
        let _ = history.replace_state_with_url(&state, "", Some(fragment));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_does_not_change_the_place() {
        assert_eq!(Place::read("/az/host/guests/1"), Place::read("/ru/host/guests/1"));
    }

    #[test]
    fn the_part_is_read_from_the_address() {
        assert_eq!(Place::read("/en/desk/"), Place { part: Part::Desk, rest: vec![] });
        assert_eq!(Place::read("/en/my/account/sessions").rest, ["sessions"]);
        assert_eq!(
            Place::read("/en/my/access-log"),
            Place { part: Part::My, rest: vec!["access-log".into()] }
        );
        assert_eq!(Place::read("/en/help/errors/stale").segments(), ["help", "errors", "stale"]);
        assert_eq!(Place::read("/"), Place { part: Part::Public, rest: vec![] });
    }
}
