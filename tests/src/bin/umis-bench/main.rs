//! `cargo xtask bench [people] [word]`: the product beside its limits (performance.md), in one interleaved run. With a word
//! only the work on PostgreSQL whose name holds it, printed and not written down.
mod batch;
mod captured;
mod limits;
mod load;
mod page;
mod process;

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use anyhow::{Context, Result, bail};
use captured::Sent;
use load::{Ask, Connection, Round, get, post};
use page::Line;
use process::{Place, Service};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement};

/// Each side of a comparison runs so long, three times in turn; medians count.
const LENGTH: Duration = Duration::from_secs(4);
const ROUNDS: usize = 3;
/// Connections that keep both sides busy on two cores.
const MANY: u32 = 16;
const PASSWORD: &str = "four green boats at dawn";

#[tokio::main]
async fn main() -> Result<()> {
    let people: u32 = std::env::args().nth(1).map_or(Ok(86_000), |text| text.parse())?;
    let home = std::env::temp_dir().join(format!("umis-bench-{}", std::process::id()));
    std::fs::create_dir_all(&home)?;
    let word = std::env::args().nth(2);
    let mut lines = Vec::new();
    let outcome = measure(people, word.as_deref(), &home, &mut lines).await;
    let _ = std::fs::remove_dir_all(&home);
    let about = outcome.inspect_err(|_| println!("{}", page::table(&lines)))?;
    if word.is_some() {
        println!("{}", page::table(&lines));
        return Ok(());
    }
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("no repository")?;
    page::write(&repository.join("docs/benchmarks.md"), &lines, &about)
}

async fn measure(people: u32, word: Option<&str>, home: &Path, lines: &mut Vec<Line>) -> Result<String> {
    let postgres = std::env::var("UMIS_POSTGRES").context("UMIS_POSTGRES is not set")?;
    let (server, _) = postgres.rsplit_once('/').context("UMIS_POSTGRES names no database")?;
    let admin = Database::connect(&postgres).await?;
    admin.execute_unprepared("create database umis_bench").await?;
    let place = Place { database: format!("{server}/umis_bench"), home: home.join("postgres") };
    std::fs::create_dir_all(&place.home)?;
    let seeded = place.seed(people)?;
    let db = Database::connect(&place.database).await?;
    db.execute_unprepared("vacuum analyze").await?;
    let stored = number(&db, "select count(*) as n from registration").await?;
    println!("{stored} registrations seeded in {:.0} s", seeded.as_secs_f64());
    on_postgres(&place, word, &db, &admin, lines).await?;
    db.close().await?;
    if word.is_some() {
        return Ok(String::new());
    }
    slope(&admin, server, people, &place, home, lines).await?;
    let written = std::fs::read_to_string(home.join("postgres/statements.json"))?;
    on_sqlite(people, home, &written, lines).await?;
    Ok(format!(
        "{stored} registrations of {people} people, PostgreSQL with `fsync` on, the service, PostgreSQL and the clients on the same two \
         cores. {ROUNDS} rounds of {} s in turn, medians; rates are a second. Written by `cargo xtask bench`.",
        LENGTH.as_secs()
    ))
}

