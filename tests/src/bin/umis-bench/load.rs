//! A closed loop of keep-alive connections, as light as it can be: it shares two cores with what it measures.
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Connection {
    pub async fn open(port: u16) -> Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port)).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(1 << 16) })
    }

    /// Sends a request, reads the whole answer.
    pub async fn ask(&mut self, request: &[u8]) -> Result<Answer> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let head = loop {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                bail!("closed");
            }
            if let Some(end) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n") {
                break end + 4;
            }
        };
        let text = String::from_utf8_lossy(self.buffer.get(..head).unwrap_or_default()).into_owned();
        let status = text.split(' ').nth(1).and_then(|code| code.parse().ok()).context("status")?;
        let length = text
            .lines()
            .filter_map(|line| line.split_once(':'))
            .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
            .and_then(|(_, value)| value.trim().parse::<usize>().ok())
            .unwrap_or_default();
        while self.buffer.len() < head + length {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                bail!("closed");
            }
        }
        Ok(Answer { status, head: text, body: self.buffer.get(head..).unwrap_or_default().to_vec() })
    }
}

/// A GET; `more` are header lines, each with its line end.
pub fn get(path: &str, more: &str) -> String {
    format!(
        "GET {path} HTTP/1.1\r\nhost: bench\r\nuser-agent: Firefox/140 Linux\r\nx-request-id: measurement\r\n{more}\r\n"
    )
}

pub fn post(path: &str, more: &str, body: &str) -> String {
    format!(
        "POST {path} HTTP/1.1\r\nhost: bench\r\nuser-agent: Firefox/140 Linux\r\nx-request-id: measurement\r\nsec-fetch-site: same-origin\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n{more}\r\n{body}",
        body.len()
    )
}

/// A request that can be asked again and again, by the number of its connection.
pub type Ask = Arc<dyn Fn(u32) -> String + Send + Sync>;

/// What a round came to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Round {
    pub per_second: f64,
    pub p50: Duration,
    pub p99: Duration,
    pub requests: usize,
}

/// `clients` connections ask again and again for `length`; every answer must have the status.
pub async fn round(port: u16, clients: u32, length: Duration, status: u16, request: Ask) -> Result<Round> {
    let start = Instant::now();
    let tasks: Vec<_> = (0..clients)
        .map(|client| {
            let request = request.clone();
            tokio::spawn(async move {
                let mut connection = Connection::open(port).await?;
                let mut times = Vec::new();
                while start.elapsed() < length {
                    let text = request(client);
                    let asked = Instant::now();
                    let answer = connection.ask(text.as_bytes()).await?;
                    times.push(asked.elapsed());
                    if answer.status != status {
                        bail!("{}: {}", answer.status, String::from_utf8_lossy(&answer.body));
                    }
                }
                Ok(times)
            })
        })
        .collect();
    let mut times = Vec::new();
    for task in tasks {
        times.extend(task.await??);
    }
    let seconds = start.elapsed().as_secs_f64();
    times.sort_unstable();
    let at = |part: f64| times.get(place(times.len(), part)).copied().unwrap_or_default();
    Ok(Round { per_second: count(times.len()) / seconds, p50: at(0.5), p99: at(0.99), requests: times.len() })
}

/// How long each of `times` requests took, one after the other.
pub async fn requests(port: u16, times: usize, status: u16, request: &Ask) -> Result<Vec<Duration>> {
    let mut connection = Connection::open(port).await?;
    let mut took = Vec::new();
    for _ in 0..times {
        let text = request(0);
        let asked = Instant::now();
        let answer = connection.ask(text.as_bytes()).await?;
        took.push(asked.elapsed());
        if answer.status != status {
            bail!("{}: {}", answer.status, String::from_utf8_lossy(&answer.body));
        }
    }
    Ok(took)
}

#[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "counts of a measurement are small")]
pub fn count(number: usize) -> f64 {
    number as f64
}

#[expect(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place in a list of a measurement"
)]
fn place(length: usize, part: f64) -> usize {
    (count(length) * part) as usize
}
