//! `Can<P>` in a signature: only who may do `P` gets in. Judges by the token and asks the database nothing.
use std::{
    future::{Ready, ready},
    marker::PhantomData,
};

use actix_web::{
    FromRequest, HttpRequest, dev::Payload, http::Method, http::header, http::header::HeaderValue, web::Data,
};
use shared::permission::{Permission, Role};

use crate::{
    error::ApiError,
    http::call::{Actor, Who, call},
    identity::{cookies, tokens::Bearer},
    state::AppState,
};

/// A permission as a type.
pub trait Needs {
    const PERMISSION: Permission;
}

macro_rules! needs {
    ($($name:ident),* $(,)?) => {$(
        #[doc = concat!("`Can<", stringify!($name), ">`.")]
        pub struct $name;
        impl Needs for $name {
            const PERMISSION: Permission = Permission::$name;
        }
    )*};
}
needs!(
    RegistrationsCounter,
    CorrectionsWork,
    CorrectionsSign,
    AccountOwn,
    RegistrationsWrite,
    RegistrationsRead,
    RegistrationsSupervise,
    PremisesWrite,
    PremisesRead,
    PremisesSupervise,
    PremisesDecide,
    DepartmentOversee,
    ClientsManage,
    PersonOwn,
    PersonsLink,
    PersonsUnlink,
    StaffManage,
    AuditRead,
    AuditInspect,
    ReportsRead,
);

/// An actor who may do `P`, as far as the token tells; the act itself has the last word (B10).
pub struct Can<P> {
    pub actor: Actor,
    kind: PhantomData<P>,
}

/// Either of two: own things, or those of one's department.
pub struct CanEither<P, Q> {
    pub actor: Actor,
    kind: PhantomData<(P, Q)>,
}

impl<P: Needs> FromRequest for Can<P> {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(actor(request, &[P::PERMISSION]).map(|actor| Self { actor, kind: PhantomData }))
    }
}

impl<P: Needs, Q: Needs> FromRequest for CanEither<P, Q> {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(actor(request, &[P::PERMISSION, Q::PERMISSION]).map(|actor| Self { actor, kind: PhantomData }))
    }
}

fn actor(request: &HttpRequest, any: &[Permission]) -> Result<Actor, ApiError> {
    let state = request.app_data::<Data<AppState>>().ok_or_else(|| ApiError::broken("no state"))?;
    let call = call(request)?;
    // Where both come, the header counts and the cookie is ignored.
    let bearer = match request.headers().get(header::AUTHORIZATION) {
        Some(value) => state.tokens.check(state, bearer_token(value).ok_or(ApiError::Unauthenticated)?),
        None => {
            let token = cookies::session(request, &state.settings).ok_or(ApiError::Unauthenticated)?;
            // First the token: whoever has none is not worth a line in the log.
            let bearer = state.tokens.check(state, &token);
            if bearer.is_some() {
                same_origin(request, state)?;
            }
            bearer
        }
    };
    let bearer = bearer.ok_or(ApiError::Unauthenticated)?;
    let held = any.iter().copied().find(|permission| bearer.permissions.contains(permission));
    let who = match bearer.who {
        Bearer::Account { account, session } => Who::Account { account, session },
        Bearer::Client(client) => Who::Client(client),
    };
    if let Some(permission) = held {
        return Ok(Actor { who, needs: Some(permission), call });
    }
    // What no program can be given is not offered to one.
    let scopes = any.iter().filter(|permission| Role::Client.permissions().contains(permission));
    let scopes: Vec<_> = scopes.map(ToString::to_string).collect();
    Err(match who {
        Who::Client(_) if !scopes.is_empty() => ApiError::Scope(scopes),
        _ => ApiError::Forbidden("forbidden"),
    })
}

/// The name of a scheme is read in any case (RFC 9110 11.1).
fn bearer_token(value: &HeaderValue) -> Option<&str> {
    let (scheme, token) = value.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// A10: a cookie request that changes something comes from our own page.
pub fn same_origin(request: &HttpRequest, state: &AppState) -> Result<(), ApiError> {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return Ok(());
    }
    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    let ours = match header("sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => header("origin").is_some_and(|origin| origin == state.settings.public_url),
    };
    if ours { Ok(()) } else { Err(ApiError::Forbidden("cross_site")) }
}
