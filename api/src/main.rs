//! The verbs of the service: serve · migrate · seed · openapi · admin · keys · outbox · backup · restore · verify.
use std::{net::TcpListener, path::PathBuf, thread};

use anyhow::Context;
use api::{
    chance::Chance, clock::Clock, config::Settings, figures, identity, keys, openapi, outbox::operator,
    page::Page, seed, server, state::AppState, upkeep,
};
use clap::{Parser, Subcommand};
use shared::ids::MessageId;

#[derive(Parser)]
#[command(name = "umis", version, about = "Unified Migration Information System")]
struct Umis {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Answer requests; the worker's loops run inside.
    Serve {
        /// Folder of the page's bundle.
        #[arg(long)]
        page: Option<PathBuf>,
    },
    /// Bring the schema up to date and stop.
    Migrate,
    /// Fill an empty database with an invented population; never in production.
    Seed {
        #[arg(long, default_value_t = 200)]
        people: u64,
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// The last day of the population, YYYY-MM-DD; today unless said.
        #[arg(long)]
        until: Option<chrono::NaiveDate>,
    },
    /// Print the OpenAPI document.
    Openapi,
    /// Administrators.
    Admin {
        #[command(subcommand)]
        act: Admin,
    },
    /// Signing keys.
    Keys {
        #[command(subcommand)]
        act: KeyAct,
    },
    /// Messages that the gateway refused.
    Outbox {
        #[command(subcommand)]
        act: OutboxAct,
    },
    /// Save the whole database, sealed, while the service goes on working.
    Backup {
        /// The file to make; it must not be there yet.
        #[arg(long)]
        to: PathBuf,
    },
    /// Fill an empty database from a backup, of whichever database, and prove that nothing changed.
    Restore {
        #[arg(long)]
        from: PathBuf,
    },
    /// Prove what is kept; exit code 1 where something does not hold.
    Verify {
        #[command(subcommand)]
        what: Verify,
    },
}

#[derive(Subcommand)]
enum Verify {
    /// Read a backup to its end.
    Backup {
        #[arg(long)]
        from: PathBuf,
        /// Also restore it into a database that is thrown away, and ask that one everything that must hold.
        #[arg(long)]
        deep: bool,
    },
    /// Ask the database everything that must hold.
    Invariants,
}

#[derive(Subcommand)]
enum Admin {
    /// Make the first administrator; prints a link that sets the password once.
    Create {
        #[arg(long)]
        email: String,
        #[arg(long)]
        name: String,
    },
}

#[derive(Subcommand)]
enum KeyAct {
    /// Make a new key, which signs from the next start on, or seals the next backup.
    Create {
        #[arg(long = "use")]
        usage: KeyUse,
    },
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum KeyUse {
    /// Access tokens.
    Session,
    /// Notices and permits.
    Document,
    /// Backups.
    Backup,
}

#[derive(Subcommand)]
enum OutboxAct {
    /// Show them, those at rest first: neither what they say nor to whom.
    List,
    /// Send one again, with all its tries.
    Resend { id: MessageId },
    /// Never send one; what waits behind it goes on.
    SetAside {
        id: MessageId,
        /// Why; kept with the message, so it names nobody.
        #[arg(long)]
        reason: String,
    },
}

/// A sixth of a request's work was the system's allocator.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> anyhow::Result<()> {
    let verb = Umis::parse().verb;
    if matches!(verb, Verb::Openapi) {
        println!("{}", openapi::yaml(&server::document()).context("the document")?);
        return Ok(());
    }
    let settings = Settings::from_env()?;
    log(&settings);
    actix_web::rt::System::new().block_on(run(verb, settings))
}

/// At debug level this part of the framework says which address it could not read: whatever somebody typed there (F5).
const TALKATIVE: &str = "actix_web::types::path=info";

/// JSON lines in production, plain lines elsewhere.
fn log(settings: &Settings) {
    let mut filter =
        tracing_subscriber::EnvFilter::try_from_env("UMIS_LOG").unwrap_or_else(|_| "warn,api=info".into());
    if let Ok(quieter) = TALKATIVE.parse() {
        filter = filter.add_directive(quieter);
    }
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if settings.is_production() {
        lines.json().init();
    } else {
        lines.init();
    }
}

