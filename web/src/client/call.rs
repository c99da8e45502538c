//! One call: address, body, `If-Match`, `Idempotency-Key`; a 401 is answered by renewing the session once.
use std::{cell::RefCell, pin::Pin};

use leptos::prelude::window;
use serde::{Serialize, de::DeserializeOwned};
use shared::problem::Problem;
use uuid::Uuid;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, Request, RequestCredentials, RequestInit, Response};

use super::{NotCarried, clock};

/// The problem's code when the network did not carry the question or the answer.
pub const OFFLINE: &str = "offline";

/// The network did not carry it: what was typed stays, nothing is known about the outcome.
pub fn is_offline(problem: &Problem) -> bool {
    problem.code == OFFLINE
}

/// An answer on its way. Boxed: the code that waits is in the page once, not once for each shape that is read.
pub type Waiting<T> = Pin<Box<dyn Future<Output = Result<T, Problem>>>>;

const OK: u16 = 200;

/// A call that has not been sent.
#[derive(Debug, Clone)]
#[must_use]
pub struct Call {
    method: &'static str,
    path: String,
    body: Option<String>,
    headers: Vec<(&'static str, String)>,
    renews: bool,
}

/// `get("/registrations?view=ending").fetch::<Page<RegistrationRow>>()`.
pub fn get(path: &str) -> Call {
    Call::new("GET", path)
}

/// `post("/registrations").json(&form).idempotency_key(key).fetch::<RegistrationView>()`.
pub fn post(path: &str) -> Call {
    Call::new("POST", path)
}

/// `patch("/me").json(&form).if_match(version).fetch::<Me>()`.
pub fn patch(path: &str) -> Call {
    Call::new("PATCH", path)
}

/// `delete("/me/sessions/1").done()`.
pub fn delete(path: &str) -> Call {
    Call::new("DELETE", path)
}

/// A file at the root: `get_file("/.well-known/jwks.json")`.
pub fn get_file(address: &str) -> Call {
    Call { path: address.to_owned(), ..Call::new("GET", "") }.once()
}

impl Call {
    fn new(method: &'static str, path: &str) -> Self {
        Self { method, path: format!("/api/v1{path}"), body: None, headers: Vec::new(), renews: true }
    }

    /// The body.
    pub fn json(mut self, body: &impl Serialize) -> Self {
        self.body = serde_json::to_string(body).ok();
        self.headers.push(("Content-Type", "application/json".to_owned()));
        self
    }

    /// The version that the reader saw.
    pub fn if_match(mut self, version: i64) -> Self {
        self.headers.push(("If-Match", format!("\"{version}\"")));
        self
    }

    /// The same key is sent again when the same act is repeated.
    pub fn idempotency_key(mut self, key: Uuid) -> Self {
        self.headers.push(("Idempotency-Key", key.to_string()));
        self
    }

    /// Leaves a 401 as it is: it speaks of the form, not of the session.
    pub fn once(mut self) -> Self {
        self.renews = false;
        self
    }

    /// Sends it and reads the answer.
    pub async fn fetch<T: DeserializeOwned>(self) -> Result<T, Problem> {
        let text = self.text().await?;
        serde_json::from_str(&text).map_err(|_| unreadable(OK))
    }

    /// Sends it and gives the body as it is.
    pub fn text(self) -> Waiting<String> {
        Box::pin(async move { text(&self.send().await?).await })
    }

    /// Sends it; the answer has no body.
    pub fn done(self) -> Waiting<()> {
        Box::pin(async move { self.send().await.map(drop) })
    }

    /// Sends it and gives the address of the file that came, for a link or a print.
    pub fn file(self) -> Waiting<String> {
        Box::pin(async move {
            let response = self.send().await?;
            let blob =
                JsFuture::from(response.blob().map_err(|_| offline())?).await.map_err(|_| offline())?;
            web_sys::Url::create_object_url_with_blob(blob.unchecked_ref())
                .map_err(|_| unreadable(response.status()))
        })
    }

