//! `kill -9` and SIGTERM in the middle of submits: what was acknowledged is there, the rest is whole or absent.
use std::{
    cell::{Cell, RefCell},
    env,
    time::{Duration, Instant},
};

use api::clock::{Clock, baku_day};
use futures_util::future::join_all;
use serde_json::{Value, json};
use shared::{
    batches::BatchAnswer,
    ids::PremisesId,
    page::Page,
    premises::PremisesView,
    registrations::{Guest, NewRegistration, RegistrationRow, RegistrationView, TravelDocument},
};
use tests::{
    given,
    process::{Place, Service},
    read,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

const HOST: &str = "hotel@demo.az";
const CLIENTS: usize = 8;

/// What was sent over all lives of a service, and what of it was answered.
#[derive(Default)]
struct Submits {
    place: Cell<Option<PremisesId>>,
    sent: RefCell<Vec<NewRegistration>>,
    acknowledged: RefCell<Vec<String>>,
}

fn today_at(premises: PremisesId, number: usize) -> NewRegistration {
    let today = baku_day(Clock::Real.now());
    let new = given::registration_number(premises, u32::try_from(number).unwrap());
    NewRegistration {
        arrived_in_country: today.to_string(),
        arrived_at_address: today.to_string(),
        until: (today + chrono::Days::new(5)).to_string(),
        guest: Guest {
            document: TravelDocument {
                expires_on: (today + chrono::Days::new(900)).to_string(),
                ..new.guest.document
            },
            ..new.guest
        },
        ..new
    }
}

/// None when the service was gone before it answered.
async fn register(service: &Service, new: &NewRegistration) -> Option<String> {
    let key = &new.guest.document.number;
    let (status, _, body) = service.send("POST", "/api/v1/registrations", new, key).await?;
    assert_eq!(status, 201, "{}", String::from_utf8_lossy(&body));
    Some(read::<RegistrationView>(&body).number)
}

async fn all_numbers(service: &Service) -> Vec<String> {
    let mut numbers = Vec::new();
    let mut cursor = String::new();
    loop {
        let path = format!("/api/v1/registrations?view=all&limit=100{cursor}");
        let page: Page<RegistrationRow> = service.ok("GET", &path, &()).await;
        numbers.extend(page.items.into_iter().map(|row| row.number));
        let Some(next) = page.next else { return numbers };
        cursor = format!("&cursor={next}");
    }
}

impl Submits {
    /// Signed in, with an address to register at.
    async fn begin(&self, place: &Place) -> Service {
        let mut service = place.serve("warn").await;
        service.sign_in(HOST).await;
        if self.place.get().is_none() {
            let asked: PremisesView = service.ok("POST", "/api/v1/premises", &given::premises()).await;
            self.place.set(Some(asked.id));
        }
        service
    }

    /// Somebody nobody has sent before.
    fn next(&self) -> NewRegistration {
        let mut sent = self.sent.borrow_mut();
        let new = today_at(self.place.get().unwrap(), sent.len());
        sent.push(new.clone());
        new
    }

    /// One after the other from several clients, until the service is gone.
    async fn storm(&self, service: &Service) {
        let client = async |_| {
            while let Some(number) = register(service, &self.next()).await {
                self.acknowledged.borrow_mut().push(number);
            }
        };
        join_all((0..CLIENTS).map(client)).await;
    }

    /// Returns when so many more were answered: machines differ.
    async fn answered(&self, more: usize) {
        let enough = self.acknowledged.borrow().len() + more;
        while self.acknowledged.borrow().len() < enough {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Nothing is lost and nothing is there twice, also when whoever got no answer asks again with the same key.
    async fn are_kept(&self, place: &Place) {
        let service = self.begin(place).await;
        let kept = all_numbers(&service).await;
        let acknowledged = self.acknowledged.borrow().clone();
        assert!(acknowledged.len() > 20, "only {} submits: the test proves nothing", acknowledged.len());
        let lost: Vec<_> = acknowledged.iter().filter(|number| !kept.contains(number)).collect();
        assert!(lost.is_empty(), "{lost:?} of {} are gone", acknowledged.len());

        let sent = self.sent.borrow().clone();
        for new in &sent {
            assert!(register(&service, new).await.is_some());
        }
        let mut all = all_numbers(&service).await;
        assert_eq!(all.len(), sent.len());
        all.sort();
        all.dedup();
        assert_eq!(all.len(), sent.len());
        let me: Value = service.ok("GET", "/api/v1/me", &()).await;
        assert_eq!(me["counts"]["in_force"], json!(sent.len().min(1000)));
    }
}

/// Killed again and again, each time after another while.
async fn survives_kills(rounds: u32) {
    let place = Place::new().await;
    let submits = Submits::default();
    for round in 0..rounds {
        let mut service = submits.begin(&place).await;
        let life = async {
            submits.answered(10).await;
            tokio::time::sleep(Duration::from_millis(u64::from(round * 131 % 500))).await;
        };
        tokio::select! {
            () = submits.storm(&service) => panic!("it died by itself:\n{}", place.said()),
            () = life => service.kill(),
        }
    }

    submits.are_kept(&place).await;
    println!("{rounds} kills, {} submits acknowledged", submits.acknowledged.borrow().len());
    place.drop_it().await;
}

#[actix_web::test]
async fn what_was_acknowledged_survives_kill_9() {
    survives_kills(3).await;
}

/// None when the service was gone before it answered.
async fn register_all(service: &Service, all: &[NewRegistration], key: &str) -> Option<usize> {
    let body = json!({ "registrations": all });
    let (status, _, body) = service.send("POST", "/api/v1/registrations/batch", &body, key).await?;
    assert_eq!(status, 200, "{}", String::from_utf8_lossy(&body));
    Some(read::<BatchAnswer>(&body).registered)
}

#[actix_web::test]
async fn a_batch_that_kill_9_hits_is_there_whole_or_not_at_all() {
    const GUESTS: usize = 100;
    let place = Place::new().await;
    let submits = Submits::default();
    let mut broken_off = 0;
    for round in 0..4 {
        let mut service = submits.begin(&place).await;
        let all: Vec<_> = (0..GUESTS).map(|_| submits.next()).collect();
        let key = format!("killed-{round}");
        let answered = tokio::select! {
            answer = register_all(&service, &all, &key) => answer,
            // Somewhere between the first byte and the answer.
            () = tokio::time::sleep(Duration::from_millis(10 + 25 * u64::try_from(round).unwrap())) => None,
        };
        service.kill();
        drop(service);
        broken_off += usize::from(answered.is_none());

        let service = submits.begin(&place).await;
        let kept = all_numbers(&service).await.len();
        let before = round * GUESTS;
        assert!(kept == before + GUESTS || (kept == before && answered.is_none()), "{kept} after {before}");
        assert_eq!(register_all(&service, &all, &key).await, Some(GUESTS));
        assert_eq!(all_numbers(&service).await.len(), before + GUESTS);
    }
    assert!(broken_off > 0, "none was killed in the middle: the test proves nothing");
    place.drop_it().await;
}

/// `UMIS_SOAK_ROUNDS` says how often; twenty times unless it does.
#[actix_web::test]
#[ignore = "takes long: cargo xtask soak"]
async fn soak_crash() {
    let rounds = env::var("UMIS_SOAK_ROUNDS").map_or(20, |rounds| rounds.parse().unwrap());
    survives_kills(rounds).await;
}

/// A submit that is half sent when the service is told to stop; answers that moment and the status line.
async fn half_sent_when_told_to_stop(service: &Service, new: &NewRegistration) -> (Instant, String) {
    let address = service.address.trim_start_matches("http://");
    let body = serde_json::to_vec(new).unwrap();
    let (first, second) = body.split_at(body.len() / 2);
    let head = format!(
        "POST /api/v1/registrations HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/json\r\n\
         content-length: {}\r\nsec-fetch-site: same-origin\r\nidempotency-key: {}\r\ncookie: {}\r\n\
         connection: close\r\n\r\n",
        body.len(),
        new.guest.document.number,
        service.cookie,
    );
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(&[head.as_bytes(), first].concat()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(200)).await;
    service.tell_to_stop();
    let told = Instant::now();
    tokio::time::sleep(Duration::from_millis(500)).await;
    stream.write_all(second).await.unwrap();
    let mut answer = Vec::new();
    // A process that ends may reset the line after its answer.
    let _ = stream.read_to_end(&mut answer).await;
    (told, String::from_utf8_lossy(&answer).lines().next().unwrap_or_default().to_owned())
}

#[actix_web::test]
async fn told_to_stop_it_ends_what_is_under_way_within_ten_seconds_and_loses_nothing() {
    let place = Place::new().await;
    let submits = Submits::default();
    let mut service = submits.begin(&place).await;

    let stopping = async {
        submits.answered(30).await;
        half_sent_when_told_to_stop(&service, &submits.next()).await
    };
    let ((told, status), ()) = tokio::join!(stopping, submits.storm(&service));

    assert!(status.starts_with("HTTP/1.1 201 "), "{status:?} to what was half sent when it was told to stop");
    let ended = loop {
        if let Some(ended) = service.ended() {
            break ended;
        }
        assert!(told.elapsed() < Duration::from_secs(10), "it runs still");
        tokio::time::sleep(Duration::from_millis(10)).await;
    };
    assert!(ended.success(), "{ended}\n{}", place.said());
    submits.are_kept(&place).await;
    place.drop_it().await;
}
