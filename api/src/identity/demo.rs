//! Accounts to try the service with; production has none (A9).
use sea_orm::ConnectionTrait;
use shared::{
    identity::{Language, PRIVACY_VERSION, PartyKind, TERMS_VERSION},
    ids::{AccountId, PartyId},
    staff::StaffRole,
};

use super::{
    staff,
    store::{self, AccountRow, NewParty},
    usecases::email_key,
};
use crate::{act::Tx, error::ApiError, http::call::Actor, state::AppState};

/// The same for all, long enough (A1) and easy to type.
const PASSWORD: &str = "four green boats at dawn";

/// Somebody to try the service as; the sign-in page of the demo lists them.
#[derive(Debug, Clone, Copy)]
pub struct DemoAccount {
    pub role: &'static str,
    pub name: &'static str,
    pub email: &'static str,
    pub password: &'static str,
    place: Place,
}

#[derive(Debug, Clone, Copy)]
enum Place {
    Party(PartyKind, &'static str, &'static str),
    Staff(&'static str, StaffRole),
    /// Linked to nobody before an officer has seen a document.
    Oneself,
}

const ACCOUNTS: &[DemoAccount] = &[
    DemoAccount {
        role: "host",
        name: "Aytən Rzayeva",
        email: "hotel@demo.az",
        password: PASSWORD,
        place: Place::Party(PartyKind::Organisation, "Mərkəz Otel MMC", "1400000011"),
    },
    DemoAccount {
        role: "host",
        name: "Kamran Əliyev",
        email: "owner@demo.az",
        password: PASSWORD,
        place: Place::Party(PartyKind::Person, "Kamran Əliyev", "5DEMQ01"),
    },
    DemoAccount {
        role: "person",
        name: "Emre Yılmaz",
        email: "guest@demo.az",
        password: PASSWORD,
        place: Place::Oneself,
    },
    DemoAccount {
        role: "officer",
        name: "Nigar Məmmədova",
        email: "officer@demo.az",
        password: PASSWORD,
        place: Place::Staff("baku", StaffRole::Officer),
    },
    DemoAccount {
        role: "supervisor",
        name: "Rauf Quliyev",
        email: "supervisor@demo.az",
        password: PASSWORD,
        place: Place::Staff("baku", StaffRole::Supervisor),
    },
    DemoAccount {
        role: "administrator",
        name: "Leyla Həsənova",
        email: "administrator@demo.az",
        password: PASSWORD,
        place: Place::Staff("headquarters", StaffRole::Administrator),
    },
    DemoAccount {
        role: "auditor",
        name: "Səbinə Cəfərova",
        email: "auditor@demo.az",
        password: PASSWORD,
        place: Place::Staff("headquarters", StaffRole::Auditor),
    },
    DemoAccount {
        role: "analyst",
        name: "Elvin Babayev",
        email: "analyst@demo.az",
        password: PASSWORD,
        place: Place::Staff("headquarters", StaffRole::Analyst),
    },
];

/// All of them.
pub fn demo_accounts() -> &'static [DemoAccount] {
    ACCOUNTS
}

/// Opens those that are missing; what is there stays. A production service opens none.
pub async fn ensure_demo_accounts(state: &AppState) -> Result<(), ApiError> {
    if state.settings.is_production() {
        return Ok(());
    }
    let actor = Actor::service("open_demo_accounts", state.chance.id(state.now()));
    let reading = state.read(&actor).await?;
    let missing = missing(&*reading).await?;
    if missing.len() == ACCOUNTS.len() && store::any_account(&*reading).await? {
        // Somebody works with it: a lost setting must not open it to everybody.
        return Err(ApiError::broken("this database is in use and has no demo accounts: is UMIS_ENV lost?"));
    }
    for account in missing {
        let password = state.passwords.hash(account.password.to_owned(), state.chance.bytes()).await?;
        state.act(&actor, async |tx| add(tx, account, &password).await).await?;
    }
    Ok(())
}

/// A production service does not begin on a database where anybody can sign in with a known password (A9).
pub async fn refuse_demo_accounts(state: &AppState) -> anyhow::Result<()> {
    let actor = Actor::service("look_for_demo_accounts", state.chance.id(state.now()));
    let missing = async { missing(&*state.read(&actor).await?).await };
    let missing = missing.await.map_err(|error: ApiError| anyhow::anyhow!("{error}"))?;
    let here = ACCOUNTS.len() - missing.len();
    anyhow::ensure!(here == 0, "this database has {here} demo accounts: production needs one of its own");
    Ok(())
}

async fn missing(db: &impl ConnectionTrait) -> Result<Vec<&'static DemoAccount>, ApiError> {
    let mut missing = Vec::new();
    for person in ACCOUNTS {
        if store::account_by_email(db, &email_key(person.email)).await?.is_none() {
            missing.push(person);
        }
    }
    Ok(missing)
}

async fn add(tx: &Tx, person: &DemoAccount, password: &str) -> Result<(), ApiError> {
    let id = AccountId(tx.state.chance.id(tx.now));
    let account = AccountRow {
        id,
        email: person.email.to_owned(),
        name: person.name.to_owned(),
        phone: None,
        language: Language::Az,
        password: Some(password.to_owned()),
        state: "active".into(),
        confirm_hash: None,
        confirm_until: None,
        confirm_tries: 0,
        linked_at: None,
        version: 1,
    };
    if !store::add_account(tx, &account, tx.now).await? {
        return Ok(());
    }
    match person.place {
        Place::Staff(department, role) => staff::usecases::place(tx, id, department, &[role]).await,
        Place::Party(kind, name, number) => {
            let organisation = kind == PartyKind::Organisation;
            let party = NewParty {
                id: PartyId(tx.state.chance.id(tx.now)),
                kind,
                name,
                fin: (!organisation).then_some(number),
                voen: organisation.then_some(number),
            };
            store::add_party(tx, &party, Some(id), tx.now).await?;
            accept(tx, id).await
        }
        Place::Oneself => accept(tx, id).await,
    }
}

async fn accept(tx: &Tx, id: AccountId) -> Result<(), ApiError> {
    store::add_consent(tx, id, "terms", TERMS_VERSION, tx.now).await?;
    store::add_consent(tx, id, "privacy", PRIVACY_VERSION, tx.now).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::passwords::is_common;

    #[test]
    fn demo_accounts_keep_the_rules_of_all_accounts() {
        assert!(shared::identity::password(PASSWORD).is_ok() && !is_common(PASSWORD));
        for person in ACCOUNTS {
            assert!(shared::identity::email(person.email).is_ok(), "{}", person.email);
            match person.place {
                Place::Party(PartyKind::Person, _, fin) => assert!(shared::identity::fin(fin).is_ok()),
                Place::Party(_, _, voen) => assert!(shared::identity::voen(voen).is_ok()),
                Place::Oneself => {}
                Place::Staff(code, _) => {
                    assert!(staff::rules::is_ours(shared::law::Edition::first().department(code)));
                }
            }
        }
    }
}
