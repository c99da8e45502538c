//! What may be registered, until when it is in time, and who may change what (Migration Code 21).
use super::LONGEST_LIFE;
use chrono::{Datelike, NaiveDate};
use shared::{
    law::{Answer, Deadline, Facts, Service},
    premises::{PremisesAction, PremisesState},
    refusal::Refusal,
    registrations::{RegistrationAction, RegistrationState},
};

/// The dates of a registration, all of them days that exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dates {
    pub born: NaiveDate,
    pub document_ends: NaiveDate,
    pub arrived_in_country: NaiveDate,
    pub arrived_at_address: NaiveDate,
    pub until: NaiveDate,
    pub visa_until: Option<NaiveDate>,
    /// The last day of the stay as a decision of the Service extended it.
    pub extended_until: Option<NaiveDate>,
}

/// What the law is asked with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay<'a> {
    pub citizenship: &'a str,
    pub moved: bool,
    pub dates: Dates,
}

/// A field and why it cannot stand; the day is shown in the message.
pub type Wrong = (&'static str, &'static str, Option<NaiveDate>);

/// Dates that contradict each other or today (C4), all at once.
pub fn contradictions(dates: &Dates, today: NaiveDate) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    let mut say = |when: bool, field, code, day| {
        if when {
            wrong.push((field, code, day));
        }
    };
    let Dates { born, document_ends, arrived_in_country, arrived_at_address, until, visa_until, .. } = *dates;
    say(born > arrived_in_country, "/guest/birth_date", "birth_after_arrival", None);
    say(born.year() < arrived_in_country.year() - LONGEST_LIFE, "/guest/birth_date", "birth_too_early", None);
    say(
        document_ends < arrived_in_country,
        "/guest/document/expires_on",
        "document_expired",
        Some(document_ends),
    );
    say(arrived_in_country > today, "/arrived_in_country", "arrival_in_future", Some(arrived_in_country));
    say(arrived_at_address > today, "/arrived_at_address", "arrival_in_future", Some(arrived_at_address));
    say(
        arrived_at_address < arrived_in_country,
        "/arrived_at_address",
        "address_before_country",
        Some(arrived_in_country),
    );
    say(until < arrived_at_address, "/until", "until_before_arrival", Some(arrived_at_address));
    say(
        visa_until.is_some_and(|visa| visa < arrived_in_country),
        "/visa/stay_until",
        "visa_before_arrival",
        Some(arrived_in_country),
    );
    wrong
}

/// The facts as the law knows them.
pub fn facts(stay: &Stay<'_>) -> Facts {
    let dates = &stay.dates;
    Facts::new()
        .with("citizenship", stay.citizenship)
        .with("arrived_in_country", dates.arrived_in_country)
        .with("arrived_at_address", dates.arrived_at_address)
        .with("moved", stay.moved)
        .with("has_visa", dates.visa_until.is_some())
        .with("visa_stay_until", dates.visa_until)
        .with("stay_extended_until", dates.extended_until)
}

/// What the law says of a stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    pub deadline: Deadline,
    pub late_days: i64,
    /// MC 21.5
    pub latest_until: NaiveDate,
    pub trace: String,
    pub engine: u32,
}

/// Judges a stay by the law in force on the day of receipt. `None` when the law cannot tell: facts are missing.
pub fn judge(service: &Service, stay: &Stay<'_>, received_on: NaiveDate) -> Option<Judged> {
    let facts = facts(stay);
    let deadline = service.deadline("register", &facts, received_on);
    let valid = service.valid_until(&facts, received_on);
    let (Answer::Known(found), Answer::Known(latest_until)) = (&deadline.answer, &valid.answer) else {
        return None;
    };
    Some(Judged {
        late_days: (received_on - found.last_day).num_days().max(0),
        latest_until: *latest_until,
        trace: deadline.trace.digest().ok()?,
        engine: deadline.trace.engine,
        deadline: found.clone(),
    })
}

/// A decision extends what was allowed before, but not without end. `None` when the law cannot tell.
pub fn extends(
    service: &Service,
    allowed_until: NaiveDate,
    extended_until: NaiveDate,
    today: NaiveDate,
) -> Option<Option<Wrong>> {
    let asked = Facts::new().with("allowed_until", allowed_until);
    let Answer::Known(most) = service.deadline("extended_at_most", &asked, today).answer else { return None };
    let at = "/decision/stay_until";
    Some(if extended_until <= allowed_until {
        Some((at, "extension_adds_nothing", Some(allowed_until)))
    } else if extended_until > most.last_day {
        Some((at, "extension_too_long", Some(most.last_day)))
    } else {
        None
    })
}

