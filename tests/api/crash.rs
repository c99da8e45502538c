//! `kill -9` in the middle of submits: what was acknowledged is there, the rest is whole or absent.
use std::{
    cell::RefCell,
    env, fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use api::clock::{Clock, baku_day};
use futures_util::future::join_all;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use shared::{
    ids::PremisesId,
    page::Page,
    premises::PremisesView,
    registrations::{NewRegistration, RegistrationRow, RegistrationView},
};
use tests::{given, on_postgres, read};

/// The real program on a real disk.
struct Service {
    child: Child,
    address: String,
    cookie: String,
}

impl Drop for Service {
    fn drop(&mut self) {
        self.kill();
    }
}

impl Service {
    async fn start(program: &Path, folder: &Path) -> Self {
        let listen = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let child = Command::new(program)
            .arg("serve")
            .env_clear()
            .envs([
                ("UMIS_ENV", "test".to_owned()),
                ("UMIS_HASH_MEMORY", "8".to_owned()),
                ("UMIS_LISTEN", listen.to_string()),
                ("UMIS_DATABASE", format!("sqlite:{}", folder.join("umis.sqlite").display())),
                ("UMIS_KEYS", folder.join("keys").display().to_string()),
            ])
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut service = Self { child, address: format!("http://{listen}"), cookie: String::new() };
        for _ in 0..1000 {
            if service.send("GET", "/healthz", &()).await.is_some() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        let body = json!({ "email": "hotel@demo.az", "password": "four green boats at dawn" });
        let (_, cookies, _) = service.send("POST", "/api/v1/auth/sign-in", &body).await.unwrap();
        service.cookie = cookies;
        service
    }

    /// SIGKILL.
    fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Status, cookies and body; none when the service died meanwhile.
    async fn send(&self, method: &str, path: &str, body: &impl Serialize) -> Option<(u16, String, Vec<u8>)> {
        self.send_with_key(method, path, body, "").await
    }

    async fn send_with_key(
        &self,
        method: &str,
        path: &str,
        body: &impl Serialize,
        key: &str,
    ) -> Option<(u16, String, Vec<u8>)> {
        let client = awc::Client::builder().timeout(Duration::from_secs(10)).finish();
        let url = format!("{}{path}", self.address);
        let mut request = client
            .request(method.parse().unwrap(), url)
            .insert_header(("sec-fetch-site", "same-origin"))
            .insert_header(("cookie", self.cookie.as_str()));
        if !key.is_empty() {
            request = request.insert_header(("idempotency-key", key));
        }
        let mut answer = request.send_json(body).await.ok()?;
        let bytes = answer.body().await.ok()?;
        let cookies = answer.headers().get_all("set-cookie");
        let cookies: Vec<_> = cookies.filter_map(|cookie| cookie.to_str().ok()?.split(';').next()).collect();
        Some((answer.status().as_u16(), cookies.join("; "), bytes.to_vec()))
    }

    async fn ok<T: DeserializeOwned>(&self, method: &str, path: &str, body: &impl Serialize) -> T {
        let (status, _, body) = self.send(method, path, body).await.unwrap();
        assert!(status < 300, "{method} {path}: {status}\n{}", String::from_utf8_lossy(&body));
        read(&body)
    }

    /// None when the service died before it answered.
    async fn register(&self, new: &NewRegistration) -> Option<String> {
        let key = &new.guest.document.number;
        let (status, _, body) = self.send_with_key("POST", "/api/v1/registrations", new, key).await?;
        assert_eq!(status, 201, "{}", String::from_utf8_lossy(&body));
        Some(read::<RegistrationView>(&body).number)
    }

    async fn all_numbers(&self) -> Vec<String> {
        let mut numbers = Vec::new();
        let mut cursor = String::new();
        loop {
            let path = format!("/api/v1/registrations?view=all&limit=100{cursor}");
            let page: Page<RegistrationRow> = self.ok("GET", &path, &()).await;
            numbers.extend(page.items.into_iter().map(|row| row.number));
            let Some(next) = page.next else { return numbers };
            cursor = format!("&cursor={next}");
        }
    }
}

/// Gone at the end.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn today_at(premises: PremisesId, number: u32) -> NewRegistration {
    let today = baku_day(Clock::Real.now());
    let new = given::registration_number(premises, number);
    NewRegistration {
        arrived_in_country: today.to_string(),
        arrived_at_address: today.to_string(),
        until: (today + chrono::Days::new(5)).to_string(),
        guest: shared::registrations::Guest {
            document: shared::registrations::TravelDocument {
                expires_on: (today + chrono::Days::new(900)).to_string(),
                ..new.guest.document
            },
            ..new.guest
        },
        ..new
    }
}

const CLIENTS: u32 = 8;
const ROUNDS: u32 = 3;

#[actix_web::test]
async fn what_was_acknowledged_survives_kill_9() {
    let program = env::var_os("UMIS_PROGRAMS").map(|folder| Path::new(&folder).join("umis"));
    let Some(program) = program.filter(|program| program.is_file() && !on_postgres()) else {
        println!("skipped: UMIS_PROGRAMS names no folder with umis, or this is the PostgreSQL run");
        return;
    };
    let folder = Folder(env::temp_dir().join(format!("umis-crash-{}", std::process::id())));
    fs::create_dir_all(&folder.0).unwrap();
    let acknowledged: RefCell<Vec<String>> = RefCell::default();
    let sent: RefCell<Vec<NewRegistration>> = RefCell::default();
    let mut premises: Option<PremisesId> = None;

    for round in 0..ROUNDS {
        let mut service = Service::start(&program, &folder.0).await;
        let place = match premises {
            Some(place) => place,
            None => {
                let form = given::premises();
                service.ok::<PremisesView>("POST", "/api/v1/premises", &form).await.id
            }
        };
        premises = Some(place);
        let client = async |client: u32| {
            for turn in 0.. {
                let new = today_at(place, (round * CLIENTS + client) * 10_000 + turn);
                sent.borrow_mut().push(new.clone());
                let Some(number) = service.register(&new).await else { return };
                acknowledged.borrow_mut().push(number);
            }
        };
        let work = join_all((0..CLIENTS).map(client));
        let life = Duration::from_millis(250 + u64::from(round) * 130);
        let _ = tokio::time::timeout(life, work).await;
        service.kill();
    }

    let service = Service::start(&program, &folder.0).await;
    let kept = service.all_numbers().await;
    let acknowledged = acknowledged.into_inner();
    assert!(acknowledged.len() > 20, "only {} submits: the test proves nothing", acknowledged.len());
    let lost: Vec<_> = acknowledged.iter().filter(|number| !kept.contains(number)).collect();
    assert!(lost.is_empty(), "{lost:?} of {} are gone", acknowledged.len());

    // Whoever got no answer asks again with the same key: nobody is registered twice.
    let sent = sent.into_inner();
    for new in &sent {
        assert!(service.register(new).await.is_some());
    }
    let mut all = service.all_numbers().await;
    assert_eq!(all.len(), sent.len());
    all.sort();
    all.dedup();
    assert_eq!(all.len(), sent.len());
    let me: Value = service.ok("GET", "/api/v1/me", &()).await;
    assert_eq!(me["counts"]["in_force"], json!(sent.len().min(1000)));
}
