//! Backups come back, into either database, unchanged; what must hold is asked, and whoever broke it is found (H7).
use std::path::{Path, PathBuf};

use api::upkeep::{
    self, backup,
    invariants::{self, Finding},
    read_through, restore, restored, secrets,
};
use serde_json::json;
use shared::corrections::CorrectionView;
use tests::{Own, TestApp, given};

use crate::{journal::Office, persons::linked};

/// A folder of one's own with a backup key in it; gone at the end.
struct Shelf(PathBuf);

impl Shelf {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("umis-shelf-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        secrets::create(&folder, "1").unwrap();
        Self(folder)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn sqlite(&self, name: &str) -> String {
        format!("sqlite:{}", self.file(name).display())
    }

    fn secrets(&self) -> Vec<secrets::Secret> {
        secrets::load(&self.0).unwrap()
    }

    async fn save(&self, url: &str, name: &str) -> (PathBuf, Vec<upkeep::Held>) {
        let file = self.file(name);
        let now = tests::BEGIN.parse().unwrap();
        let saved = backup(url, &file, &secrets::newest(&self.0).unwrap(), now).await.unwrap();
        assert_eq!(saved.bytes, file.metadata().unwrap().len());
        (file, saved.tables)
    }

    async fn restore(&self, url: &str, file: &Path) -> anyhow::Result<Vec<upkeep::Held>> {
        Ok(restore(url, file, &self.secrets()).await?.1)
    }
}

impl Drop for Shelf {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn url(app: &TestApp) -> &str {
    &app.state.settings.database.0
}

/// By name: another database made its tables in another order.
fn sorted(mut tables: Vec<upkeep::Held>) -> Vec<upkeep::Held> {
    tables.sort_by(|(a, _), (b, _)| a.cmp(b));
    tables
}

fn all_hold(findings: &[Finding]) -> bool {
    findings.iter().all(|finding| finding.wrong == 0)
}

#[actix_web::test]
async fn a_backup_comes_back_into_either_database_and_nothing_changed() {
    let shelf = Shelf::new("back");
    let office = Office::open().await;
    office.go_all_ways().await;
    let (file, saved) = shelf.save(url(&office.app), "first.bak").await;
    assert!(saved.iter().any(|(name, content)| name == "registration_text" && content.rows > 0));

    assert_eq!(read_through(&file, &shelf.secrets()).unwrap().1, saved);
    // To SQLite, from there to the suite's own database, and saved again there.
    let there = shelf.restore(&shelf.sqlite("there.sqlite"), &file).await.unwrap();
    assert_eq!(there, saved);
    let (second, _) = shelf.save(&shelf.sqlite("there.sqlite"), "second.bak").await;
    let own = Own::new().await;
    let back = shelf.restore(&own.setting(), &second).await.unwrap();
    let (_, again) = shelf.save(&own.setting(), "third.bak").await;

    assert_eq!(sorted(back), sorted(saved.clone()));
    assert_eq!(sorted(again), sorted(saved));
    assert!(all_hold(&invariants::check(&own.setting()).await.unwrap()));
    own.drop_it().await;
}

#[actix_web::test]
async fn a_backup_made_while_guests_are_registered_holds_whole_acts_only() {
    let shelf = Shelf::new("meanwhile");
    let app = TestApp::start().await;
    let host = app.hotel("lale").await;
    let premises = app.premises(&host).await;
    let register = async {
        for number in 0..30 {
            app.registered(&host, &given::registration_number(premises.id, number)).await;
        }
    };
    let save = async {
        let mut saves = Vec::new();
        for number in 0..5 {
            saves.push(shelf.save(url(&app), &format!("{number}.bak")).await);
        }
        saves
    };
    let ((), saves) = futures_util::future::join(register, save).await;

    for (file, saved) in saves {
        let (tables, findings) = restored(&file, &shelf.secrets()).await.unwrap();
        assert_eq!(tables, saved);
        assert!(all_hold(&findings), "{findings:?}");
    }
}

#[actix_web::test]
async fn a_backup_never_replaces_what_is_there() {
    let shelf = Shelf::new("there");
    let office = Office::open().await;
    let premises = office.app.premises(&office.host).await;
    office.app.registered(&office.host, &given::registration(premises.id)).await;
    let (file, saved) = shelf.save(url(&office.app), "first.bak").await;

    let again =
        backup(url(&office.app), &file, &secrets::newest(&shelf.0).unwrap(), tests::BEGIN.parse().unwrap())
            .await;
    assert!(again.unwrap_err().to_string().contains("is there already"));
    let over = shelf.restore(url(&office.app), &file).await;
    assert!(over.unwrap_err().to_string().contains("not empty"));
    let (_, unchanged) = shelf.save(url(&office.app), "second.bak").await;
    assert_eq!(unchanged, saved);
}

#[actix_web::test]
async fn a_broken_backup_leaves_the_database_empty() {
    let shelf = Shelf::new("broken");
    let office = Office::open().await;
    office.go_all_ways().await;
    let (file, _) = shelf.save(url(&office.app), "whole.bak").await;
    let mut bytes = std::fs::read(&file).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let own = Own::new().await;

    let refused = shelf.restore(&own.setting(), &file).await.unwrap_err();
    assert!(format!("{refused:#}").contains("seal is broken"), "{refused:#}");
    let (_, nothing) = shelf.save(&own.setting(), "nothing.bak").await;
    assert!(nothing.iter().all(|(_, content)| content.rows == 0), "{nothing:?}");
    secrets::create(&shelf.0, "2").unwrap();
    let stranger = shelf.secrets().split_off(1);
    let refused = read_through(&file, &stranger).unwrap_err();
    assert!(refused.to_string().contains("none of the backup keys"));
    own.drop_it().await;
}

/// What somebody with the database in hand could do, and the rule that finds it.
const TAMPERED: [(&str, &str); 10] = [
    ("update registration set until_day = from_day where state = 'registered'", "what its journal says"),
    ("update registration set late_days = late_days + 1", "what its journal says"),
    ("update registration set seq = seq + 1", "what its journal says"),
    ("update registration set address_open = true where state = 'departed'", "waits for an address"),
    ("update registration set number = replace(number, '2026-', '2025-')", "check digit"),
    ("update law_edition set body = '{}'", "what its hash says"),
    ("update correction_request set state = 'accepted'", "a correction request is"),
    ("update correction_text set body = 'Somebody else wrote this.'", "the texts of a request"),
    ("update registration set edition = 7", "judged by an edition"),
    ("update premises set state = 'confirmed' where state = 'requested'", "waits for an address"),
];

#[actix_web::test]
async fn whoever_broke_what_must_hold_is_found() {
    let office = Office::open().await;
    office.go_all_ways().await;
    let waits = office.app.premises(&office.host).await;
    office.app.registered(&office.host, &given::registration_number(waits.id, 90)).await;
    let stay = office.app.registered(&office.host, &given::registration(waits.id)).await;
    office.app.sign_in(&office.officer).await;
    let person = office.app.person("emre").await;
    linked(&office.app, &office.officer, &person).await;
    let form = json!({ "registration": stay.id, "kind": "correction", "field": "surname", "right": "YILDIZ",
        "reason": "My passport says it otherwise." });
    let _: CorrectionView = office.app.post(&person, "/my/corrections", &form).await.ok();
    let findings = invariants::check(url(&office.app)).await.unwrap();
    assert!(all_hold(&findings), "{findings:?}");
    assert!(findings.iter().all(|finding| finding.looked_at > 0), "{findings:?}");

    for (sql, rule) in TAMPERED {
        let shelf = Shelf::new("tampered");
        let (file, _) = shelf.save(url(&office.app), "whole.bak").await;
        let own = Own::new().await;
        shelf.restore(&own.setting(), &file).await.unwrap();
        let touched = own.tamper(sql).await;
        assert!(touched > 0, "{sql}");
        let found = invariants::check(&own.setting()).await.unwrap();
        let broken = found.iter().find(|finding| finding.rule.contains(rule)).unwrap();
        assert!(broken.wrong > 0, "{sql}");
        assert!(broken.to_string().starts_with("BROKEN"));
        own.drop_it().await;
    }
}
