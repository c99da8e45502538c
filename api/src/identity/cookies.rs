//! The two cookies of a browser (A10): HttpOnly, Secure, SameSite=Lax, bound to this host.
use actix_web::{
    HttpRequest,
    cookie::{Cookie, SameSite, time::Duration},
};

use super::usecases::Tokens;
use crate::config::Settings;

const SESSION: &str = "__Host-session";
const REFRESH: &str = "__Host-refresh";

/// The access token of a request.
pub fn session(request: &HttpRequest, _: &Settings) -> Option<String> {
    request.cookie(SESSION).map(|cookie| cookie.value().to_owned())
}

/// The refresh token of a request.
pub fn refresh(request: &HttpRequest) -> Option<String> {
    request.cookie(REFRESH).map(|cookie| cookie.value().to_owned())
}

fn cookie(name: &'static str, value: String, seconds: i64) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .http_only(true)
        .secure(true)
        .same_site(SameSite::Lax)
        .max_age(Duration::seconds(seconds))
        .finish()
}

/// Both cookies of a session, for as long as it may last.
pub fn of(tokens: &Tokens) -> [Cookie<'static>; 2] {
    [
        cookie(SESSION, tokens.access.clone(), tokens.seconds),
        cookie(REFRESH, tokens.refresh.clone(), tokens.seconds),
    ]
}

/// Takes both away.
pub fn none() -> [Cookie<'static>; 2] {
    [cookie(SESSION, String::new(), 0), cookie(REFRESH, String::new(), 0)]
}
