//! A new address: pending until the code that was sent there is entered, so that nobody takes what is not theirs.
use chrono::Duration;
use shared::{identity::ConfirmEmail, ids::AccountId};

use super::{
    store::{self, Wish},
    usecases::{others_end, tell_contact_changed},
};
use crate::{
    act::Tx,
    error::ApiError,
    http::call::Actor,
    identity::{
        limits, store as accounts,
        store::AccountRow,
        tries::{self, Key},
        usecases::{digest, email_key},
    },
    outbox::{self, Message},
    state::AppState,
};

/// Sends the code to the new address. Where that has an account its owner is told instead, and no code fits: who asks
/// cannot tell which (0004).
pub(super) async fn wish(tx: &Tx, known: &AccountRow, email: &str) -> Result<(), ApiError> {
    let (key, code) = (email_key(email), tx.state.chance.six_digits());
    let wish = Wish { email: email.to_owned(), email_key: key.clone(), code_hash: digest(&code) };
    let until = tx.now + Duration::minutes(limits::CODE_MINUTES);
    store::add_wish(tx, known.id, &wish, until, tx.now).await?;
    let other = other(tx, known.id, &key).await?.filter(|other| other.state != UNCONFIRMED);
    if !tries::letter(tx, &Key::letters(&key)).await? {
        return Ok(());
    }
    let letter = match other {
        Some(owner) => Message::to_account(owner.id, "email_in_use"),
        None => Message::to_account(known.id, "confirm").with("code", Some(code)).to_address(email),
    };
    outbox::enqueue(tx, letter).await
}

/// The code makes the new address mine: my other sessions end (A7), and the old address is told (A13). Five wrong codes
/// use it up.
pub async fn confirm(state: &AppState, actor: &Actor, form: &ConfirmEmail) -> Result<(), ApiError> {
    let confirmed = state
        .act(actor, async |tx| {
            let id = tx.by.account()?;
            let known = accounts::account(tx, id).await?.ok_or(ApiError::Unauthenticated)?;
            let wish = store::try_code(tx, id, tx.now).await?;
            let Some(wish) = wish.filter(|wish| wish.code_hash == digest(&form.code)) else {
                return Ok(false);
            };
            match other(tx, id, &wish.email_key).await? {
                // Whoever holds the mailbox decides; the sign-up may have been a stranger's.
                Some(other) if other.state == UNCONFIRMED => accounts::drop_sign_up(tx, other.id).await?,
                Some(_) => return Ok(false),
                None => {}
            }
            store::set_email(tx, id, &wish).await?;
            tell_contact_changed(tx, &known).await?;
            others_end(tx, id).await?;
            Ok(true)
        })
        .await?;
    if confirmed { Ok(()) } else { Err(ApiError::field("/code", "confirmation_code")) }
}

const UNCONFIRMED: &str = "unconfirmed";

/// Who else has the address.
async fn other(tx: &Tx, me: AccountId, key: &str) -> Result<Option<AccountRow>, ApiError> {
    let account = accounts::account_by_email(tx, key).await?;
    Ok(account.filter(|account| account.id != me))
}
