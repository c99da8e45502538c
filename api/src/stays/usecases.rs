//! A guest is registered, leaves, is corrected or never came.
use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use shared::{
    dates, fold,
    ids::{PersonId, RegistrationId},
    law::canonical,
    page::Page,
    permission::Role,
    registrations::{
        CorrectRegistration, Guest, NewRegistration, NoticeCheck, RegistrationCounts, RegistrationEvent,
        RegistrationEventKind, RegistrationRow, RegistrationView, SearchRegistrations, StayDecision, Visa,
    },
};

use super::{
    changes, journal_store as journal,
    lists_store::{self as lists, Cut, LineRow, Listing},
    premises, premises_store,
    receipt::{self, Passed, Received, term},
    rules::{self, Dates, Judged, Stay},
    search_store::{self, Wanted},
    store::{self, DocumentRow, Row, Scope},
    view,
};
use crate::{
    act::Tx,
    error::{ApiError, FieldError},
    http::{
        call::Actor,
        idempotency::{self, HexDigest, IdempotencyKey},
        query::After,
    },
    identity::usecases::Standing,
    keys::Use,
    law,
    registry::usecases::{Meant, Stated},
    state::{AppState, Reading},
    transparency::{self, Entry, Purpose, Subject},
};

/// What an actor may see: a host its own, an officer the department's, a person what is about them.
pub(super) fn scope(by: &Standing) -> Result<Scope, ApiError> {
    match by.role {
        Some(Role::Person) => by.person.map(Scope::Person).ok_or(ApiError::NotFound("registration")),
        Some(role) if role.is_staff() => Ok(Scope::Department(by.department()?.to_owned())),
        _ => Ok(Scope::Own(by.party()?)),
    }
}

/// Why somebody else's data are looked at; nobody asks why of one's own.
fn purpose(scope: &Scope) -> Option<Purpose> {
    match scope {
        Scope::Own(_) => Some(Purpose::OwnGuests),
        Scope::Department(_) => Some(Purpose::DepartmentWork),
        Scope::Person(_) => None,
    }
}

pub(super) fn subject(row: &Row) -> Subject {
    Subject { person: row.person, registration: Some(row.id) }
}

/// A day that `validate()` has seen.
pub(super) fn day(text: &str) -> Result<NaiveDate, ApiError> {
    dates::parse(text).ok_or_else(|| ApiError::broken("a date was not validated"))
}

/// Dates, machine-readable lines and the law, all faults at once.
pub(super) fn judge(
    guest: &Guest,
    (arrived_in_country, arrived_at_address, until): (&str, &str, &str),
    visa: Option<&Visa>,
    decision: Option<&StayDecision>,
    moved: bool,
    received_on: NaiveDate,
) -> Result<(Dates, Judged), ApiError> {
    let dates = Dates {
        born: day(&guest.birth_date)?,
        document_ends: day(&guest.document.expires_on)?,
        arrived_in_country: day(arrived_in_country)?,
        arrived_at_address: day(arrived_at_address)?,
        until: day(until)?,
        visa_until: visa.map(|visa| day(&visa.stay_until)).transpose()?,
        extended_until: decision.map(|decision| day(&decision.stay_until)).transpose()?,
    };
    let mut wrong: Vec<FieldError> = rules::contradictions(&dates, received_on)
        .into_iter()
        .map(|(pointer, code, day)| with_day(FieldError::new(pointer, code), day))
        .collect();
    if guest.citizenship == "AZE" {
        wrong.push(FieldError::new("/guest/citizenship", "own_citizen"));
    }
    wrong.extend(super::lines::disagreements(guest, visa, received_on));
    let stay = Stay { citizenship: &guest.citizenship, moved, dates };
    let judged = rules::judge(law::usecases::registration_stay()?, &stay, received_on);
    let judged = judged.ok_or_else(|| ApiError::broken("the law cannot tell the last day"))?;
    if dates.until > judged.latest_until {
        wrong.push(with_day(FieldError::new("/until", "until_too_late"), Some(judged.latest_until)));
    }
    if wrong.is_empty() { Ok((dates, judged)) } else { Err(ApiError::Invalid(wrong)) }
}

