//! What closing an account does in one act.
use shared::{identity::CloseAccount, refusal::Refusal};

use crate::{
    error::ApiError, http::call::Actor, http::if_match::Seen, identity::me::closing, persons::links,
    state::AppState,
};

/// Proven by the password; a colleague's account is closed by an administrator only.
pub async fn close(state: &AppState, actor: &Actor, seen: Seen, form: CloseAccount) -> Result<(), ApiError> {
    let reading = state.read(actor).await?;
    if reading.by.roles.iter().any(|role| role.is_staff()) {
        return Err(Refusal::StaffAccount.into());
    }
    let known = closing::prove(state, actor, &reading, seen, form).await?;
    state
        .act(actor, async |tx| {
            if let Some(person) = tx.by.person {
                links::ended_with_the_account(tx, person).await?;
            }
            closing::close(tx, &known).await
        })
        .await
}