async fn on_postgres(
    place: &Place,
    word: Option<&str>,
    db: &DatabaseConnection,
    admin: &DatabaseConnection,
    lines: &mut Vec<Line>,
) -> Result<()> {
    let service = place.serve().await?;
    let host = Person::sign_in(&service, "hotel@demo.az").await?;
    let officer = Person::sign_in(&service, "officer@demo.az").await?;
    let premises = host.first(&service, "/api/v1/premises", "id").await?;
    let registration = host.first(&service, "/api/v1/registrations?view=all", "id").await?;
    let all = "/api/v1/registrations?view=all";
    let last = far_page(&service, &officer, "/api/v1/registrations?view=new", 200).await?;
    let far = far_page(&service, &officer, all, 200).await?;
    let register = host.register(premises.clone());

    lines.push(alone("start with all data, PostgreSQL", service.started_in, 300.0, 50.0));
    let work: [(&str, u16, Ask, [f64; 2]); 7] = [
        ("register a guest", 201, register.clone(), [0.5, 0.8]),
        (
            "read one's own registration",
            200,
            host.reading(&format!("/api/v1/registrations/{registration}")),
            [0.4, 0.7],
        ),
        ("own list", 200, host.reading("/api/v1/registrations"), [0.4, 0.7]),
        ("desk list, page 1", 200, officer.reading("/api/v1/registrations"), [0.4, 0.7]),
        ("desk list, last page", 200, officer.reading(&last), [0.4, 0.7]),
        ("desk list of all, page 1", 200, officer.reading(all), [0.4, 0.7]),
        ("desk list of all, page 200", 200, officer.reading(&far), [0.4, 0.7]),
    ];
    let mut desk_p99 = Vec::new();
    let wanted = |name: &str| word.is_none_or(|word| name.contains(word));
    for (name, status, ask, [floor, goal]) in work.into_iter().filter(|(name, ..)| wanted(name)) {
        let (one, other) = capture(admin, &service, &ask).await?;
        let (parts, other_parts) = (captured::separate(&one), captured::separate(&other));
        let script = captured::script(&parts, &other_parts);
        let together = captured::script(&one, &other);
        let (mut product, mut apart, mut whole) = (Vec::new(), Vec::new(), Vec::new());
        let (mut single, mut limit) = (Vec::new(), Vec::new());
        let before = service.processor()?;
        let mut requests = 0;
        for _ in 0..ROUNDS {
            let round = load::round(service.port, MANY, LENGTH, status, ask.clone()).await?;
            requests += round.requests;
            product.push(round);
            apart.push(limits::pgbench(&place.database, &place.home, &script, MANY, LENGTH)?);
            if status == 201 {
                whole.push(limits::pgbench(&place.database, &place.home, &together, MANY, LENGTH)?);
            }
        }
        let processor = service.processor()?.saturating_sub(before);
        for _ in 0..ROUNDS {
            let length = Duration::from_secs(2);
            single.push(load::round(service.port, 1, length, status, ask.clone()).await?);
            limit.push(limits::pgbench(&place.database, &place.home, &script, 1, length)?);
        }
        let (product, apart) = (median(product), median(apart));
        println!("{name}: {} statements sent, {} apart", one.len(), parts.len());
        lines.push(beside(&format!("{name}, {MANY} clients"), product, apart, Some([floor, goal])));
        if status == 201 {
            lines.push(beside(
                "… beside the statements as the service sends them",
                product,
                median(whole),
                None,
            ));
            std::fs::write(
                place.home.join("statements.json"),
                keep(&captured::without_bounds(parts), &captured::without_bounds(other_parts)),
            )?;
        }
        let (single, limit) = (median(single), median(limit));
        lines.push(Line {
            work: format!("{name}, unloaded p50"),
            value: milliseconds(single.p50),
            limit: milliseconds(limit.p50),
            // Higher is better in this table: how much of the limit's speed is kept.
            ratio: Some(limit.p50.as_secs_f64() / single.p50.as_secs_f64()),
            floor: Some(0.5),
            goal: Some(1.0 / 1.3),
        });
        let each = processor / u32::try_from(requests.max(1))?;
        let (floor, goal) = if status == 201 { (Some(0.30), Some(0.15)) } else { (None, None) };
        lines.push(Line {
            work: format!("{name}, processor time of the service a request"),
            value: milliseconds(each),
            limit: String::new(),
            ratio: floor.map(|_| 0.15 / (each.as_secs_f64() * 1000.0)),
            floor: floor.map(|floor| 0.15 / floor),
            goal: goal.map(|_| 1.0),
        });
        if name.starts_with("desk") {
            desk_p99.push((name, product.p99));
        }
    }
    for pages in desk_p99.chunks_exact(2) {
        let [(_, first), (name, far)] = pages else { bail!("a page is compared with its first") };
        lines.push(Line {
            work: format!("{name}, p99; the limit is page 1"),
            value: milliseconds(*far),
            limit: milliseconds(*first),
            ratio: Some(first.as_secs_f64() / far.as_secs_f64()),
            floor: None,
            goal: Some(1.0 / 1.2),
        });
    }
    lines.push(Line {
        work: "memory under this load".into(),
        value: format!("{:.0} MiB", service.memory()?),
        limit: String::new(),
        ratio: Some(48.0 / service.memory()?),
        floor: Some(48.0 / 150.0),
        goal: Some(1.0),
    });
    if wanted("registrations in one request") {
        batch::measure(&service, &host, &premises, db, lines).await?;
    }
    if word.is_none() {
        files(&service, lines).await?;
    }
    if wanted("sign in") {
        sign_ins(&service, lines).await?;
    }
    let accounts = number(db, "select count(*) as n from session").await?;
    println!("{accounts} sessions");
    Ok(())
}