/// The day goes out as ISO; the message's own date argument prints it by language.
pub(super) fn with_day(error: FieldError, day: Option<NaiveDate>) -> FieldError {
    match day {
        Some(day) => error.with("date", day),
        None => error,
    }
}

pub(super) fn facts_json(guest: &Guest, moved: bool, dates: Dates) -> Result<String, ApiError> {
    let stay = Stay { citizenship: &guest.citizenship, moved, dates };
    canonical::to_string(&rules::facts(&stay)).map_err(ApiError::broken)
}

/// Registers a guest: in force from receipt (MC 21.4), whatever the registry knew before.
pub async fn register(
    state: &AppState,
    actor: &Actor,
    key: &IdempotencyKey,
    new: NewRegistration,
) -> Result<RegistrationView, ApiError> {
    let today = state.today();
    let hash = idempotency::request_hash(&new)?;
    let judged = judge(
        &new.guest,
        (&new.arrived_in_country, &new.arrived_at_address, &new.until),
        new.visa.as_ref(),
        None,
        new.moved,
        today,
    );
    state
        .act(actor, async |tx| {
            let id = RegistrationId(state.chance.id(tx.now));
            // Nearly every key is new: an old one is looked for when it, or anything else, stood in the way.
            if (tx.again || judged.is_err())
                && let Some(view) = done(tx, key, &hash).await?
            {
                return Ok(view);
            }
            // A refused request may be corrected under the same key: it is kept with the act only.
            let (dates, judged) = match &judged {
                Ok(judged) => judged.clone(),
                Err(ApiError::Invalid(fields)) => return Err(ApiError::Invalid(fields.clone())),
                Err(error) => return Err(ApiError::broken(error)),
            };
            match add(tx, id, &new, dates, &judged).await {
                Ok(view) => {
                    idempotency::keep(tx, key, &hash, id.0)?;
                    Ok(view)
                }
                // What stands in the way may have come of the very same request.
                Err(error @ (ApiError::Refused(_) | ApiError::Invalid(_))) => {
                    done(tx, key, &hash).await?.ok_or(error)
                }
                Err(error) => Err(error),
            }
        })
        .await
}

/// What an earlier request with this key came to, as it stood then.
async fn done(tx: &Tx, key: &IdempotencyKey, hash: &str) -> Result<Option<RegistrationView>, ApiError> {
    let Some(done) = idempotency::done(tx, key, hash).await? else { return Ok(None) };
    let id = RegistrationId(done.resource);
    let scope = scope(&tx.by)?;
    let row = store::find(tx, &scope, id).await?.ok_or(ApiError::NotFound("registration"))?;
    let own = matches!(scope, Scope::Own(_));
    let purpose = if own { Purpose::OwnGuests } else { Purpose::Counter };
    transparency::changed(tx, purpose, vec![subject(&row)]);
    let before = journal::premises_before(tx, id, done.seq).await?;
    let mut now = whole(&tx.state, tx, row, own, tx.state.today()).await?;
    if let Some(premises) = before {
        changes::take_back_move(tx, &mut now, premises).await?;
    }
    signed(&tx.state, as_of(now, done.seq)).map(Some)
}

/// As it stood after event `seq`: what was corrected since is taken back, and the law is asked anew.
fn as_of(now: RegistrationView, seq: i64) -> RegistrationView {
    let mut view = view::as_of(now, seq);
    let received_on = crate::clock::baku_day(view.registered_at);
    let [country, address, until] =
        [view.arrived_in_country, view.arrived_at_address, view.until].map(|day| day.to_string());
    let days = (country.as_str(), address.as_str(), until.as_str());
    let (visa, decision) = (view.visa.as_ref(), view.decision.as_ref());
    if let Ok((dates, judged)) = judge(&view.guest, days, visa, decision, view.moved, received_on) {
        (view.term.last_day, view.term.item, view.term.legal_basis) = term(&judged);
        (view.term.late_days, view.term.trace) = (judged.late_days, judged.trace);
        (view.from, view.latest_until) = (dates.arrived_at_address, judged.latest_until);
    }
    view
}

