//! Registrations as they travel.
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use shared::{
    dates,
    ids::EventId,
    premises::{Address, HostView},
    registrations::{
        FieldChange, Guest, LegalTerm, NoticeCheck, RegistrationEvent, RegistrationEventKind,
        RegistrationRow, RegistrationState, RegistrationView, SignedNotice, StayDecision, TravelDocument,
        Visa,
    },
};

use super::{
    journal_store::EventRow,
    lists_store::LineRow,
    rules::{self, Facets},
    store::{DocumentRow, NoticeRow, Row},
};

/// What rules read of a row.
pub fn facets(row: &Row, own: bool) -> Facets {
    Facets {
        state: row.state,
        closed: row.state != RegistrationState::Registered,
        from: row.from_day,
        until: row.until_day,
        own,
    }
}

fn address(row: &Row) -> Address {
    Address {
        district: row.district.clone(),
        settlement: row.settlement.clone(),
        street: row.street.clone(),
        house: row.house.clone(),
        flat: row.flat.clone(),
    }
}

/// One line of a list.
pub fn line(row: LineRow, own: bool, today: NaiveDate) -> RegistrationRow {
    let facets = Facets {
        state: row.state,
        closed: row.state != RegistrationState::Registered,
        from: row.from_day,
        until: row.until_day,
        own,
    };
    RegistrationRow {
        address: Address {
            district: row.district,
            settlement: row.settlement,
            street: row.street,
            house: row.house,
            flat: row.flat,
        },
        in_force: rules::in_force(&facets, today),
        actions: rules::actions(&facets, today),
        id: row.id,
        number: row.number,
        surname: row.surname,
        given_names: row.given_names,
        citizenship: row.citizenship,
        document_number: row.document_number,
        room: row.room,
        from: row.from_day,
        until: row.until_day,
        state: row.state,
        late_days: row.late_days,
        premises: row.premises,
        premises_state: row.premises_state,
        host: row.host_name,
        registered_at: row.registered_at,
        version: row.seq,
    }
}

/// The decision that extended the stay, where there is one.
pub fn decision(row: &Row) -> Option<StayDecision> {
    let decision = row.decision_number.clone().zip(row.decision_until);
    decision.map(|(number, until)| StayDecision { number, stay_until: until.to_string() })
}

/// The guest as written now.
pub fn guest(row: &Row, document: &DocumentRow) -> Guest {
    Guest {
        surname: row.surname.clone(),
        given_names: row.given_names.clone(),
        sex: document.sex,
        birth_date: document.birth_date.to_string(),
        citizenship: row.citizenship.clone(),
        document: TravelDocument {
            kind: document.kind,
            issuer: document.issuer.clone(),
            number: row.document_number.clone(),
            expires_on: document.expires_on.to_string(),
        },
        mrz: document.mrz.clone(),
    }
}

/// The visa, where the guest has one.
pub fn visa(row: &Row) -> Option<Visa> {
    let visa = row.visa_number.clone().zip(row.visa_until);
    visa.map(|(number, until)| Visa { number, stay_until: until.to_string(), mrz: None })
}

pub fn events(rows: Vec<EventRow>, changes: &[(EventId, FieldChange)]) -> Vec<RegistrationEvent> {
    let event = |row: EventRow| {
        let payload: serde_json::Value = serde_json::from_str(&row.payload).unwrap_or_default();
        let text = |name: &str| payload.get(name).and_then(serde_json::Value::as_str);
        let shortened = text("until_before").zip(text("until")).map(|(old, new)| FieldChange {
            field: "until".into(),
            old: old.into(),
            new: new.into(),
        });
        let corrected =
            changes.iter().filter(|(event, _)| *event == row.id).map(|(_, change)| change.clone());
        RegistrationEvent {
            seq: row.seq,
            kind: row.kind,
            at: row.at,
            by: row.role.clone(),
            changes: corrected.chain(shortened).collect(),
            reason: text("reason").map(str::to_owned),
            on: text("on").and_then(|day| day.parse().ok()),
        }
    };
    rows.into_iter().map(event).collect()
}

/// The whole registration; its QR is signed by the caller.
pub fn whole(
    row: Row,
    document: &DocumentRow,
    events: Vec<RegistrationEvent>,
    own: bool,
    today: NaiveDate,
) -> RegistrationView {
    let facets = facets(&row, own);
    RegistrationView {
        guest: guest(&row, document),
        address: address(&row),
        in_force: rules::in_force(&facets, today),
        actions: rules::actions(&facets, today),
        visa: visa(&row),
        decision: decision(&row),
        host: HostView { name: row.host_name, fin: row.host_fin, voen: row.host_voen },
        term: LegalTerm {
            last_day: row.term_last_day,
            late_days: row.late_days,
            item: row.term_item,
            legal_basis: row.term_basis,
            edition: u32::try_from(row.edition).unwrap_or_default(),
            engine: u32::try_from(row.engine).unwrap_or_default(),
            trace: row.trace,
        },
        id: row.id,
        number: row.number,
        code: row.code,
        qr: String::new(),
        state: row.state,
        premises: row.premises,
        place: row.place,
        premises_state: row.premises_state,
        department: row.department,
        room: row.room,
        contact: row.contact,
        language: row.language,
        arrived_in_country: row.arrived_in_country,
        arrived_at_address: row.arrived_at_address,
        from: row.from_day,
        until: row.until_day,
        latest_until: row.latest_until,
        moved: row.moved,
        channel: row.channel,
        registered_at: row.registered_at,
        // One whose time ran out was closed by nobody.
        closed_at: row.closed_at.filter(|_| row.state != RegistrationState::Registered),
        events,
        version: row.seq,
    }
}

