//! Opening, changing and closing colleagues' accounts.
use chrono::Duration;
use shared::{
    identity::Language,
    ids::AccountId,
    law::Edition,
    page::Page,
    refusal::Refusal,
    staff::{ChangeStaff, NewStaff, StaffRole, StaffRow},
};

use super::{
    rules::{self, Facts, Place},
    store::{self, Colleague},
};
use crate::{
    act::Tx,
    error::{ApiError, FieldError},
    http::{call::Actor, if_match::Seen, query::After},
    identity::{
        limits, store as accounts,
        store::AccountRow,
        usecases::{digest, email_key},
    },
    outbox::{self, Message},
    state::AppState,
    transparency::{
        self,
        security::{self, Kind},
    },
};

pub async fn list(
    state: &AppState,
    actor: &Actor,
    after: Option<After>,
    limit: usize,
) -> Result<Page<StaffRow>, ApiError> {
    let reading = state.read(actor).await?;
    let rows = store::page(&*reading, after, limit + 1).await?;
    let page = Page::cut(rows, limit, |row| After::write(row.created_at, row.id.0));
    let shown = page.items.iter().flat_map(Colleague::accounts).collect();
    transparency::accounts_seen(state, actor, &reading, shown).await?;
    Ok(Page { items: page.items.into_iter().map(Colleague::view).collect(), next: page.next })
}

fn known_department(code: &str) -> Result<(), ApiError> {
    let ours = rules::is_ours(Edition::first().department(code));
    if ours { Ok(()) } else { Err(ApiError::field("/department", "department_unknown")) }
}

/// Opens an account and sends the invitation.
pub async fn create(state: &AppState, actor: &Actor, form: &NewStaff) -> Result<StaffRow, ApiError> {
    known_department(&form.department)?;
    let name = form.name.trim();
    if name.chars().count() < 2 {
        return Err(ApiError::field("/name", "text_length"));
    }
    state
        .act(actor, async |tx| {
            let id = invite(tx, name, &form.email, form.language).await?;
            place(tx, id, &form.department, &rules::ordered(&form.roles)).await?;
            send_link(tx, id, Link::Invitation, &form.department).await?;
            row(tx, id).await
        })
        .await
}

/// An account that waits for its password.
async fn invite(tx: &Tx, name: &str, email: &str, language: Language) -> Result<AccountId, ApiError> {
    let account = AccountRow {
        id: AccountId(tx.state.chance.id(tx.now)),
        email: email.to_owned(),
        name: name.to_owned(),
        phone: None,
        language,
        password: None,
        state: "invited".into(),
        confirm_hash: None,
        confirm_until: None,
        confirm_tries: 0,
        linked_at: None,
        version: 1,
    };
    if accounts::add_account(tx, &account, tx.now).await? {
        return Ok(account.id);
    }
    // A sign-up that nobody confirmed, perhaps a stranger's, does not stand in the way.
    let waiting = accounts::account_by_email(tx, &email_key(email)).await?;
    let waiting = waiting.filter(|known| known.state == "unconfirmed").ok_or(Refusal::EmailTaken)?;
    accounts::forget_sign_up(tx, waiting.id, tx.now).await?;
    accounts::invite_instead(tx, waiting.id, name, language).await?;
    Ok(waiting.id)
}

/// Gives a new account its place among the colleagues.
pub async fn place(tx: &Tx, id: AccountId, department: &str, roles: &[StaffRole]) -> Result<(), ApiError> {
    store::add(tx, id, department, roles).await?;
    security::happened(tx, Kind::StaffCreated, Some(id));
    Ok(())
}

/// The answer about a colleague, in the log as what it is.
async fn row(tx: &Tx, id: AccountId) -> Result<StaffRow, ApiError> {
    let row = store::colleague(tx, id).await?.ok_or(ApiError::NotFound("colleague"))?;
    transparency::accounts_changed(tx, row.accounts().collect());
    Ok(row.view())
}

/// Changes a colleague's place; a change of rights works at once (A7, B10).
pub async fn change(
    state: &AppState,
    actor: &Actor,
    id: AccountId,
    seen: Seen,
    form: &ChangeStaff,
) -> Result<StaffRow, ApiError> {
    if let Some(department) = &form.department {
        known_department(department)?;
    }
    state
        .act(actor, async |tx| {
            // Before anything is read: two administrators who take each other's role wait for one another.
            let administrators = store::lock_administrators(tx).await?;
            let colleague = store::colleague(tx, id).await?.ok_or(ApiError::NotFound("colleague"))?;
            seen.current(colleague.version, "colleague")?;
            let now = colleague.place();
            let wanted = Place {
                department: form.department.clone().unwrap_or_else(|| now.department.clone()),
                roles: form.roles.as_deref().map_or_else(|| now.roles.clone(), rules::ordered),
                disabled: form.disabled.unwrap_or(now.disabled),
            };
            let others = administrators.iter().filter(|other| **other != id).count();
            rules::change(
                &Facts { colleague: id, place: &now, other_administrators: others },
                tx.by.account,
                &wanted,
            )?;
            let deputy = deputy(tx, &colleague, &wanted, form).await?;
            if !store::change(tx, id, &wanted, deputy, colleague.version, tx.now).await? {
                return Err(ApiError::Stale("colleague"));
            }
            if wanted != now {
                rights_changed(tx, id, &now, &wanted).await?;
            }
            if form.reset == Some(true) {
                reset(tx, &colleague).await?;
            }
            row(tx, id).await
        })
        .await
}