/// Writes a registration inside an act: person, row, event, access entry, message. What was written is drawn without
/// asking for it again.
async fn add(
    tx: &Tx,
    id: RegistrationId,
    new: &NewRegistration,
    dates: Dates,
    judged: &Judged,
) -> Result<RegistrationView, ApiError> {
    let scope = premises::scope(&tx.by)?;
    let counter = matches!(scope, premises_store::Scope::Department(_));
    rules::original_seen(counter, new.original_seen)
        .map_err(|code| ApiError::field("/original_seen", code))?;
    let stated = Stated::by(&new.guest, dates.born, dates.document_ends);
    let own = premises_store::own(tx, &scope, new.premises, &stated).await?;
    let (premises, known) = own.ok_or_else(|| ApiError::field("/premises", "premises_unknown"))?;
    rules::receive_guests(premises.state)?;
    let meant = Meant::by(&stated, &known);
    let passed = Passed { id, new, dates, judged, premises: &premises, stated: &stated, meant: &meant };
    let received = receipt::receive(tx, &[passed]).await?.pop();
    let received = received.ok_or_else(|| ApiError::broken("nothing was received"))??;
    let purpose = if counter { Purpose::Counter } else { Purpose::OwnGuests };
    transparency::changed(tx, purpose, vec![received.subject()]);
    let document = DocumentRow {
        sex: new.guest.sex,
        birth_date: dates.born,
        kind: new.guest.document.kind,
        issuer: new.guest.document.issuer.clone(),
        expires_on: dates.document_ends,
        mrz: super::lines::kept(&new.guest),
    };
    let Received { new, drawn, event } = received;
    let row = new.row(drawn, &premises, tx.now);
    drawn_up(&tx.state, row, &document, view::events(vec![event], &[]), !counter, tx.state.today())
}

/// The whole registration as the actor sees it, inside an act.
pub async fn shown(tx: &Tx, id: RegistrationId) -> Result<RegistrationView, ApiError> {
    let scope = scope(&tx.by)?;
    let row = store::find(tx, &scope, id).await?.ok_or(ApiError::NotFound("registration"))?;
    whole(&tx.state, tx, row, matches!(scope, Scope::Own(_)), tx.state.today()).await
}

async fn whole(
    state: &AppState,
    db: &impl sea_orm::ConnectionTrait,
    row: Row,
    own: bool,
    today: NaiveDate,
) -> Result<RegistrationView, ApiError> {
    let document = store::document(db, row.id).await?;
    let events = journal::events(db, row.id).await?;
    let with_texts = events.iter().any(|event| {
        matches!(
            event.kind,
            RegistrationEventKind::Corrected | RegistrationEventKind::Extended | RegistrationEventKind::Moved
        )
    });
    let changes = if with_texts { journal::changes(db, row.id).await? } else { Vec::new() };
    drawn_up(state, row, &document, view::events(events, &changes), own, today)
}

fn drawn_up(
    state: &AppState,
    row: Row,
    document: &DocumentRow,
    events: Vec<RegistrationEvent>,
    own: bool,
    today: NaiveDate,
) -> Result<RegistrationView, ApiError> {
    signed(state, view::whole(row, document, events, own, today))
}

/// With the signature that the QR carries: of what the view says, be it of today or of an earlier day.
fn signed(state: &AppState, mut view: RegistrationView) -> Result<RegistrationView, ApiError> {
    let notice = view::signed(&view).ok_or_else(|| ApiError::broken("a day of birth cannot be read"))?;
    let signed = state.keys.sign(Use::Document, "umis-notice", &notice)?;
    view.qr = format!("{}/az/check#{signed}", state.settings.public_url);
    Ok(view)
}