/// The same registration as it stood after event `seq`: later events are taken back one by one.
pub fn as_of(mut view: RegistrationView, seq: i64) -> RegistrationView {
    let later: Vec<RegistrationEvent> = view.events.iter().filter(|event| event.seq > seq).cloned().collect();
    view.events.retain(|event| event.seq <= seq);
    for event in later.iter().rev() {
        for change in &event.changes {
            take_back(&mut view, change);
        }
    }
    let closing = |event: &&RegistrationEvent| {
        !matches!(
            event.kind,
            RegistrationEventKind::Registered
                | RegistrationEventKind::Corrected
                | RegistrationEventKind::Extended
                | RegistrationEventKind::Moved
                | RegistrationEventKind::AddressConfirmed
                | RegistrationEventKind::Reinstated
        )
    };
    if later.iter().any(|event| closing(&event)) {
        view.state = RegistrationState::Registered;
        view.closed_at = None;
    }
    view.version = seq;
    view
}

fn take_back(view: &mut RegistrationView, change: &FieldChange) {
    let old = change.old.clone();
    let day = || old.parse::<NaiveDate>().ok();
    match change.field.as_str() {
        "surname" => view.guest.surname = old,
        "given_names" => view.guest.given_names = old,
        "birth_date" => view.guest.birth_date = old,
        "citizenship" => view.guest.citizenship = old,
        "document_number" => view.guest.document.number = old,
        "document_issuer" => view.guest.document.issuer = old,
        "document_expires_on" => view.guest.document.expires_on = old,
        "sex" => view.guest.sex = old.parse().unwrap_or(view.guest.sex),
        "document_kind" => view.guest.document.kind = old.parse().unwrap_or(view.guest.document.kind),
        "mrz" => view.guest.mrz = given(old),
        "visa_number" => take_back_visa(view, |visa| visa.number = old),
        "visa_until" => take_back_visa(view, |visa| visa.stay_until = old),
        "decision_number" => take_back_decision(view, |decision| decision.number = old),
        "decision_until" => take_back_decision(view, |decision| decision.stay_until = old),
        "moved" => view.moved = old.parse().unwrap_or(view.moved),
        "room" => view.room = given(old),
        "contact" => view.contact = given(old),
        "language" => view.language = old.parse().unwrap_or(view.language),
        "arrived_in_country" => view.arrived_in_country = day().unwrap_or(view.arrived_in_country),
        "arrived_at_address" => view.arrived_at_address = day().unwrap_or(view.arrived_at_address),
        "until" => view.until = day().unwrap_or(view.until),
        _ => {}
    }
}

/// Nothing is kept as an empty text.
fn given(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}

/// A visa comes and goes with both of its parts.
fn take_back_visa(view: &mut RegistrationView, put: impl FnOnce(&mut Visa)) {
    let none = Visa { number: String::new(), stay_until: String::new(), mrz: None };
    let mut visa = view.visa.take().unwrap_or(none);
    put(&mut visa);
    view.visa = Some(visa).filter(|visa| !(visa.number.is_empty() && visa.stay_until.is_empty()));
}

/// A decision, too, comes with both of its parts.
fn take_back_decision(view: &mut RegistrationView, put: impl FnOnce(&mut StayDecision)) {
    let none = StayDecision { number: String::new(), stay_until: String::new() };
    let mut decision = view.decision.take().unwrap_or(none);
    put(&mut decision);
    view.decision =
        Some(decision).filter(|decision| !(decision.number.is_empty() && decision.stay_until.is_empty()));
}

fn initials(surname: &str, given_names: &str) -> String {
    let first = |name: &str| name.chars().next().map(|letter| format!("{letter}."));
    [first(given_names), first(surname)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What the QR carries.
pub fn signed(view: &RegistrationView) -> Option<SignedNotice> {
    Some(SignedNotice {
        c: view.code.clone(),
        n: view.number.clone(),
        k: "rs".into(),
        f: view.from,
        t: view.until,
        i: initials(&view.guest.surname, &view.guest.given_names),
        y: dates::parse(&view.guest.birth_date)?.year(),
    })
}

/// Only what the paper itself shows.
pub fn check(row: &NoticeRow, today: NaiveDate, now: DateTime<Utc>) -> NoticeCheck {
    let facets =
        Facets { state: row.state, closed: false, from: row.from_day, until: row.until_day, own: false };
    NoticeCheck {
        number: row.number.clone(),
        state: row.state,
        in_force: rules::in_force(&facets, today),
        from: row.from_day,
        until: row.until_day,
        initials: initials(&row.surname, &row.given_names),
        birth_year: row.birth_date.year(),
        checked_at: now,
    }
}