/// Who moves to another flat of the same owner is not registered anew (MC 21.9). `None` when the law cannot tell.
pub fn moves_within(service: &Service, stay: &Stay<'_>, today: NaiveDate) -> Option<bool> {
    let facts = facts(&Stay { moved: true, ..stay.clone() }).with("same_owner", true);
    match service.required(&facts, today).answer {
        Answer::Known(required) => Some(!required),
        Answer::Unknown { .. } => None,
    }
}

/// All that a change reads of a registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facets {
    pub state: RegistrationState,
    pub closed: bool,
    pub from: NaiveDate,
    pub until: NaiveDate,
    /// Asked by the host itself or its program.
    pub own: bool,
}

/// In force on a day: computed, never stored.
pub fn in_force(facets: &Facets, on: NaiveDate) -> bool {
    facets.state != RegistrationState::Annulled && facets.from <= on && on <= facets.until
}

/// The guest leaves; only while nobody has closed the registration.
pub fn depart(facets: &Facets) -> Result<(), Refusal> {
    if facets.closed { Err(Refusal::RegistrationClosed) } else { Ok(()) }
}

/// What was written wrongly can be corrected until it is closed.
pub fn correct(facets: &Facets) -> Result<(), Refusal> {
    depart(facets)
}

/// What is kept of a stay that is over can still be wrong; of one that never was nothing is put right.
pub fn correct_as_asked(facets: &Facets) -> Result<(), Refusal> {
    if facets.state == RegistrationState::Annulled { Err(Refusal::RegistrationClosed) } else { Ok(()) }
}

/// A registration whose time ran out is not made to run again: a guest who is still here is registered anew.
pub fn prolong(facets: &Facets, today: NaiveDate, over: bool) -> Result<(), Refusal> {
    if facets.until < today && !over { Err(Refusal::RegistrationClosed) } else { Ok(()) }
}

/// The guest stays longer or moves: only while the registration runs.
pub fn go_on(facets: &Facets, today: NaiveDate) -> Result<(), Refusal> {
    correct(facets)?;
    prolong(facets, today, false)
}

/// A guest who never came: also after the days have passed, but not what was closed otherwise.
pub fn annul(facets: &Facets) -> Result<(), Refusal> {
    depart(facets)
}

/// What the reader may do now: the same rules, asked in advance.
pub fn actions(facets: &Facets, today: NaiveDate) -> Vec<RegistrationAction> {
    if !facets.own {
        return Vec::new();
    }
    let over = today > facets.until;
    let asked = [
        (RegistrationAction::Depart, depart(facets).is_ok() && !over),
        (RegistrationAction::Extend, go_on(facets, today).is_ok()),
        (RegistrationAction::Move, go_on(facets, today).is_ok()),
        (RegistrationAction::Correct, correct(facets).is_ok()),
        (RegistrationAction::Annul, annul(facets).is_ok()),
    ];
    asked.into_iter().filter_map(|(action, open)| open.then_some(action)).collect()
}

/// Guests are registered also at an address that nobody has confirmed yet, but not at one that was rejected.
pub fn receive_guests(state: PremisesState) -> Result<(), Refusal> {
    if state == PremisesState::Rejected { Err(Refusal::PremisesRejected) } else { Ok(()) }
}

/// Whoever stands at the counter has shown the original; a host says nothing of it.
pub fn original_seen(counter: bool, seen: Option<bool>) -> Result<(), &'static str> {
    match (counter, seen) {
        (true, Some(true)) | (false, None) => Ok(()),
        (true, _) => Err("counter_original"),
        (false, Some(_)) => Err("counter_only"),
    }
}

/// An address is decided once.
pub fn decide_premises(state: PremisesState) -> Result<(), Refusal> {
    if state == PremisesState::Requested { Ok(()) } else { Err(Refusal::PremisesDecided) }
}

