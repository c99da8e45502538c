//! What was chosen, what of it is sent, and what became of each line.
use std::{collections::BTreeMap, time::Duration};

use js_sys::Promise;
use leptos::{prelude::*, task::spawn_local};
use shared::{batches::BatchReceipt, ids::PremisesId, problem::Problem, sheet::Row};
use uuid::Uuid;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::reading;
use crate::client;

/// Guests of one request: small enough to show that it goes on.
const AT_ONCE: usize = 100;
/// A broken line is tried again by itself so often.
const TRIES: u32 = 3;

/// What became of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Became {
    Taken(BatchReceipt),
    Bad(Problem),
}

/// Lines that travel together under one key: sent again, they are the same act.
#[derive(Debug, Clone)]
struct Parcel {
    key: Uuid,
    lines: Vec<usize>,
    body: Vec<serde_json::Value>,
}

/// All of it, as long as the page is open.
#[derive(Debug, Clone, Copy)]
pub struct Upload {
    pub premises: RwSignal<String>,
    /// Of the file.
    pub name: RwSignal<Option<String>>,
    pub fault: RwSignal<Option<shared::sheet::Fault>>,
    pub rows: RwSignal<Vec<Row>>,
    /// By the place of the line in `rows`.
    pub became: RwSignal<BTreeMap<usize, Became>>,
    pub busy: RwSignal<bool>,
    pub problem: RwSignal<Option<Problem>>,
    parcels: StoredValue<Vec<Parcel>>,
}

impl Upload {
    /// Call it in the body of a component.
    pub fn new() -> Self {
        Self {
            premises: RwSignal::new(String::new()),
            name: RwSignal::new(None),
            fault: RwSignal::new(None),
            rows: RwSignal::new(Vec::new()),
            became: RwSignal::new(BTreeMap::new()),
            busy: RwSignal::new(false),
            problem: RwSignal::new(None),
            parcels: StoredValue::new(Vec::new()),
        }
    }

    /// Another file takes the place of the one before; one that cannot be read takes nothing away.
    pub fn choose(self, name: String, file: Blob) {
        if self.busy.get_untracked() {
            return;
        }
        spawn_local(async move {
            match reading::read(&file).await {
                Ok(rows) => {
                    let _ = self.fault.try_set(None);
                    let _ = self.problem.try_set(None);
                    self.parcels.try_set_value(Vec::new());
                    let _ = self.became.try_set(BTreeMap::new());
                    let _ = self.rows.try_set(rows);
                    let _ = self.name.try_set(Some(name));
                }
                Err(fault) => {
                    let _ = self.fault.try_set(Some(fault));
                }
            }
        });
    }

    /// Lines that nobody has sent yet; tracked.
    pub fn open(self) -> Vec<usize> {
        let count = self.rows.with(Vec::len);
        self.became.with(|became| (0..count).filter(|line| !became.contains_key(line)).collect())
    }

    /// How many are registered; tracked.
    pub fn taken(self) -> usize {
        self.became.with(|all| all.values().filter(|one| matches!(one, Became::Taken(_))).count())
    }

    /// Lines that were not taken, each with its problem; tracked.
    pub fn bad(self) -> Vec<(usize, Problem)> {
        let bad = |(line, became): (&usize, &Became)| match became {
            Became::Bad(problem) => Some((*line, problem.clone())),
            Became::Taken(_) => None,
        };
        self.became.with(|all| all.iter().filter_map(bad).collect())
    }

    /// Sends what nobody has sent yet.
    pub fn send_new(self) {
        let lines = untrack(|| self.open());
        self.send(lines);
    }

    /// Sends what was corrected, and only that: it is another act, under another key.
    pub fn send_bad(self) {
        let lines = untrack(|| self.bad()).into_iter().map(|(line, _)| line).collect();
        self.send(lines);
    }

    fn send(self, lines: Vec<usize>) {
        let Ok(premises) = self.premises.get_untracked().parse::<PremisesId>() else { return };
        if self.busy.get_untracked() || !self.parcels.with_value(Vec::is_empty) {
            return self.go_on();
        }
        let parcel = |lines: &[usize]| Parcel {
            key: client::fresh_key(),
            lines: lines.to_vec(),
            body: self.rows.with_untracked(|rows| {
                lines
                    .iter()
                    .filter_map(|line| rows.get(*line))
                    .map(|row| row.registration(premises))
                    .collect()
            }),
        };
        self.parcels.set_value(lines.chunks(AT_ONCE).map(parcel).collect());
        self.go_on();
    }

    /// Sends what waits, one parcel after the other; where the line broke, it is the same parcel under the same key.
    pub fn go_on(self) {
        if self.busy.get_untracked() || self.parcels.with_value(Vec::is_empty) {
            return;
        }
        self.busy.set(true);
        self.problem.set(None);
        spawn_local(async move {
            while let Some(parcel) = self.parcels.try_with_value(|all| all.first().cloned()).flatten() {
                match carried(&parcel).await {
                    Ok(answer) => {
                        self.note(&parcel, answer);
                        self.parcels.try_update_value(|all| drop(all.remove(0)));
                    }
                    Err(problem) => {
                        let _ = self.problem.try_set(Some(problem));
                        break;
                    }
                }
            }
            let _ = self.busy.try_set(false);
        });
    }

    fn note(self, parcel: &Parcel, answer: shared::batches::BatchAnswer) {
        let _ = self.became.try_update(|became| {
            for item in answer.items {
                let Some(line) = parcel.lines.get(item.index) else { continue };
                if let Some(receipt) = item.registration {
                    became.insert(*line, Became::Taken(receipt));
                } else if let Some(problem) = item.problem {
                    became.insert(*line, Became::Bad(problem));
                }
            }
        });
    }
}

async fn carried(parcel: &Parcel) -> Result<shared::batches::BatchAnswer, Problem> {
    let mut tries = 1;
    loop {
        let answer = client::registrations::create_all(&parcel.body, parcel.key).await;
        match answer {
            Err(problem) if tries < TRIES && client::is_offline(&problem) => {
                rest(Duration::from_secs(u64::from(tries) * 2)).await;
                tries += 1;
            }
            answer => return answer,
        }
    }
}

async fn rest(time: Duration) {
    let promise = Promise::new(&mut |done, _| {
        set_timeout(
            move || {
                let _ = done.call0(&wasm_bindgen::JsValue::NULL);
            },
            time,
        );
    });
    // It cannot fail.
    let _ = JsFuture::from(promise).await;
}
