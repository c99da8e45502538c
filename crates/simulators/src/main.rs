//! `umis-simulate`: the institutions that a laptop cannot reach, as one process.
use std::net::{SocketAddr, TcpListener};

use anyhow::Context;
use clap::Parser;

/// Stands in for other institutions. For demonstration and tests, never for production.
#[derive(Debug, Parser)]
#[command(name = "umis-simulate", version)]
struct Options {
    /// Address of the mail and SMS gateway; its mailbox is the page at /
    #[arg(long, default_value = "127.0.0.1:8025")]
    listen: SocketAddr,
}

#[actix_web::main]
async fn main() -> anyhow::Result<()> {
    let Options { listen } = Options::parse();
    let listener = TcpListener::bind(listen).with_context(|| format!("cannot listen at {listen}"))?;
    let address = listener.local_addr()?;
    let server = simulators::gateway(listener)?;
    println!("mail and SMS gateway: http://{address}");
    server.await?;
    Ok(())
}
