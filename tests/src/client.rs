//! A small HTTP client: a jar of cookies per actor, and answers that are read once.
use std::{
    cell::RefCell,
    collections::BTreeMap,
    future::{Future, IntoFuture},
    pin::Pin,
};

use actix_web::http::{
    Method, StatusCode,
    header::{HeaderMap, HeaderName, HeaderValue},
};
use serde::{Serialize, de::DeserializeOwned};
use shared::problem::Problem;

use crate::{TestApp, read};

/// Somebody with a browser, or a program with a token.
#[derive(Debug, Default)]
pub struct Actor {
    pub name: String,
    pub email: String,
    pub password: String,
    /// Network address: throttling counts by it.
    pub peer: String,
    /// `User-Agent`.
    pub device: String,
    pub jar: RefCell<BTreeMap<String, String>>,
    pub bearer: RefCell<Option<String>>,
}

/// Addresses outside `/api/v1`.
const ROOTS: [&str; 6] = ["/healthz", "/readyz", "/.well-known", "/openapi.json", "/oauth", "/docs"];

/// A request before it is sent: `app.post(&ana, path, &body).key("…").await`.
pub struct Ask<'a> {
    app: &'a TestApp,
    who: &'a Actor,
    method: Method,
    path: String,
    headers: Vec<(String, String)>,
    /// Says where the request comes from, as browsers do.
    same_origin: bool,
    body: Vec<u8>,
}

impl<'a> Ask<'a> {
    pub(crate) fn new(app: &'a TestApp, who: &'a Actor, method: Method, path: &str) -> Self {
        let root = ROOTS.iter().any(|root| path.starts_with(root)) || path.starts_with("/api/");
        let path = if root { path.to_owned() } else { format!("/api/v1{path}") };
        Self::at(app, who, method, &path)
    }

    /// The address letter by letter.
    pub(crate) fn at(app: &'a TestApp, who: &'a Actor, method: Method, path: &str) -> Self {
        let path = path.to_owned();
        Self { app, who, method, path, headers: Vec::new(), same_origin: true, body: Vec::new() }
    }

    #[must_use]
    pub fn json(self, body: &impl Serialize) -> Self {
        let text = serde_json::to_vec(body).unwrap();
        self.body("application/json", text)
    }

    /// A body of any kind, byte by byte.
    #[must_use]
    pub fn body(mut self, media_type: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.body = bytes.into();
        self.header("content-type", media_type)
    }

    /// Another method, such as HEAD.
    #[must_use]
    pub fn method(mut self, method: &str) -> Self {
        self.method = method.parse().unwrap();
        self
    }

    /// Sets a header; the last word counts.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The version that was seen.
    #[must_use]
    pub fn if_match(self, version: i64) -> Self {
        self.header("if-match", &format!("\"{version}\""))
    }

    /// Idempotency-Key.
    #[must_use]
    pub fn key(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    /// Without the browser's word that it comes from our own page.
    #[must_use]
    pub fn from_elsewhere(mut self) -> Self {
        self.same_origin = false;
        self
    }

    /// Accept-Language.
    #[must_use]
    pub fn language(self, language: &str) -> Self {
        self.header("accept-language", language)
    }

    async fn send(self) -> Answer {
        let url = format!("{}{}", self.app.address, self.path);
        let asked = format!("{} {}", self.method, self.path);
        let mut request = self
            .app
            .http()
            .request(self.method.clone(), url)
            .no_decompress()
            .insert_header(("x-forwarded-for", self.who.peer.as_str()))
            .insert_header(("user-agent", self.who.device.as_str()));
        if let Some(bearer) = self.who.bearer.borrow().as_ref() {
            request = request.insert_header(("authorization", format!("Bearer {bearer}")));
        } else if self.same_origin {
            request = request.insert_header(("sec-fetch-site", "same-origin"));
        }
        let cookies: Vec<String> =
            self.who.jar.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            request = request.insert_header(("cookie", cookies.join("; ")));
        }
        for (name, value) in &self.headers {
            request = request.insert_header((
                HeaderName::try_from(name.as_str()).unwrap(),
                HeaderValue::from_str(value).unwrap(),
            ));
        }
        let mut answer =
            request.send_body(self.body).await.unwrap_or_else(|error| panic!("{asked}: {error}"));
        let body = answer.body().limit(64 << 20).await.unwrap_or_else(|error| panic!("{asked}: {error}"));
        for cookie in answer.headers().get_all("set-cookie") {
            self.who.keep(cookie.to_str().unwrap());
        }
        Answer {
            asked,
            status: answer.status(),
            headers: answer.headers().clone().into_iter().collect(),
            body: body.to_vec(),
        }
    }
}

impl<'a> IntoFuture for Ask<'a> {
    type Output = Answer;
    type IntoFuture = Pin<Box<dyn Future<Output = Answer> + 'a>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl Actor {
    /// Nobody in particular, from an address of their own.
    pub fn nobody() -> Self {
        Self::called("Nobody")
    }

    /// The same person at another device: no cookies yet.
    #[must_use]
    pub fn elsewhere(&self, device: &str) -> Self {
        Self {
            email: self.email.clone(),
            password: self.password.clone(),
            device: device.to_owned(),
            ..Self::called(&self.name)
        }
    }

    pub(crate) fn called(name: &str) -> Self {
        use std::sync::atomic::{AtomicU16, Ordering};
        static NEXT: AtomicU16 = AtomicU16::new(0);
        let [high, low] = NEXT.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        Self {
            name: name.to_owned(),
            peer: format!("10.0.{high}.{low}"),
            device: "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0".to_owned(),
            ..Self::default()
        }
    }

    fn keep(&self, cookie: &str) {
        let (pair, rest) = cookie.split_once(';').unwrap_or((cookie, ""));
        let (name, value) = pair.split_once('=').unwrap();
        let mut jar = self.jar.borrow_mut();
        if value.is_empty() || rest.contains("Max-Age=0") {
            jar.remove(name);
        } else {
            jar.insert(name.to_owned(), value.to_owned());
        }
    }
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    asked: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    /// A body of 200 or 201.
    #[track_caller]
    pub fn ok<T: DeserializeOwned>(self) -> T {
        assert!(
            matches!(self.status, StatusCode::OK | StatusCode::CREATED),
            "{}: {}\n{}",
            self.asked,
            self.status,
            self.text()
        );
        read(&self.body)
    }

    /// 202 or 204, without a body.
    #[track_caller]
    pub fn done(self) {
        let without = matches!(self.status, StatusCode::ACCEPTED | StatusCode::NO_CONTENT);
        assert!(without && self.body.is_empty(), "{}: {}\n{}", self.asked, self.status, self.text());
    }

    /// What went wrong; the body must be a problem of the same status.
    #[track_caller]
    pub fn problem(self) -> Problem {
        assert!(self.status.as_u16() >= 400, "{}: {}\n{}", self.asked, self.status, self.text());
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{}", self.asked);
        let problem: Problem = read(&self.body);
        assert_eq!(problem.status, self.status.as_u16(), "{}", self.asked);
        problem
    }

    /// Status and code of a problem: `(409, "premises_decided")`.
    #[track_caller]
    pub fn refused(self) -> (u16, String) {
        let problem = self.problem();
        (problem.status, problem.code)
    }

    /// Pointer and code of every field that is wrong; the answer must be 422.
    #[track_caller]
    pub fn wrong_fields(self) -> Vec<(String, String)> {
        let problem = self.problem();
        assert_eq!((problem.status, problem.code.as_str()), (422, "invalid"), "{problem:?}");
        problem.errors.into_iter().map(|error| (error.pointer, error.code)).collect()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}
