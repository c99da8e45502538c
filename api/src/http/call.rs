//! Who asks for what: read once for each request, before any handler.
use std::{net::IpAddr, sync::Arc};

use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, dev::ServiceRequest, http::header};
use shared::{
    identity::Language,
    ids::{AccountId, ApiClientId, SessionId},
    permission::Permission,
};
use std::future::{Ready, ready};

use crate::{error::ApiError, http::methods::Operations, state::AppState};

/// What is known of a request before anybody is asked.
#[derive(Debug, Clone)]
pub struct Call {
    /// Accepted from outside when it is harmless, else drawn (G7).
    pub request_id: String,
    /// operationId of the document; `unknown` where none fits.
    pub operation: String,
    pub language: Language,
    pub peer: IpAddr,
    /// Browser and system, in short.
    pub device: String,
}

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Account {
        account: AccountId,
        session: SessionId,
    },
    Client(ApiClientId),
    /// The service itself: a job.
    Service,
    Anonymous,
}

/// Who acts, through which request, and with which permission.
#[derive(Debug, Clone)]
pub struct Actor {
    pub who: Who,
    pub needs: Option<Permission>,
    pub call: Arc<Call>,
}

impl Actor {
    /// A job of the service; `name` becomes the cause in the logs.
    pub fn service(name: &str, id: impl std::fmt::Display) -> Self {
        let call = Call {
            request_id: format!("{name}:{id}"),
            operation: name.to_owned(),
            language: Language::default(),
            peer: IpAddr::from([127, 0, 0, 1]),
            device: String::new(),
        };
        Self { who: Who::Service, needs: None, call: Arc::new(call) }
    }
}

impl Call {
    /// Reads a request; the middleware keeps the answer in its extensions.
    pub fn read(request: &ServiceRequest, state: &AppState, operations: &Operations) -> Self {
        let text = |name: header::HeaderName| {
            request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
        };
        let given = text(header::HeaderName::from_static("x-request-id"));
        let harmless = (8..=64).contains(&given.len())
            && given.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let request_id = if harmless { given.to_owned() } else { state.chance.id(state.now()).to_string() };
        Self {
            request_id,
            operation: operations.name(request.method(), request.match_pattern().as_deref()),
            language: Language::from_accept_language(text(header::ACCEPT_LANGUAGE)).unwrap_or_default(),
            peer: peer(request, state),
            device: device(text(header::USER_AGENT)),
        }
    }
}

/// The address that is throttled: forwarded headers count only from our own proxies (A4).
fn peer(request: &ServiceRequest, state: &AppState) -> IpAddr {
    let direct =
        request.peer_addr().map_or(IpAddr::from([127, 0, 0, 1]), |address| address.ip().to_canonical());
    if !state.settings.proxies.contains(&direct) {
        return direct;
    }
    // From the nearest hop outwards, over all lines; what cannot be read ends the chain of trust.
    let lines: Vec<_> = request.headers().get_all("x-forwarded-for").collect();
    let hops = lines.iter().rev().flat_map(|line| line.to_str().unwrap_or("?").split(',').rev());
    let mut nearest = direct;
    for hop in hops {
        let Ok(hop) = hop.trim().parse::<IpAddr>() else { break };
        nearest = hop.to_canonical();
        if !state.settings.proxies.contains(&nearest) {
            break;
        }
    }
    nearest
}

/// "Firefox, Windows": enough to know one's own device by, not enough to follow it.
fn device(agent: &str) -> String {
    let first = |names: &[(&'static str, &'static str)]| {
        names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    let browser = first(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => "API".to_owned(),
    }
}

impl FromRequest for Actor {
    type Error = ApiError;
    type Future = Ready<Result<Self, ApiError>>;

    /// Anybody: for public operations.
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(call(request).map(|call| Self { who: Who::Anonymous, needs: None, call }))
    }
}

/// The call that the middleware has read.
pub fn call(request: &HttpRequest) -> Result<Arc<Call>, ApiError> {
    request.extensions().get::<Arc<Call>>().cloned().ok_or_else(|| ApiError::broken("request without a call"))
}