/// The same work with a tenth of the people: cost must not grow with what is stored.
async fn slope(
    admin: &DatabaseConnection,
    server: &str,
    people: u32,
    large: &Place,
    home: &Path,
    lines: &mut Vec<Line>,
) -> Result<()> {
    admin.execute_unprepared("create database umis_bench_small").await?;
    let small = Place { database: format!("{server}/umis_bench_small"), home: home.join("small") };
    std::fs::create_dir_all(&small.home)?;
    small.seed(people / 10)?;
    Database::connect(&small.database).await?.execute_unprepared("vacuum analyze").await?;
    let services = [small.serve().await?, large.serve().await?];
    let mut asks: Vec<Vec<(&str, u16, Ask)>> = Vec::new();
    for service in &services {
        let host = Person::sign_in(service, "hotel@demo.az").await?;
        let officer = Person::sign_in(service, "officer@demo.az").await?;
        let premises = host.first(service, "/api/v1/premises", "id").await?;
        asks.push(vec![
            ("register a guest", 201, host.register(premises)),
            ("own list", 200, host.reading("/api/v1/registrations")),
            ("desk list, page 1", 200, officer.reading("/api/v1/registrations")),
        ]);
    }
    let [few, many] = asks.as_slice() else { bail!("two sizes are compared") };
    let [small, large] = &services;
    for ((name, status, in_few), (_, _, in_many)) in few.iter().zip(many) {
        let (mut with_few, mut with_many) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            let length = LENGTH / 2;
            with_few.push(load::round(small.port, MANY, length, *status, in_few.clone()).await?);
            with_many.push(load::round(large.port, MANY, length, *status, in_many.clone()).await?);
        }
        let (few, many) = (median(with_few), median(with_many));
        lines.push(Line {
            goal: Some(1.0 / 1.2),
            ..beside(&format!("{name}, all rows beside a tenth of them"), many, few, None)
        });
    }
    Ok(())
}

/// Files of the page beside nginx, both from memory or the cache of the system, both compressed beforehand.
async fn files(service: &Service, lines: &mut Vec<Line>) -> Result<()> {
    let page: PathBuf = std::env::var_os("UMIS_PAGE").context("UMIS_PAGE is not set")?.into();
    let nginx = limits::Nginx::start(&page)?;
    for (name, end) in [("style sheet", ".css"), ("main code", ".wasm")] {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(page.join("assets"))?.flatten() {
            let file = entry.file_name().to_string_lossy().into_owned();
            if file.ends_with(end) {
                found.push((entry.metadata()?.len(), file));
            }
        }
        found.sort();
        let (_, file) = found.pop().with_context(|| format!("the page has no {end}"))?;
        let request = get(&format!("/assets/{file}"), "accept-encoding: gzip\r\n");
        let ask: Ask = Arc::new(move |_| request.clone());
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            ours.push(load::round(service.port, MANY, LENGTH / 2, 200, ask.clone()).await?);
            theirs.push(load::round(nginx.port, MANY, LENGTH / 2, 200, ask.clone()).await?);
        }
        lines.push(beside(
            &format!("static file, {name}; the limit is nginx"),
            median(ours),
            median(theirs),
            Some([0.5, 0.8]),
        ));
    }
    Ok(())
}

