//! What a message says, in the person's language, and its way to the mail and SMS gateway.
use std::time::Duration;

use sea_orm::FromQueryResult;
use serde_json::{Map, Value, json};
use shared::{
    identity::Language,
    ids::{PersonId, RegistrationId},
    law::Edition,
    texts::{self, Arg, format},
};

use super::store::{self, Due};
use crate::{
    db::{Sql, values},
    http::call::Actor,
    identity::limits,
    state::AppState,
    transparency::{self, Purpose, Subject},
};

/// A gateway that takes longer has not taken the message.
pub const LONGEST: Duration = Duration::from_secs(10);

struct Letter {
    channel: &'static str,
    to: String,
    subject: String,
    body: String,
    language: Language,
}

/// Renders and sends; an error says why in short.
pub async fn deliver(state: &AppState, job: &Actor, message: &Due) -> Result<(), String> {
    let gateway = state.settings.gateway.as_deref().ok_or("no gateway is set")?;
    let payload: Map<String, Value> =
        serde_json::from_str(&message.payload).map_err(|error| error.to_string())?;
    let letter = match message.recipient.as_str() {
        "account" => to_account(state, job, message, &payload).await?,
        "guest" => to_guest(state, job, message).await?,
        other => return Err(format!("nobody knows the recipient {other}")),
    };
    // Nobody to tell: the contact was taken back.
    let Some(letter) = letter else { return Ok(()) };
    let body = same_again(state, job, message, &letter).await?;
    let client = awc::Client::builder().timeout(LONGEST).finish();
    let answer = client
        .post(format!("{gateway}/messages"))
        .insert_header(("idempotency-key", message.id.to_string()))
        .send_json(&body)
        .await
        .map_err(|error| format!("gateway: {error}"))?;
    if answer.status().is_success() { Ok(()) } else { Err(format!("gateway: {}", answer.status())) }
}

/// What the gateway is sent. An earlier try may have reached it though the answer got lost, so the words stay as they
/// were then, whatever changed since; but nothing goes where the person is no longer written to.
async fn same_again(state: &AppState, job: &Actor, message: &Due, letter: &Letter) -> Result<Value, String> {
    let kept: Option<Value> = message.letter.as_deref().and_then(|kept| serde_json::from_str(kept).ok());
    if let Some(kept) = kept.filter(|kept| kept.get("to").and_then(Value::as_str) == Some(&letter.to)) {
        return Ok(kept);
    }
    let body = json!({
        "id": message.id, "channel": letter.channel, "to": letter.to, "subject": letter.subject,
        "body": letter.body, "language": letter.language,
    });
    let text = body.to_string();
    let kept = state.act(job, async |tx| store::keep(tx, message.id, &text).await).await;
    kept.map(|()| body).map_err(|error| error.to_string())
}

#[derive(FromQueryResult)]
struct AccountRow {
    email: String,
    name: String,
    language: Language,
    state: String,
}

async fn to_account(
    state: &AppState,
    job: &Actor,
    message: &Due,
    payload: &Map<String, Value>,
) -> Result<Option<Letter>, String> {
    let reading = state.read(job).await.map_err(|error| error.to_string())?;
    let row: Option<AccountRow> = reading
        .find("select email, name, language, state from account where id = $1", values![message.subject])
        .await
        .map_err(|error| error.to_string())?;
    let Some(row) = row else { return Ok(None) };
    if row.state == "closed" && !payload.contains_key("to") {
        return Ok(None);
    }
    let said = payload.get("language").and_then(Value::as_str).and_then(|code| code.parse().ok());
    let language = said.unwrap_or(row.language);
    let text = |name: &str| payload.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let page = match message.kind.as_str() {
        "reset" | "invitation" | "staff_reset" => format!("reset#{}", text("token")),
        "client_created" | "new_device" => "my/account".to_owned(),
        // Who did not change it has no password to come in with.
        "password_changed" => "reset".to_owned(),
        "account_linked" | "account_unlinked" => "my/registrations".to_owned(),
        "correction_accepted" | "correction_refused" => "my/corrections".to_owned(),
        "address_confirmed" | "address_rejected" => "host/premises".to_owned(),
        _ => "sign-in".to_owned(),
    };
    let minutes = limits::CODE_MINUTES;
    let hours =
        if message.kind == "invitation" { limits::INVITATION_HOURS } else { limits::STAFF_RESET_HOURS };
    let args = [
        ("name", Arg::from(Some(text("name")).filter(|name| !name.is_empty()).unwrap_or(row.name))),
        ("code", Arg::from(text("code"))),
        ("device", Arg::from(text("device"))),
        ("place", Arg::from(text("place"))),
        ("reason", Arg::from(text("reason"))),
        ("address", Arg::from(text("address"))),
        ("client", Arg::from(text("client"))),
        ("department", Arg::from(department(&text("department"), language))),
        ("guests", Arg::from(text("guests").parse::<i64>().unwrap_or_default())),
        ("minutes", Arg::from(minutes)),
        ("hours", Arg::from(hours)),
        ("moment", Arg::from(format::moment(language, message.created_at))),
        ("link", Arg::from(format!("{}/{language}/{page}", state.settings.public_url))),
    ];
    let to = payload.get("to").and_then(Value::as_str).map_or(row.email, str::to_owned);
    Ok(Some(letter("mail", to, message, language, &args)))
}

fn department(code: &str, language: Language) -> String {
    let known = Edition::first().department(code);
    known.map_or_else(
        || code.to_owned(),
        |department| department.caption.text(&language.to_string()).to_owned(),
    )
}

#[derive(FromQueryResult)]
struct GuestRow {
    person: PersonId,
    contact: Option<String>,
    language: Language,
    surname: String,
    given_names: String,
    number: String,
    code: String,
    until_day: chrono::NaiveDate,
}

/// A text message carries no name and no passport number.
async fn to_guest(state: &AppState, job: &Actor, message: &Due) -> Result<Option<Letter>, String> {
    let reading = state.read(job).await.map_err(|error| error.to_string())?;
    let row: Option<GuestRow> = reading
        .find(
            "select person, contact, language, surname, given_names, number, code, until_day
             from registration where id = $1",
            values![message.subject],
        )
        .await
        .map_err(|error| error.to_string())?;
    let Some(row) = row else { return Ok(None) };
    let Some(contact) = row.contact else { return Ok(None) };
    let subject = Subject { person: row.person, registration: Some(RegistrationId(message.subject)) };
    transparency::seen(state, job, &reading, Purpose::Delivery, vec![subject])
        .await
        .map_err(|error| error.to_string())?;
    let channel = if contact.contains('@') { "mail" } else { "sms" };
    let language = row.language;
    let link = format!("{}/{language}/check", state.settings.public_url);
    let args = [
        ("name", Arg::from(format!("{} {}", row.surname, row.given_names).trim().to_owned())),
        ("number", Arg::from(row.number)),
        ("code", Arg::from(row.code)),
        ("until", Arg::from(row.until_day)),
        ("link", Arg::from(link)),
    ];
    Ok(Some(letter(channel, contact, message, language, &args)))
}

fn letter(
    channel: &'static str,
    to: String,
    message: &Due,
    language: Language,
    args: &[(&str, Arg<'_>)],
) -> Letter {
    let key = message.kind.replace('_', "-");
    let table = texts::embedded(language);
    let body = if channel == "sms" { "sms" } else { "body" };
    let subject =
        if channel == "sms" { String::new() } else { table.say(&format!("letter-{key}-subject"), args) };
    Letter { channel, to, subject, body: table.say(&format!("letter-{key}-{body}"), args), language }
}