/// Who answers for the colleague's work: whoever is asked now, or still the one before in the same department, unless
/// that one is let go.
async fn deputy(
    tx: &Tx,
    colleague: &Colleague,
    wanted: &Place,
    form: &ChangeStaff,
) -> Result<Option<AccountId>, ApiError> {
    let Some(asked) = form.hand_over_to else {
        let stays = colleague.department == wanted.department && form.end_hand_over != Some(true);
        return Ok(colleague.deputy.filter(|_| stays));
    };
    let deputy = store::colleague(tx, asked).await?.map(|row| row.as_deputy());
    rules::take_over(deputy.as_ref(), colleague.id, &wanted.department)?;
    Ok(Some(asked))
}

async fn rights_changed(tx: &Tx, id: AccountId, now: &Place, wanted: &Place) -> Result<(), ApiError> {
    accounts::end_sessions(tx, id, None, tx.now).await?;
    let leaves = wanted.disabled || wanted.department != now.department;
    if leaves {
        // Nobody's work rests with somebody who is not there.
        store::release_deputy(tx, id).await?;
    }
    if wanted.disabled && !now.disabled {
        accounts::void_links(tx, id, tx.now).await?;
        security::happened(tx, Kind::StaffDisabled, Some(id));
    }
    let rights = wanted.roles != now.roles || wanted.department != now.department;
    if rights || (now.disabled && !wanted.disabled) {
        security::happened(tx, Kind::RoleChanged, Some(id));
    }
    Ok(())
}

/// Ends all sessions and sends a link; whoever never set a password is invited once more.
async fn reset(tx: &Tx, colleague: &Colleague) -> Result<(), ApiError> {
    accounts::end_sessions(tx, colleague.id, None, tx.now).await?;
    accounts::void_links(tx, colleague.id, tx.now).await?;
    let link = if colleague.is_ready() { Link::Reset } else { Link::Invitation };
    send_link(tx, colleague.id, link, &colleague.department).await
}

#[derive(Clone, Copy)]
enum Link {
    Invitation,
    Reset,
}

/// A link that sets a password once.
async fn send_link(tx: &Tx, to: AccountId, link: Link, department: &str) -> Result<(), ApiError> {
    let (kind, hours) = match link {
        Link::Invitation => ("invitation", limits::INVITATION_HOURS),
        Link::Reset => ("staff_reset", limits::STAFF_RESET_HOURS),
    };
    let token = tx.state.chance.token();
    accounts::add_reset_link(tx, &digest(&token), to, tx.now + Duration::hours(hours)).await?;
    let letter = Message::to_account(to, kind).with("token", Some(token));
    outbox::enqueue(tx, letter.with("department", Some(department.to_owned()))).await
}

/// For `umis admin create` (A9): the link with which the first administrator sets a password, or `None` where there
/// is an administrator already. Asked again before the password is set, it answers a new link.
pub async fn create_first_administrator(
    state: &AppState,
    email: &str,
    name: &str,
) -> Result<Option<String>, ApiError> {
    let mut wrong = Vec::new();
    if shared::identity::email(email).is_err() {
        wrong.push(FieldError::new("/email", "email"));
    }
    let name = name.trim();
    if !(2..=120).contains(&name.chars().count()) {
        wrong.push(FieldError::new("/name", "text_length"));
    }
    if !wrong.is_empty() {
        return Err(ApiError::Invalid(wrong));
    }
    let actor = Actor::service("create_first_administrator", state.chance.id(state.now()));
    let token = state.chance.token();
    let created = state
        .act(&actor, async |tx| {
            if !store::lock_administrators(tx).await?.is_empty() {
                return Ok(None);
            }
            let id = match waiting_administrator(tx, email).await? {
                Some(id) => {
                    accounts::void_links(tx, id, tx.now).await?;
                    id
                }
                None => {
                    let id = invite(tx, name, email, Language::default()).await?;
                    place(tx, id, "headquarters", &[StaffRole::Administrator]).await?;
                    id
                }
            };
            accounts::add_reset_link(
                tx,
                &digest(&token),
                id,
                tx.now + Duration::hours(limits::STAFF_RESET_HOURS),
            )
            .await?;
            security::happened(tx, Kind::ConfigurationChanged, Some(id));
            Ok(Some(id))
        })
        .await?;
    let language = Language::default();
    Ok(created.map(|_| format!("{}/{language}/reset#{token}", state.settings.public_url)))
}

/// An administrator of this address who has not set a password yet.
async fn waiting_administrator(tx: &Tx, email: &str) -> Result<Option<AccountId>, ApiError> {
    let Some(account) = accounts::account_by_email(tx, &email_key(email)).await? else { return Ok(None) };
    let colleague = store::colleague(tx, account.id).await?;
    let waits =
        colleague.filter(|row| !row.is_ready() && row.place().roles.contains(&StaffRole::Administrator));
    Ok(waits.map(|row| row.id))
}