/// A registration, whole; the looking is logged before it leaves.
pub async fn show(state: &AppState, actor: &Actor, id: RegistrationId) -> Result<RegistrationView, ApiError> {
    let reading = state.read(actor).await?;
    let scope = scope(&reading.by)?;
    let row = store::find(&*reading, &scope, id).await?.ok_or(ApiError::NotFound("registration"))?;
    let subject = subject(&row);
    let view = whole(state, &*reading, row, matches!(scope, Scope::Own(_)), reading.today).await?;
    if let Some(purpose) = purpose(&scope) {
        transparency::seen(state, actor, &reading, purpose, vec![subject]).await?;
    }
    Ok(view)
}

/// A registration of the officer's department beside what is asked of it; whoever shows it writes the log.
pub async fn beside(
    state: &AppState,
    reading: &Reading,
    id: RegistrationId,
) -> Result<RegistrationView, ApiError> {
    let row = store::find(&**reading, &scope(&reading.by)?, id).await?;
    whole(state, &**reading, row.ok_or(ApiError::NotFound("registration"))?, false, reading.today).await
}

/// What a person asked for and an officer of the department agreed to is written, in the officer's act.
pub async fn correct_as_asked(
    tx: &Tx,
    id: RegistrationId,
    form: &CorrectRegistration,
) -> Result<(), ApiError> {
    let row = store::find(tx, &scope(&tx.by)?, id).await?.ok_or(ApiError::NotFound("registration"))?;
    changes::put_right(tx, row, form).await
}

/// All that is kept of the registrations of one person; inside a reading of their own.
pub async fn of_person(
    state: &AppState,
    reading: &Reading,
    person: PersonId,
) -> Result<Vec<RegistrationView>, ApiError> {
    let scope = Scope::Person(person);
    let mut views = Vec::new();
    for row in store::all_of(&**reading, &scope).await? {
        views.push(whole(state, &**reading, row, false, reading.today).await?);
    }
    Ok(views)
}

/// One page of one's own guests, of the department's registrations, or of those about oneself.
pub async fn list(
    state: &AppState,
    actor: &Actor,
    listing: Option<Listing>,
    premises: Option<shared::ids::PremisesId>,
    after: Option<After>,
    limit: usize,
) -> Result<Page<RegistrationRow>, ApiError> {
    let reading = state.read(actor).await?;
    if reading.by.role == Some(Role::Person) && reading.by.person.is_none() {
        // Nobody knows yet whose account it is.
        return Ok(Page { items: Vec::new(), next: None });
    }
    let scope = scope(&reading.by)?;
    let own = matches!(scope, Scope::Own(_));
    let listing = listing.unwrap_or(if own { Listing::InForce } else { Listing::New });
    let cut = Cut { premises, after, limit: limit + 1, now: reading.now };
    let rows = lists::page(&*reading, &scope, listing, cut).await?;
    lines(state, actor, &reading, &scope, rows, limit, None, listing.by_last_day()).await
}

