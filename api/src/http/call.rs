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
        let forwarded = request.headers().get_all("x-forwarded-for");
        let forwarded: Vec<&str> = forwarded.map(|line| line.to_str().unwrap_or("?")).collect();
        let harmless = (8..=64).contains(&given.len())
            && given.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let request_id = if harmless { given.to_owned() } else { state.chance.id(state.now()).to_string() };
        Self {
            request_id,
            operation: operations.name(request.method(), request.match_pattern().as_deref()),
            language: Language::from_accept_language(text(header::ACCEPT_LANGUAGE)).unwrap_or_default(),
            peer: peer(request.peer_addr().map(|peer| peer.ip()), &forwarded, &state.settings.proxies),
            device: device(text(header::USER_AGENT)),
        }
    }
}

/// The address that is throttled: forwarded headers count only from our own proxies (A4).
fn peer(direct: Option<IpAddr>, forwarded: &[&str], proxies: &[IpAddr]) -> IpAddr {
    let direct = direct.map_or(IpAddr::from([127, 0, 0, 1]), |address| address.to_canonical());
    if !proxies.contains(&direct) {
        return direct;
    }
    // From the nearest hop outwards, over all lines; what cannot be read ends the chain of trust.
    let hops = forwarded.iter().rev().flat_map(|line| line.split(',').rev());
    let mut nearest = direct;
    for hop in hops {
        let Ok(hop) = hop.trim().parse::<IpAddr>() else { break };
        nearest = hop.to_canonical();
        if !proxies.contains(&nearest) {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    /// Who is throttled when `direct` calls with these lines; our proxies are 10.0.0.1 and 10.0.0.2.
    fn seen(direct: &str, forwarded: &[&str]) -> String {
        let proxies = [address("10.0.0.1"), address("10.0.0.2")];
        peer(Some(address(direct)), forwarded, &proxies).to_string()
    }

    #[test]
    fn a_strangers_word_about_itself_is_not_believed() {
        assert_eq!(seen("203.0.113.7", &["198.51.100.1"]), "203.0.113.7");
        assert_eq!(seen("::ffff:203.0.113.7", &["198.51.100.1"]), "203.0.113.7");
        assert_eq!(peer(Some(address("127.0.0.1")), &["198.51.100.1"], &[]).to_string(), "127.0.0.1");
    }

    #[test]
    fn our_proxys_word_is() {
        assert_eq!(seen("10.0.0.1", &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(seen("::ffff:10.0.0.1", &["2001:db8::1"]), "2001:db8::1");
        assert_eq!(seen("10.0.0.1", &[]), "10.0.0.1", "it says nothing");
    }

    #[test]
    fn what_a_stranger_told_our_proxy_does_not_count() {
        assert_eq!(seen("10.0.0.1", &["192.0.2.66, 198.51.100.1"]), "198.51.100.1");
        assert_eq!(seen("10.0.0.1", &["192.0.2.66", "198.51.100.1"]), "198.51.100.1", "in a line of its own");
        assert_eq!(seen("10.0.0.1", &["192.0.2.66, 198.51.100.1, 10.0.0.2"]), "198.51.100.1", "through both");
    }

    #[test]
    fn what_cannot_be_read_ends_the_chain() {
        assert_eq!(seen("10.0.0.1", &["192.0.2.66, unknown"]), "10.0.0.1");
        assert_eq!(seen("10.0.0.1", &["192.0.2.66, ?, 10.0.0.2"]), "10.0.0.2");
        assert_eq!(seen("10.0.0.1", &[""]), "10.0.0.1");
    }
}