async fn run(verb: Verb, settings: Settings) -> anyhow::Result<()> {
    match verb {
        Verb::Openapi => Ok(()),
        Verb::Serve { page } => serve(settings, page).await,
        Verb::Migrate => start(settings).await.map(drop),
        Verb::Seed { people, seed, until } => {
            seed::check(people)?;
            seed::run(settings, people, seed, until, Clock::Real.now()).await
        }
        Verb::Admin { act: Admin::Create { email, name } } => {
            let state = start(settings).await?;
            let link = identity::usecases::create_first_administrator(&state, &email, &name)
                .await
                .map_err(|error| anyhow::anyhow!("{error}"))?;
            let Some(link) = link else {
                anyhow::bail!("there is an administrator already; they open further accounts")
            };
            println!("{link}");
            Ok(())
        }
        Verb::Keys { act: KeyAct::Create { usage } } => {
            let stamp = Clock::Real.now().format("%Y%m%d%H%M%S%6f").to_string();
            let name = match usage {
                KeyUse::Session => keys::Keys::create(&settings.keys, keys::Use::Session, &stamp)?,
                KeyUse::Document => keys::Keys::create(&settings.keys, keys::Use::Document, &stamp)?,
                KeyUse::Backup => upkeep::secrets::create(&settings.keys, &stamp)?,
            };
            println!("{name}");
            Ok(())
        }
        Verb::Outbox { act } => outbox_act(&start(settings).await?, act).await,
        Verb::Backup { to } => {
            let secret = upkeep::secrets::newest(&settings.keys)?;
            let saved = upkeep::backup(&settings.database.0, &to, &secret, Clock::Real.now()).await?;
            print_tables(&saved.tables);
            println!("{} bytes in {}", saved.bytes, to.display());
            Ok(())
        }
        Verb::Restore { from } => {
            let secrets = upkeep::secrets::load(&settings.keys)?;
            let (head, tables) = upkeep::restore(&settings.database.0, &from, &secrets).await?;
            print_tables(&tables);
            println!("as saved at {} from {}", head.made_at, head.database);
            Ok(())
        }
        Verb::Verify { what: Verify::Invariants } => {
            told(&upkeep::invariants::check(&settings.database.0).await?)
        }
        Verb::Verify { what: Verify::Backup { from, deep } } => {
            let secrets = upkeep::secrets::load(&settings.keys)?;
            let (head, tables) = upkeep::read_through(&from, &secrets)?;
            print_tables(&tables);
            println!("whole, as saved at {} from {}", head.made_at, head.database);
            if deep {
                let (_, findings) = upkeep::restored(&from, &secrets).await?;
                println!("restored on trial");
                told(&findings)?;
            }
            Ok(())
        }
    }
}

fn print_tables(tables: &[upkeep::Held]) {
    for (name, content) in tables {
        println!("{:>10}  {name:<22} {content}", content.rows);
    }
}

fn told(findings: &[upkeep::invariants::Finding]) -> anyhow::Result<()> {
    findings.iter().for_each(|finding| println!("{finding}"));
    anyhow::ensure!(findings.iter().all(|finding| finding.wrong == 0), "something does not hold");
    Ok(())
}

async fn outbox_act(state: &AppState, act: OutboxAct) -> anyhow::Result<()> {
    let found = match act {
        OutboxAct::List => {
            println!("{}", operator::list(state).await?);
            return Ok(());
        }
        OutboxAct::Resend { id } => operator::resend(state, id).await,
        OutboxAct::SetAside { id, reason } => {
            anyhow::ensure!(!reason.trim().is_empty(), "--reason says nothing");
            operator::set_aside(state, id, reason.trim()).await
        }
    };
    anyhow::ensure!(found?, "no message of this id waits, or a worker has it in hand: try again in a minute");
    Ok(())
}

async fn start(settings: Settings) -> anyhow::Result<AppState> {
    AppState::start(settings, Clock::Real, Chance::Real).await
}

async fn serve(settings: Settings, page: Option<PathBuf>) -> anyhow::Result<()> {
    let folder = page.or_else(|| settings.page.clone());
    let page = folder.map_or_else(Page::carried, |folder| Page::read(&folder))?;
    let listener = TcpListener::bind(settings.listen)
        .with_context(|| format!("another program listens at {}", settings.listen))?;
    let state = start(settings).await?;
    if !state.settings.is_production() {
        identity::usecases::ensure_demo_accounts(&state).await.map_err(|error| anyhow::anyhow!("{error}"))?;
    }
    if state.settings.gateway.is_some() {
        actix_web::rt::spawn(api::outbox::worker::run(state.clone()));
    }
    if let Some(address) = state.settings.metrics {
        figures::serve(state.clone(), address)?;
    }
    tracing::info!(address = %state.settings.public_url, "serving");
    let workers = thread::available_parallelism().map_or(1, usize::from);
    server::serve(state, listener, page, workers)?.await?;
    Ok(())
}