async fn sign_ins(service: &Service, lines: &mut Vec<Line>) -> Result<()> {
    let (mut product, mut limit) = (Vec::new(), Vec::new());
    let emails = ["hotel@demo.az", "owner@demo.az", "officer@demo.az", "supervisor@demo.az"];
    for _ in 0..ROUNDS {
        let ask: Ask = Arc::new(move |client: u32| {
            let number = next();
            let email = emails.iter().cycle().nth(usize::try_from(client).unwrap_or_default()).unwrap_or(&"");
            let from = format!(
                "x-forwarded-for: 10.{}.{}.{}\r\n",
                number >> 16 & 255,
                number >> 8 & 255,
                number & 255
            );
            post(
                "/api/v1/auth/sign-in",
                &from,
                &format!("{{\"email\":\"{email}\",\"password\":\"{PASSWORD}\"}}"),
            )
        });
        product.push(load::round(service.port, 8, LENGTH, 200, ask).await?);
        limit.push(Round { per_second: limits::argon2(LENGTH)?, ..Round::default() });
    }
    lines.push(beside(
        "sign in, 8 clients; the limit is argon2id alone",
        median(product),
        median(limit),
        Some([0.90, 0.95]),
    ));
    lines.push(Line {
        work: "memory after the sign-in storm".into(),
        value: format!("{:.0} MiB", service.memory()?),
        limit: String::new(),
        ratio: Some(96.0 / service.memory()?),
        floor: Some(96.0 / 150.0),
        goal: Some(1.0),
    });
    Ok(())
}

async fn on_sqlite(people: u32, home: &Path, statements: &str, lines: &mut Vec<Line>) -> Result<()> {
    let file = home.join("umis.sqlite");
    let place = Place { database: format!("sqlite:{}", file.display()), home: home.join("sqlite") };
    std::fs::create_dir_all(&place.home)?;
    place.seed(people)?;
    let (one, other) = kept(statements)?;
    let spare = home.join("spare.sqlite");
    // With what still waits beside the file.
    let seeded = Database::connect(&place.database).await?;
    seeded.execute_unprepared(&format!("vacuum into '{}'", spare.display())).await?;
    seeded.close().await?;
    let service = place.serve().await?;
    lines.push(alone("start with all data, SQLite", service.started_in, 300.0, 100.0));
    let host = Person::sign_in(&service, "hotel@demo.az").await?;
    let premises = host.first(&service, "/api/v1/premises", "id").await?;
    let register = host.register(premises);
    let (mut product, mut each, mut batch) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        product.push(load::round(service.port, 32, LENGTH, 201, register.clone()).await?);
        for (acts, rates) in [(1, &mut each), (32, &mut batch)] {
            let first = next() << 32;
            let rate = limits::sqlite(&spare, acts, LENGTH, first, |number| {
                captured::for_sqlite(&one, &other, number)
            })
            .await?;
            rates.push(Round { per_second: rate, ..Round::default() });
        }
    }
    let product = median(product);
    lines.push(beside(
        "register a guest, SQLite, 32 clients; the limit commits each",
        product,
        median(each),
        Some([0.5, 1.0]),
    ));
    lines.push(beside("… the limit commits 32 at once", product, median(batch), None));
    lines.push(Line {
        work: "memory, SQLite".into(),
        value: format!("{:.0} MiB", service.memory()?),
        limit: String::new(),
        ratio: Some(48.0 / service.memory()?),
        floor: Some(48.0 / 150.0),
        goal: Some(1.0),
    });
    Ok(())
}