    /// Sends it and hears no answer; also while the page's code stops.
    pub fn send_off(self) {
        if let Ok(request) = self.request() {
            let _ = window().fetch_with_request(&request);
        }
    }

    async fn send(self) -> Result<Response, Problem> {
        let mut response = self.attempt().await?;
        if response.status() == 401 && self.renews && renewed().await {
            response = self.attempt().await?;
        }
        if response.ok() {
            return Ok(response);
        }
        let status = response.status();
        if status == 401 && self.renews {
            ENDED.with_borrow(|ended| ended.iter().for_each(|ended| ended()));
        }
        let header = |name: &str| response.headers().get(name).ok().flatten();
        let wait = header("Retry-After").and_then(|seconds| seconds.parse().ok());
        let number = header("X-Request-Id").unwrap_or_default();
        let text = text(&response).await?;
        let problem = serde_json::from_str(&text)
            .unwrap_or_else(|_| Problem { request_id: number, ..unreadable(status) });
        if let Some(seconds) = wait {
            WAIT.set(Some((problem.request_id.clone(), seconds)));
        }
        Err(problem)
    }

    async fn attempt(&self) -> Result<Response, Problem> {
        let request = self.request().map_err(|_| offline())?;
        let answer = JsFuture::from(window().fetch_with_request(&request)).await;
        let response: Response = answer.map_err(|_| offline())?.unchecked_into();
        if let Ok(Some(date)) = response.headers().get("Date") {
            clock::told(&date);
        }
        Ok(response)
    }

    fn request(&self) -> Result<Request, JsValue> {
        let headers = Headers::new()?;
        headers.set("Accept", "application/json")?;
        headers.set("Accept-Language", &page_language())?;
        for (name, value) in &self.headers {
            headers.set(name, value)?;
        }
        let init = RequestInit::new();
        init.set_method(self.method);
        init.set_headers(&headers);
        init.set_credentials(RequestCredentials::SameOrigin);
        if let Some(body) = &self.body {
            init.set_body(&JsValue::from_str(body));
        }
        Request::new_with_str_and_init(&self.path, &init)
    }
}

thread_local! {
    static ENDED: RefCell<Vec<Box<dyn Fn()>>> = const { RefCell::new(Vec::new()) };
    /// The last answer that asked to wait: number of its request, seconds.
    static WAIT: RefCell<Option<(String, u32)>> = const { RefCell::new(None) };
}

/// Seconds after which the server will hear it again, if it said so with this problem.
pub fn told_to_wait(problem: &Problem) -> Option<u32> {
    WAIT.with_borrow(|wait| match wait {
        Some((number, seconds)) if *number == problem.request_id => Some(*seconds),
        _ => None,
    })
}

/// What happens when an answer says that the session is over and cannot be renewed.
pub fn on_session_end(then: impl Fn() + 'static) {
    ENDED.with_borrow_mut(|ended| ended.push(Box::new(then)));
}

/// The access token is short-lived; the refresh token, a cookie too, gives the next one.
async fn renewed() -> bool {
    Call::new("POST", "/auth/refresh").attempt().await.is_ok_and(|response| response.ok())
}

async fn text(response: &Response) -> Result<String, Problem> {
    let promise = response.text().map_err(|_| offline())?;
    let text = JsFuture::from(promise).await.map_err(|_| offline())?;
    Ok(text.as_string().unwrap_or_default())
}

fn page_language() -> String {
    let root = window().document().and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute("lang")).unwrap_or_else(|| "az".to_owned())
}

/// An answer without the code that reads it.
pub(super) fn not_carried(_: NotCarried) -> Problem {
    offline()
}

fn offline() -> Problem {
    local(0, OFFLINE)
}

/// Not an answer of ours: a proxy's page, or a cut body.
fn unreadable(status: u16) -> Problem {
    local(status, "unreadable")
}

fn local(status: u16, code: &str) -> Problem {
    Problem {
        kind: String::new(),
        title: String::new(),
        status,
        detail: String::new(),
        code: code.to_owned(),
        errors: Vec::new(),
        request_id: String::new(),
    }
}
