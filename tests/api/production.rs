//! What a service for the public refuses to begin with, and what it does not show (A9).
use std::{
    collections::BTreeMap,
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use api::{
    chance::Chance,
    clock::Clock,
    config::{Environment, Settings},
    db::Sql,
    http::call::Actor as Job,
    identity::usecases::{create_first_administrator, demo_accounts, ensure_demo_accounts},
    keys::{Keys, Use},
    seed,
    state::AppState,
};
use sea_orm::FromQueryResult;
use serde_json::json;
use tests::{Actor, Own, TestApp};

fn settings(own: &Own, environment: Environment) -> Settings {
    Settings { environment, ..tests::settings(own, ([127, 0, 0, 1], 8080).into()) }
}

async fn begun(settings: Settings) -> Result<AppState, String> {
    let clock = Clock::still(tests::BEGIN.parse().unwrap());
    AppState::start(settings, clock, Chance::Real).await.map_err(|error| format!("{error:#}"))
}

async fn refusal(settings: Settings) -> String {
    begun(settings).await.err().expect("it began")
}

/// A folder that is gone with its test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("umis-production-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn with_keys(name: &str) -> Self {
        let folder = Self::new(name);
        for usage in [Use::Session, Use::Document] {
            Keys::create(&folder.0, usage, "1").unwrap();
        }
        folder
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

fn files(folder: &Path) -> usize {
    fs::read_dir(folder).unwrap().count()
}

#[actix_web::test]
async fn production_does_not_begin_on_a_database_with_demo_accounts() {
    let own = Own::new().await;
    let demo = begun(settings(&own, Environment::Demo)).await.unwrap();
    begun(settings(&own, Environment::Production)).await.expect("an empty database is fine");
    ensure_demo_accounts(&demo).await.unwrap();
    drop(demo);

    let told = refusal(settings(&own, Environment::Production)).await;

    assert!(told.contains(&format!("{} demo accounts", demo_accounts().len())), "{told}");
    own.drop_it().await;
}

#[actix_web::test]
async fn production_opens_no_demo_accounts_and_is_not_seeded() {
    let own = Own::new().await;
    let production = settings(&own, Environment::Production);
    let state = begun(production.clone()).await.unwrap();

    ensure_demo_accounts(&state).await.unwrap();
    drop(state);
    begun(production.clone()).await.expect("there is none");
    let seeded = seed::run(production, 5, 1, None, tests::BEGIN.parse().unwrap())
        .await
        .expect_err("it was seeded")
        .to_string();

    assert!(seeded.contains("never filled with invented people"), "{seeded}");
    own.drop_it().await;
}

#[actix_web::test]
async fn production_makes_no_keys_on_the_way() {
    let own = Own::new().await;
    let (none, one) = (Folder::new("none"), Folder::new("one"));
    Keys::create(&one.0, Use::Session, "1").unwrap();
    let with = |keys: &Folder| Settings { keys: keys.0.clone(), ..settings(&own, Environment::Production) };

    let without = refusal(with(&none)).await;
    let half = refusal(with(&one)).await;

    assert!(without.contains("umis keys create --use session"), "{without}");
    assert!(half.contains("umis keys create --use document"), "{half}");
    assert_eq!((files(&none.0), files(&one.0)), (0, 1));
    // A laptop makes its own.
    begun(Settings { environment: Environment::Demo, ..with(&none) }).await.unwrap();
    assert_eq!(files(&none.0), 2);
    own.drop_it().await;
}

#[actix_web::test]
async fn production_does_not_sign_with_a_key_that_others_can_read() {
    let own = Own::new().await;
    let folder = Folder::with_keys("open");
    let with = |environment| Settings { keys: folder.0.clone(), ..settings(&own, environment) };
    begun(with(Environment::Production)).await.expect("new keys are closed");

    for mode in [0o640, 0o604, 0o644] {
        fs::set_permissions(folder.0.join("document-1.pem"), fs::Permissions::from_mode(mode)).unwrap();
        let told = refusal(with(Environment::Production)).await;
        assert!(told.contains("document-1.pem can be read by others"), "{mode:o}: {told}");
        begun(with(Environment::Demo)).await.expect("a laptop is not asked");
    }
    own.drop_it().await;
}

/// What was noted as a change of the configuration: by which operation, how often.
async fn configured(state: &AppState) -> BTreeMap<String, i64> {
    #[derive(FromQueryResult)]
    struct Noted {
        operation: String,
        times: i64,
    }
    let sql = "select operation, count(*) as times from security_event where kind = 'configuration_changed'
        group by operation";
    let job = Job::service("test", "configured");
    let rows: Vec<Noted> = state.read(&job).await.unwrap().list(sql, Vec::new()).await.unwrap();
    rows.into_iter().map(|row| (row.operation, row.times)).collect()
}

/// E7: who looks at the events sees when the service was given a key, an edition or its first administrator.
#[actix_web::test]
async fn what_changes_the_configuration_is_noted_once() {
    let own = Own::new().await;
    let folder = Folder::with_keys("noted");
    let settings = Settings { keys: folder.0.clone(), ..settings(&own, Environment::Production) };
    let noted = |keys: i64| BTreeMap::from([("record_edition".into(), 1), ("use_key".into(), keys)]);

    assert_eq!(configured(&begun(settings.clone()).await.unwrap()).await, noted(2));
    assert_eq!(configured(&begun(settings.clone()).await.unwrap()).await, noted(2), "nothing is new");
    Keys::create(&folder.0, Use::Session, "2").unwrap();
    let state = begun(settings).await.unwrap();
    assert_eq!(configured(&state).await, noted(3));
    let created = create_first_administrator(&state, "first@migration.example.az", "First").await;
    assert!(created.unwrap().is_some());
    let mut all = noted(3);
    all.insert("create_first_administrator".into(), 1);
    assert_eq!(configured(&state).await, all);
    drop(state);
    own.drop_it().await;
}

#[actix_web::test]
async fn production_lists_no_demo_accounts_and_asks_for_https() {
    let laptop = TestApp::start().await;
    let app = TestApp::in_production().await;
    let anyone = Actor::nobody();

    let list = app.get(&anyone, "/demo/accounts").await;
    let sign_in = json!({ "email": demo_accounts()[0].email, "password": demo_accounts()[0].password });

    assert_eq!(list.header("strict-transport-security"), Some("max-age=63072000; includeSubDomains"));
    assert_eq!(list.refused(), (404, "not_found".into()));
    assert_eq!(app.post(&anyone, "/auth/sign-in", &sign_in).await.refused(), (401, "wrong_password".into()));
    let list = laptop.get(&anyone, "/demo/accounts").await;
    assert_eq!((list.status.as_u16(), list.header("strict-transport-security")), (200, None));
}