/// Somebody who is signed in.
struct Person {
    cookies: String,
}

impl Person {
    async fn sign_in(service: &Service, email: &str) -> Result<Self> {
        let mut connection = Connection::open(service.port).await?;
        let body = format!("{{\"email\":\"{email}\",\"password\":\"{PASSWORD}\"}}");
        let answer = connection.ask(post("/api/v1/auth/sign-in", "", &body).as_bytes()).await?;
        if answer.status != 200 {
            bail!("{email}: {} {}", answer.status, String::from_utf8_lossy(&answer.body));
        }
        let cookies: Vec<&str> = answer
            .head
            .lines()
            .filter_map(|line| line.split_once(": "))
            .filter(|(name, _)| name.eq_ignore_ascii_case("set-cookie"))
            .filter_map(|(_, cookie)| cookie.split(';').next())
            .collect();
        Ok(Self { cookies: format!("cookie: {}\r\nsec-fetch-site: same-origin\r\n", cookies.join("; ")) })
    }

    /// A field of the first row of a list.
    async fn first(&self, service: &Service, path: &str, field: &str) -> Result<String> {
        let list = self.list(service, path).await?;
        let value = list.pointer(&format!("/items/0/{field}")).and_then(serde_json::Value::as_str);
        value.map(str::to_owned).with_context(|| format!("{path} is empty: {list}"))
    }

    async fn list(&self, service: &Service, path: &str) -> Result<serde_json::Value> {
        let mut connection = Connection::open(service.port).await?;
        let answer = connection.ask(get(path, &self.cookies).as_bytes()).await?;
        Ok(serde_json::from_slice(&answer.body)?)
    }

    fn reading(&self, path: &str) -> Ask {
        let request = get(path, &self.cookies);
        Arc::new(move |_| request.clone())
    }

    /// A guest nobody has registered before.
    fn register(&self, premises: String) -> Ask {
        // The same-origin word is in the request already.
        let cookies = self.cookies.lines().next().unwrap_or_default().to_owned();
        Arc::new(move |_| {
            let number = next();
            let today = today();
            let body = guest(&premises, number, &today);
            post(
                "/api/v1/registrations",
                &format!("{cookies}\r\nidempotency-key: bench-{number:08}\r\n"),
                &body.to_string(),
            )
        })
    }
}

/// A guest by a passport of that number, who comes today.
fn guest(premises: &str, number: u64, today: &str) -> serde_json::Value {
    serde_json::json!({
        "premises": premises,
        "guest": {
            "surname": "YILMAZ", "given_names": "EMRE", "sex": "male", "birth_date": "1988-03-12",
            "citizenship": "TUR",
            "document": {"kind": "passport", "issuer": "TUR", "number": format!("Z{number:08}"), "expires_on": "2036-06-14"}
        },
        "arrived_in_country": today, "arrived_at_address": today, "until": today,
    })
}

/// Today in Baku.
fn today() -> String {
    api::clock::baku_day(api::clock::Clock::Real.now()).to_string()
}

/// Never the same number twice in one run.
fn next() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// The address of a page far down the list.
async fn far_page(service: &Service, officer: &Person, list: &str, pages: usize) -> Result<String> {
    let mut path = list.to_owned();
    for _ in 1..pages {
        let page = officer.list(service, &path).await?;
        match page.get("next").and_then(serde_json::Value::as_str) {
            Some(next) => path = format!("{list}&cursor={next}"),
            None => break,
        }
    }
    Ok(path)
}