/// What the reader may do with an address.
pub fn premises_actions(state: PremisesState, host: bool) -> Vec<PremisesAction> {
    if host {
        return receive_guests(state).map_or_else(|_| Vec::new(), |()| vec![PremisesAction::Register]);
    }
    decide_premises(state)
        .map_or_else(|_| Vec::new(), |()| vec![PremisesAction::Confirm, PremisesAction::Reject])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn dates() -> Dates {
        Dates {
            born: day("1988-03-12"),
            document_ends: day("2031-06-14"),
            arrived_in_country: day("2026-11-19"),
            arrived_at_address: day("2026-11-23"),
            until: day("2026-11-30"),
            visa_until: None,
            extended_until: None,
        }
    }

    fn law() -> &'static Service {
        shared::law::Edition::first().service("registration_stay").unwrap()
    }

    fn last_day(citizenship: &str, moved: bool) -> NaiveDate {
        let stay = Stay { citizenship, moved, dates: dates() };
        judge(law(), &stay, day("2026-11-23")).unwrap().deadline.last_day
    }

    #[test]
    fn a_turkish_guest_is_registered_within_fifteen_days() {
        assert_eq!(last_day("TUR", false), day("2026-12-04"));
    }

    #[test]
    fn a_guest_from_kazakhstan_has_thirty_days() {
        // 19 December 2026 is a Saturday: the last day rolls on to Monday.
        assert_eq!(last_day("KAZ", false), day("2026-12-21"));
    }

    #[test]
    fn after_a_move_five_working_days_count() {
        assert_eq!(last_day("TUR", true), day("2026-11-30"));
    }

    #[test]
    fn late_is_recorded_and_not_refused() {
        let stay = Stay { citizenship: "TUR", moved: false, dates: dates() };
        assert_eq!(judge(law(), &stay, day("2026-12-07")).unwrap().late_days, 3);
    }

    #[test]
    fn visa_free_ninety_days_and_a_visa_its_own_last_day() {
        let mut stay = Stay { citizenship: "TUR", moved: false, dates: dates() };
        assert_eq!(judge(law(), &stay, day("2026-11-23")).unwrap().latest_until, day("2027-02-17"));
        stay.dates.visa_until = Some(day("2026-12-18"));
        assert_eq!(judge(law(), &stay, day("2026-11-23")).unwrap().latest_until, day("2026-12-18"));
    }

    #[test]
    fn a_decision_extends_the_stay_by_sixty_days_at_most() {
        let told = |until| extends(law(), day("2026-12-18"), day(until), day("2026-12-01")).unwrap();
        let at = "/decision/stay_until";
        assert_eq!(told("2026-12-18"), Some((at, "extension_adds_nothing", Some(day("2026-12-18")))));
        assert_eq!(told("2027-02-16"), None);
        assert_eq!(told("2027-02-17"), Some((at, "extension_too_long", Some(day("2027-02-16")))));
        let mut stay = Stay { citizenship: "TUR", moved: false, dates: dates() };
        stay.dates.extended_until = Some(day("2027-03-01"));
        assert_eq!(judge(law(), &stay, day("2026-11-23")).unwrap().latest_until, day("2027-03-01"));
    }

    #[test]
    fn a_move_within_the_flats_of_one_owner_is_no_new_registration() {
        let stay = Stay { citizenship: "TUR", moved: false, dates: dates() };
        assert_eq!(moves_within(law(), &stay, day("2026-11-23")), Some(true));
    }

    #[test]
    fn contradictions_are_told_all_at_once() {
        let wrong = Dates {
            born: day("2026-12-01"),
            document_ends: day("2026-01-01"),
            arrived_in_country: day("2026-11-24"),
            arrived_at_address: day("2026-11-20"),
            until: day("2026-11-19"),
            visa_until: Some(day("2026-11-01")),
            extended_until: None,
        };
        let codes: Vec<_> =
            contradictions(&wrong, day("2026-11-23")).into_iter().map(|(_, code, _)| code).collect();
        assert_eq!(
            codes,
            [
                "birth_after_arrival",
                "document_expired",
                "arrival_in_future",
                "address_before_country",
                "until_before_arrival",
                "visa_before_arrival"
            ]
        );
        assert!(contradictions(&dates(), day("2026-11-23")).is_empty());
    }

    #[test]
    fn in_force_is_computed_from_the_dates() {
        let facets = Facets {
            state: RegistrationState::Registered,
            closed: false,
            from: day("2026-11-23"),
            until: day("2026-11-30"),
            own: true,
        };
        assert!(in_force(&facets, day("2026-11-30")));
        assert!(!in_force(&facets, day("2026-12-01")));
        assert!(!in_force(&Facets { state: RegistrationState::Annulled, ..facets }, day("2026-11-25")));
        assert_eq!(
            actions(&facets, day("2026-12-01")),
            [RegistrationAction::Correct, RegistrationAction::Annul]
        );
        assert_eq!(depart(&Facets { closed: true, ..facets }), Err(Refusal::RegistrationClosed));
    }

    #[test]
    fn an_address_is_decided_once() {
        assert_eq!(decide_premises(PremisesState::Confirmed), Err(Refusal::PremisesDecided));
        assert_eq!(receive_guests(PremisesState::Rejected), Err(Refusal::PremisesRejected));
        assert!(receive_guests(PremisesState::Requested).is_ok());
    }
}
