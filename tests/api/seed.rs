//! The invented population: the same for the same seed, and with every kind of case in it.
use api::{
    clock::Clock,
    config::{Environment, Secret, Settings},
    db::Sql,
    http::call::Actor,
    seed,
    state::AppState,
};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Statement};
use tests::Own;

fn settings(own: &Own) -> Settings {
    Settings {
        environment: Environment::Test,
        database: Secret(own.setting()),
        listen: "127.0.0.1:8080".parse().unwrap(),
        public_url: "http://127.0.0.1:8080".into(),
        keys: own.keys(),
        gateway: None,
        metrics: None,
        page: None,
        proxies: Vec::new(),
        hash_memory: 8,
        connections: 2,
        under_way: 64,
    }
}

/// A database filled as `umis seed` fills it, and the way into it.
async fn seeded(people: u64, number: u64) -> (Own, AppState) {
    seeded_at("2026-11-23T18:00:00Z", people, number).await
}

/// The same at some moment.
async fn seeded_at(now: &str, people: u64, number: u64) -> (Own, AppState) {
    let own = Own::new().await;
    seed::run(settings(&own), people, number, None, now.parse().unwrap()).await.unwrap();
    let clock = Clock::still("2026-11-23T09:00:00Z".parse().unwrap());
    let state = AppState::start(settings(&own), clock, api::chance::Chance::Real).await.unwrap();
    (own, state)
}

#[derive(FromQueryResult)]
struct Line {
    line: String,
}

/// All columns of a table as one text per row, whatever the database.
async fn rows(state: &AppState, table: &str) -> Vec<String> {
    let job = Actor::service("test", "seed");
    let reading = state.read(&job).await.unwrap();
    let sql = if reading.get_database_backend() == DbBackend::Postgres {
        format!("select t::text as line from {table} t order by 1")
    } else {
        let columns = Statement::from_string(DbBackend::Sqlite, format!("pragma table_info({table})"));
        let columns = reading.query_all_raw(columns).await.unwrap();
        let quoted =
            columns.iter().map(|row| format!("quote({})", row.try_get::<String>("", "name").unwrap()));
        format!("select {} as line from {table} order by 1", quoted.collect::<Vec<_>>().join(" || ',' || "))
    };
    let lines: Vec<Line> = reading.list(&sql, Vec::new()).await.unwrap();
    lines.into_iter().map(|row| row.line).collect()
}

/// All that the seed writes to; the log of accesses is written with it.
const TABLES: [&str; 18] = [
    "person",
    "identity",
    "identity_document",
    "registry_event",
    "match_candidate",
    "address",
    "party",
    "account",
    "consent",
    "membership",
    "staff",
    "session",
    "api_client",
    "premises",
    "registration",
    "registration_event",
    "registration_text",
    "idempotency_key",
];

#[actix_web::test]
async fn the_same_seed_fills_the_same_tables() {
    let (one, once) = seeded(40, 7).await;
    let (two, twice) = seeded(40, 7).await;
    let (three, otherwise) = seeded(40, 8).await;

    for table in TABLES {
        assert_eq!(rows(&once, table).await, rows(&twice, table).await, "{table}");
    }
    assert_ne!(rows(&once, "registration").await, rows(&otherwise, "registration").await);
    for own in [one, two, three] {
        own.drop_it().await;
    }
}

#[actix_web::test]
async fn every_kind_of_case_is_among_the_invented() {
    // As `cargo xtask run` does it.
    let (own, state) = seeded(200, 1).await;
    let job = Actor::service("test", "seed");
    let reading = state.read(&job).await.unwrap();
    let found = async |what: &str| {
        let sql = format!("select cast(count(*) as text) as line from {what}");
        let row: Option<Line> = reading.find(&sql, Vec::new()).await.unwrap();
        row.unwrap().line.parse::<i64>().unwrap()
    };

    for (what, least) in [
        ("registration", 200),
        ("registration where moved", 3),
        ("registration where state = 'superseded'", 2),
        ("registration where state = 'departed'", 30),
        ("registration where late_days > 0", 5),
        ("registration where visa_number is not null", 10),
        ("registration where address_open", 2),
        ("registration_event where kind = 'corrected'", 3),
        ("registration_text where field = 'room'", 2),
        ("registration_event where kind = 'annulled' and payload like '%never_came%'", 2),
        ("registration_event where kind = 'annulled' and payload like '%address_rejected%'", 2),
        ("premises where state = 'requested'", 2),
        ("premises where state = 'rejected' and reason is not null and decided_by is not null", 1),
        ("party where kind = 'person' and fin is not null and voen is null", 3),
        (
            "registration r join party p on p.id = r.party and p.kind = 'person'
                and not exists (select 1 from membership m where m.party = p.id)",
            4,
        ),
    ] {
        let count = found(what).await;
        assert!(count >= least, "{count} {what}");
    }
    // Nobody is told of what was only invented.
    assert_eq!(found("outbox_message where recipient = 'account'").await, 0);
    assert_eq!(found("session where ended_at is null and ends_at > '2026-11-23'").await, 0);
    own.drop_it().await;
}

#[actix_web::test]
async fn nothing_of_the_invented_lies_ahead() {
    // A quarter past seven in the morning in Baku: nobody has come yet today.
    let (own, state) = seeded_at("2026-11-23T03:15:00Z", 200, 1).await;
    let job = Actor::service("test", "seed");
    let reading = state.read(&job).await.unwrap();

    for (table, moment) in [
        ("registration", "registered_at"),
        ("registration", "closed_at"),
        ("registration_event", "at"),
        ("access_entry", "at"),
        ("premises", "decided_at"),
    ] {
        let sql = format!(
            "select cast(max({moment}) as text) as line from {table} where {moment} > $1 having count(*) > 0"
        );
        let now: chrono::DateTime<chrono::Utc> = "2026-11-23T03:15:00Z".parse().unwrap();
        let ahead: Option<Line> = reading.find(&sql, vec![now.into()]).await.unwrap();
        assert!(ahead.is_none(), "{table} {}", ahead.unwrap().line);
    }
    own.drop_it().await;
}

#[actix_web::test]
async fn a_seed_falls_only_on_an_empty_database() {
    let (own, _) = seeded(1, 1).await;

    let again = seed::run(settings(&own), 1, 1, None, tests::BEGIN.parse().unwrap()).await;

    assert!(again.unwrap_err().to_string().contains("not empty"));
    own.drop_it().await;
}

#[actix_web::test]
async fn production_is_never_filled_with_invented_people() {
    let own = Own::new().await;
    let production = Settings { environment: Environment::Production, ..settings(&own) };

    let refused = seed::run(production, 1, 1, None, tests::BEGIN.parse().unwrap()).await;

    assert!(refused.unwrap_err().to_string().contains("never"));
    own.drop_it().await;
}