/// What the service sends for the same work twice.
async fn capture(admin: &DatabaseConnection, service: &Service, ask: &Ask) -> Result<(Vec<Sent>, Vec<Sent>)> {
    let data: PathBuf = text(admin, "select current_setting('data_directory') as t").await?.into();
    set_log(admin, "all").await?;
    let mut connection = Connection::open(service.port).await?;
    // Warm: prepared, and the token remembered.
    connection.ask(ask(0).as_bytes()).await?;
    settle().await;
    let (_, mut from) = captured::read(&data, "umis_bench", 0)?;
    let mut taken = Vec::new();
    for _ in 0..2 {
        connection.ask(ask(0).as_bytes()).await?;
        settle().await;
        let (sent, until) = captured::read(&data, "umis_bench", from)?;
        from = until;
        taken.push(sent);
    }
    set_log(admin, "none").await?;
    let other = taken.pop().unwrap_or_default();
    let one = taken.pop().unwrap_or_default();
    if one.is_empty() || one.len() != other.len() {
        bail!("captured {} and {} statements", one.len(), other.len());
    }
    Ok((one, other))
}

async fn set_log(admin: &DatabaseConnection, what: &str) -> Result<()> {
    admin.execute_unprepared(&format!("alter system set log_statement = '{what}'")).await?;
    admin.execute_unprepared("select pg_reload_conf()").await?;
    settle().await;
    Ok(())
}

async fn settle() {
    tokio::time::sleep(Duration::from_millis(400)).await;
}

fn keep(one: &[Sent], other: &[Sent]) -> String {
    let rows = |sent: &[Sent]| -> Vec<serde_json::Value> {
        sent.iter()
            .filter(|sent| sent.sql.starts_with("insert"))
            .map(|sent| serde_json::json!({ "sql": sent.sql, "values": sent.values }))
            .collect()
    };
    serde_json::json!([rows(one), rows(other)]).to_string()
}

fn kept(text: &str) -> Result<(Vec<Sent>, Vec<Sent>)> {
    #[derive(serde::Deserialize)]
    struct Row {
        sql: String,
        values: Vec<Option<String>>,
    }
    let (one, other): (Vec<Row>, Vec<Row>) = serde_json::from_str(text)?;
    let sent =
        |rows: Vec<Row>| rows.into_iter().map(|row| Sent { sql: row.sql, values: row.values }).collect();
    Ok((sent(one), sent(other)))
}

async fn number(db: &DatabaseConnection, sql: &str) -> Result<i64> {
    let row =
        db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await?.context("no row")?;
    Ok(row.try_get("", "n")?)
}

async fn text(db: &DatabaseConnection, sql: &str) -> Result<String> {
    let row =
        db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await?.context("no row")?;
    Ok(row.try_get("", "t")?)
}

/// The round in the middle by its rate.
fn median(mut rounds: Vec<Round>) -> Round {
    rounds.sort_by(|one, other| one.per_second.total_cmp(&other.per_second));
    rounds.get(rounds.len() / 2).copied().unwrap_or_default()
}

fn milliseconds(time: Duration) -> String {
    format!("{:.2} ms", time.as_secs_f64() * 1000.0)
}

fn beside(work: &str, product: Round, limit: Round, bounds: Option<[f64; 2]>) -> Line {
    Line {
        work: work.to_owned(),
        value: format!("{:.0}/s", product.per_second),
        limit: format!("{:.0}/s", limit.per_second),
        ratio: Some(product.per_second / limit.per_second),
        floor: bounds.map(|[floor, _]| floor),
        goal: bounds.map(|[_, goal]| goal),
    }
}

/// A time that stands alone, beside its bounds in milliseconds.
fn alone(work: &str, time: Duration, floor: f64, goal: f64) -> Line {
    let took = time.as_secs_f64() * 1000.0;
    Line {
        work: work.to_owned(),
        value: milliseconds(time),
        limit: format!("{goal:.0} ms"),
        ratio: Some(goal / took),
        floor: Some(goal / floor),
        goal: Some(1.0),
    }
}
