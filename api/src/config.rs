//! Settings: read once from the environment, explained in `docs/operating.md`.
use std::{env, fmt, net::IpAddr, net::SocketAddr, path::PathBuf};

use anyhow::{Context, bail};

/// Where the service runs decides what it refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Environment {
    /// A laptop: demo accounts, keys made on the way.
    Demo,
    /// The suite: weak hashing, a clock that stands still.
    Test,
    Production,
}

/// A value that no log prints.
#[derive(Clone)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(secret)")
    }
}

#[derive(Debug, Clone)]
pub struct Settings {
    pub environment: Environment,
    /// `sqlite:PATH` or `postgres://…`.
    pub database: Secret,
    pub listen: SocketAddr,
    /// What people type: goes into QR codes, messages and tokens.
    pub public_url: String,
    /// Folder of the signing keys.
    pub keys: PathBuf,
    /// The mail and SMS gateway.
    pub gateway: Option<String>,
    /// Where Prometheus reads `/metrics`; nowhere unless said.
    pub metrics: Option<SocketAddr>,
    /// The bundle of the page.
    pub page: Option<PathBuf>,
    /// Proxies whose `X-Forwarded-For` is believed (A4).
    pub proxies: Vec<IpAddr>,
    /// Argon2id memory in KiB (A1); the suite weakens it.
    pub hash_memory: u32,
    /// Database connections for reading, and for writing on PostgreSQL.
    pub connections: u32,
    /// So many requests are before the database at once; the next are told to come again (officers: twice as many).
    pub under_way: u32,
}

/// OWASP's argon2id: 19 MiB, two passes, one lane.
const HASH_MEMORY: u32 = 19_456;

/// Four times what keeps the connections busy: more only wait longer.
const UNDER_WAY: u32 = 64;

impl Settings {
    /// Reads `UMIS_*`; refuses what production must not have (A9).
    pub fn from_env() -> anyhow::Result<Self> {
        let read = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        let environment = match read("UMIS_ENV").as_deref() {
            None | Some("demo") => Environment::Demo,
            Some("test") => Environment::Test,
            Some("production") => Environment::Production,
            Some(other) => bail!("UMIS_ENV is {other}; it can be demo, test or production"),
        };
        let listen: SocketAddr = read("UMIS_LISTEN")
            .unwrap_or_else(|| "127.0.0.1:8080".into())
            .parse()
            .context("UMIS_LISTEN is not an address such as 127.0.0.1:8080")?;
        let proxies = read("UMIS_PROXIES").unwrap_or_default();
        let settings = Self {
            environment,
            database: Secret(read("UMIS_DATABASE").unwrap_or_else(|| "sqlite:var/umis.sqlite".into())),
            listen,
            public_url: read("UMIS_PUBLIC_URL").unwrap_or_else(|| format!("http://{listen}")),
            keys: read("UMIS_KEYS").unwrap_or_else(|| "var/keys".into()).into(),
            gateway: read("UMIS_GATEWAY"),
            metrics: read("UMIS_METRICS")
                .map(|text| text.parse().context("UMIS_METRICS is not an address such as 127.0.0.1:9464"))
                .transpose()?,
            page: read("UMIS_PAGE").map(Into::into),
            proxies: proxies
                .split(',')
                .filter(|part| !part.trim().is_empty())
                .map(|part| {
                    part.trim().parse().context("UMIS_PROXIES holds something that is not an address")
                })
                .collect::<anyhow::Result<_>>()?,
            hash_memory: number("UMIS_HASH_MEMORY", HASH_MEMORY)?,
            connections: number("UMIS_CONNECTIONS", 16)?,
            under_way: number("UMIS_UNDER_WAY", UNDER_WAY)?,
        };
        settings.check()?;
        Ok(settings)
    }

    fn check(&self) -> anyhow::Result<()> {
        if self.environment != Environment::Production {
            // Demo accounts have known passwords.
            if !self.listen.ip().is_loopback() || self.public_url.starts_with("https://") {
                bail!("UMIS_LISTEN or UMIS_PUBLIC_URL is open to others: set UMIS_ENV=production");
            }
            return Ok(());
        }
        if self.hash_memory < HASH_MEMORY {
            bail!("UMIS_HASH_MEMORY below {HASH_MEMORY} weakens passwords; production refuses it");
        }
        if !self.public_url.starts_with("https://") {
            bail!("UMIS_PUBLIC_URL must begin with https:// in production");
        }
        Ok(())
    }

    pub fn is_production(&self) -> bool {
        self.environment == Environment::Production
    }
}

fn number(name: &str, otherwise: u32) -> anyhow::Result<u32> {
    match env::var(name) {
        Ok(text) if !text.is_empty() => text.parse().with_context(|| format!("{name} is not a number")),
        _ => Ok(otherwise),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn production() -> Settings {
        Settings {
            environment: Environment::Production,
            database: Secret("postgres://umis:sesame@database/umis".into()),
            listen: SocketAddr::from(([0, 0, 0, 0], 8080)),
            public_url: "https://umis.example.az".into(),
            keys: "keys".into(),
            gateway: None,
            metrics: None,
            page: None,
            proxies: Vec::new(),
            hash_memory: HASH_MEMORY,
            connections: 16,
            under_way: UNDER_WAY,
        }
    }

    fn refusal(settings: &Settings) -> String {
        settings.check().map_or_else(|error| error.to_string(), |()| "none".into())
    }

    #[test]
    fn production_refuses_what_weakens_it() {
        assert_eq!(refusal(&production()), "none");
        let weak = Settings { hash_memory: HASH_MEMORY - 1, ..production() };
        assert!(refusal(&weak).contains("UMIS_HASH_MEMORY"), "{}", refusal(&weak));
        let plain = Settings { public_url: "http://umis.example.az".into(), ..production() };
        assert!(refusal(&plain).contains("https://"), "{}", refusal(&plain));
    }

    #[test]
    fn a_service_with_demo_accounts_is_for_this_machine_only() {
        for environment in [Environment::Demo, Environment::Test] {
            let open = Settings { environment, ..production() };
            assert!(refusal(&open).contains("UMIS_ENV=production"), "{}", refusal(&open));
            let proxied = Settings { listen: SocketAddr::from(([127, 0, 0, 1], 8080)), ..open };
            assert!(refusal(&proxied).contains("UMIS_ENV=production"), "{}", refusal(&proxied));
            let own = Settings { public_url: "http://127.0.0.1:8080".into(), ..proxied };
            assert_eq!(refusal(&own), "none");
        }
    }

    #[test]
    fn a_secret_is_not_printed() {
        assert!(!format!("{:?}", production()).contains("sesame"));
    }
}
