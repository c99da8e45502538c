//! The real program, as a process of its own: asked, told to stop, killed, and read.
use std::{
    env, fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{self, Child, Command, ExitStatus, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::json;

use crate::{
    database::{Own, on_postgres},
    read,
    staff::PASSWORD,
};

/// `umis` on a database that is there already; `umis.arg("migrate")` and the like.
///
/// It lies in `UMIS_PROGRAMS`, or where cargo puts it beside these tests. A test that needs it never passes without it.
pub fn umis(database: &str, keys: &Path) -> Command {
    let folder = env::var_os("UMIS_PROGRAMS").map_or_else(beside_us, PathBuf::from);
    let program = folder.join("umis");
    assert!(
        program.is_file(),
        "there is no {}: cargo build --workspace --exclude web --bins",
        program.display()
    );
    let mut command = Command::new(program);
    command.env_clear().envs([("UMIS_ENV", "test"), ("UMIS_HASH_MEMORY", "8"), ("UMIS_DATABASE", database)]);
    command.env("UMIS_KEYS", keys);
    command
}

/// `target/debug` of `target/debug/deps/api-0123`.
fn beside_us() -> PathBuf {
    let own = env::current_exe().unwrap();
    own.parent().and_then(Path::parent).unwrap().to_owned()
}

/// What outlives a process: a folder on the disk, with the SQLite file in it unless the suite runs on PostgreSQL.
pub struct Place {
    folder: PathBuf,
    own: Option<Own>,
}

impl Place {
    pub async fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("umis-process-{}-{number}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self { folder, own: if on_postgres() { Some(Own::new().await) } else { None } }
    }

    /// Any verb of the program, here.
    pub fn umis(&self) -> Command {
        let file = format!("sqlite:{}", self.folder.join("umis.sqlite").display());
        umis(&self.own.as_ref().map_or(file, Own::setting), &self.folder.join("keys"))
    }

    /// A service that answers; what it says at `log` goes to a file.
    pub async fn serve(&self, log: &str) -> Service {
        let listen = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let said = fs::File::options().create(true).append(true).open(self.folder.join("said")).unwrap();
        let mut command = self.umis();
        command.arg("serve").env("UMIS_LISTEN", listen.to_string()).env("UMIS_LOG", log);
        // Nobody listens there: what is to be delivered fails.
        command.env("UMIS_GATEWAY", "http://127.0.0.1:1");
        command.stdin(Stdio::null()).stdout(said.try_clone().unwrap()).stderr(said);
        let child = command.spawn().unwrap();
        let mut service = Service { child, address: format!("http://{listen}"), cookie: String::new() };
        for _ in 0..3000 {
            if service.send("GET", "/healthz", &(), "").await.is_some() {
                return service;
            }
            if let Some(status) = service.child.try_wait().unwrap() {
                panic!("it did not start: {status}\n{}", self.said());
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("it does not answer:\n{}", self.said());
    }

    /// Both outputs of all services that were started here.
    pub fn said(&self) -> String {
        fs::read_to_string(self.folder.join("said")).unwrap_or_default()
    }

    /// Gone with everything in it.
    pub async fn drop_it(mut self) {
        if let Some(own) = self.own.take() {
            own.drop_it().await;
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A running service, and the cookies of who signed in last.
pub struct Service {
    child: Child,
    /// `http://127.0.0.1:PORT`.
    pub address: String,
    pub cookie: String,
}

impl Drop for Service {
    fn drop(&mut self) {
        self.kill();
    }
}

impl Service {
    /// SIGKILL.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// SIGTERM: it may end what is under way.
    pub fn tell_to_stop(&self) {
        let told = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(told.success(), "{told}");
    }

    /// How it ended; none if it runs still.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().unwrap()
    }

    /// Signs in as one of the demo's.
    pub async fn sign_in(&mut self, email: &str) {
        self.cookie.clear();
        let body = json!({ "email": email, "password": PASSWORD });
        let (status, cookies, _) = self.send("POST", "/api/v1/auth/sign-in", &body, "").await.unwrap();
        assert_eq!(status, 200, "{email}");
        self.cookie = cookies;
    }

    /// Status, cookies and body; none when the service is gone before it has answered.
    pub async fn send(
        &self,
        method: &str,
        path: &str,
        body: &impl Serialize,
        key: &str,
    ) -> Option<(u16, String, Vec<u8>)> {
        let client = awc::Client::builder().timeout(Duration::from_secs(10)).finish();
        let mut request = client
            .request(method.parse().unwrap(), format!("{}{path}", self.address))
            .insert_header(("sec-fetch-site", "same-origin"))
            .insert_header(("cookie", self.cookie.as_str()));
        if !key.is_empty() {
            request = request.insert_header(("idempotency-key", key));
        }
        let mut answer = request.send_json(body).await.ok()?;
        let bytes = answer.body().limit(16 << 20).await.ok()?;
        let cookies = answer.headers().get_all("set-cookie");
        let cookies: Vec<_> = cookies.filter_map(|cookie| cookie.to_str().ok()?.split(';').next()).collect();
        Some((answer.status().as_u16(), cookies.join("; "), bytes.to_vec()))
    }

    /// An answer that must be there and be a good one.
    pub async fn ok<T: DeserializeOwned>(&self, method: &str, path: &str, body: &impl Serialize) -> T {
        let (status, _, body) = self.send(method, path, body, "").await.unwrap();
        assert!(status < 300, "{method} {path}: {status}\n{}", String::from_utf8_lossy(&body));
        read(&body)
    }
}