/// Somebody looks for a registration by what is known of it; the question is kept as a digest.
pub async fn search(
    state: &AppState,
    actor: &Actor,
    form: SearchRegistrations,
) -> Result<Page<RegistrationRow>, ApiError> {
    let given = [&form.name, &form.number, &form.document_number, &form.room, &form.text];
    if given.into_iter().all(Option::is_none) {
        return Err(ApiError::field("/name", "required"));
    }
    let after = After::read(form.cursor.as_deref())?;
    let reading = state.read(actor).await?;
    let scope = scope(&reading.by)?;
    if form.name.as_deref().is_some_and(|name| fold::fold(name).is_empty()) {
        // Nothing is left of it to look for.
        return Ok(Page { items: Vec::new(), next: None });
    }
    let trimmed = |text: &Option<String>| text.as_deref().map(|text| text.trim().to_owned());
    let wanted = Wanted {
        name_key: form.name.as_deref().map(fold::fold),
        number: form.number.as_deref().map(search_store::number),
        document_number: form.document_number.as_deref().map(search_store::bare),
        room: trimmed(&form.room),
        text: trimmed(&form.text),
    };
    let limit = 50;
    let rows = search_store::search(&*reading, &scope, &wanted, after, limit + 1).await?;
    let query = serde_json::to_string(&form).map_err(ApiError::broken)?;
    let query = format!("{:x}", HexDigest(&Sha256::digest(query.as_bytes())));
    lines(state, actor, &reading, &scope, rows, limit, Some(query), false).await
}

#[expect(clippy::too_many_arguments, reason = "the two lists differ in what they log and in their order")]
async fn lines(
    state: &AppState,
    actor: &Actor,
    reading: &Reading,
    scope: &Scope,
    rows: Vec<LineRow>,
    limit: usize,
    query: Option<String>,
    by_last_day: bool,
) -> Result<Page<RegistrationRow>, ApiError> {
    let shown = rows.iter().take(limit);
    let subjects =
        shown.map(|row| Subject { person: row.person, registration: Some(row.id) }).collect::<Vec<_>>();
    let own = matches!(scope, Scope::Own(_));
    let waits = |row: &&LineRow| row.address_open && row.until_day >= reading.today;
    let open: Vec<_> = rows.iter().filter(waits).map(|row| row.id).collect();
    let lines: Vec<_> = rows.into_iter().map(|row| view::line(row, own, reading.today)).collect();
    if let Some(purpose) = purpose(scope)
        && (!subjects.is_empty() || query.is_some())
    {
        let entry = Entry { query, ..Entry::new(actor, &reading.by, purpose, subjects) };
        reading.let_go().await;
        state.worker.log.write(entry).await?;
    }
    Ok(Page::cut(lines, limit, |line| {
        let midnight = line.until.and_hms_opt(0, 0, 0).unwrap_or_default().and_utc();
        let at = if by_last_day { midnight } else { line.registered_at };
        After::write_in(at, line.id.0, open.contains(&line.id))
    }))
}

/// Anyone checks a notice by its code; only what the paper itself shows.
pub async fn check(state: &AppState, actor: &Actor, code: &str) -> Result<NoticeCheck, ApiError> {
    let code: String =
        code.chars().filter(|c| !matches!(c, ' ' | '-')).collect::<String>().to_ascii_uppercase();
    // Crockford: what looks like a digit is read as one.
    let code = code.replace('O', "0").replace(['I', 'L'], "1");
    let reading = state.read(actor).await?;
    let row = store::by_code(&*reading, &code).await?.ok_or(ApiError::NotFound("notice"))?;
    let subject = Subject { person: row.person, registration: Some(row.id) };
    transparency::seen(state, actor, &reading, Purpose::PublicCheck, vec![subject]).await?;
    Ok(view::check(&row, reading.today, reading.now))
}

/// The numbers of the menu: each is the length of its list.
pub async fn counts(reading: &Reading) -> Result<RegistrationCounts, ApiError> {
    let Ok(scope) = scope(&reading.by) else { return Ok(RegistrationCounts::default()) };
    let db = &**reading;
    let count = async |listing| lists::count(db, &scope, listing, reading.now).await;
    if let Scope::Department(code) = &scope {
        return Ok(RegistrationCounts {
            new: count(Listing::New).await?,
            late: count(Listing::Late).await?,
            premises_requested: premises_store::waiting_count(db, code).await?,
            ..RegistrationCounts::default()
        });
    }
    Ok(RegistrationCounts {
        in_force: count(Listing::InForce).await?,
        ending: count(Listing::Ending).await?,
        ..RegistrationCounts::default()
    })
}
