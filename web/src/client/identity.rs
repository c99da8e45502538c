//! Accounts and sessions.
use leptos::wasm_split;
use serde::Deserialize;
use shared::{
    identity::{AskReset, ConfirmAccount, Me, Session, SetPassword, SignIn, SignUp},
    problem::Problem,
};

use super::{NotCarried, call, get, post};

/// `GET /me`. What reads the answer is fetched when somebody is there: most visits are nobody's.
pub async fn me() -> Result<Me, Problem> {
    let text = get("/me").text().await?;
    read_me(text).await.map(|me| *me).map_err(call::not_carried)
}

#[wasm_split::wasm_split(who, wasm_split_path = ::leptos::wasm_split, fallible)]
fn read_me(text: String) -> Result<Box<Me>, NotCarried> {
    serde_json::from_str(&text).map_err(|_| NotCarried)
}

#[wasm_split::wasm_split(who, wasm_split_path = ::leptos::wasm_split, fallible)]
fn read_session(text: String) -> Result<Box<Session>, NotCarried> {
    serde_json::from_str(&text).map_err(|_| NotCarried)
}

/// `POST /auth/sign-in`: the tokens travel as cookies.
pub async fn sign_in(form: &SignIn) -> Result<Session, Problem> {
    post("/auth/sign-in").json(form).once().fetch().await
}

/// `POST /auth/refresh`.
pub async fn refresh() -> Result<Session, Problem> {
    let text = post("/auth/refresh").once().text().await?;
    read_session(text).await.map(|session| *session).map_err(call::not_carried)
}

/// `POST /auth/sign-out`.
pub async fn sign_out() -> Result<(), Problem> {
    post("/auth/sign-out").once().done().await
}

/// `POST /accounts`: the same answer whether the address was known or not.
pub async fn sign_up(form: &SignUp) -> Result<(), Problem> {
    post("/accounts").json(form).once().done().await
}

/// `POST /accounts/confirmation`.
pub async fn confirm(form: &ConfirmAccount) -> Result<(), Problem> {
    post("/accounts/confirmation").json(form).once().done().await
}

/// `POST /accounts/confirmation/code`: the same answer whether an account waits for its code or not.
pub async fn send_code(form: &SignIn) -> Result<(), Problem> {
    post("/accounts/confirmation/code").json(form).once().done().await
}

/// `POST /auth/reset`: the same answer whether the address is known or not.
pub async fn ask_reset(form: &AskReset) -> Result<(), Problem> {
    post("/auth/reset").json(form).once().done().await
}

/// `POST /auth/password`.
pub async fn set_password(form: &SetPassword) -> Result<(), Problem> {
    post("/auth/password").json(form).once().done().await
}

/// Somebody to try the service as; production has none.
#[derive(Debug, Clone, Deserialize)]
pub struct DemoAccount {
    pub email: String,
    pub password: String,
    pub role: String,
    pub name: String,
}

/// `GET /demo/accounts`.
pub async fn demo_accounts() -> Result<Vec<DemoAccount>, Problem> {
    get("/demo/accounts").once().fetch().await
}
