//! The schema, oldest change first. Forward only.
pub use sea_orm_migration::prelude::*;

mod ddl;
mod m20261123_000001_transparency;
mod m20261123_000002_outbox;
mod m20261123_000003_identity;
mod m20261123_000004_law;
mod m20261123_000005_registry;
mod m20261123_000006_stays;
mod m20261123_000007_idempotency;
mod m20261124_000008_lines;
mod m20261125_000009_insert_only;
mod m20261125_000010_guest_language;
mod m20261125_000011_email_change;
mod m20261125_000012_access_account;
mod m20261125_000013_access_subject;
mod m20261125_000014_decision;
mod m20261125_000015_letter;
mod m20261125_000016_security_search;
mod m20261125_000017_access_search;
mod m20261125_000018_access_reason;
mod m20261125_000019_rollups;
mod m20261125_000020_person_link;
mod m20261125_000021_outcome;
mod m20261127_000022_corrections;
mod m20261127_000027_stay_decision;

pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261123_000001_transparency::Migration),
            Box::new(m20261123_000002_outbox::Migration),
            Box::new(m20261123_000003_identity::Migration),
            Box::new(m20261123_000004_law::Migration),
            Box::new(m20261123_000005_registry::Migration),
            Box::new(m20261123_000006_stays::Migration),
            Box::new(m20261123_000007_idempotency::Migration),
            Box::new(m20261124_000008_lines::Migration),
            Box::new(m20261125_000009_insert_only::Migration),
            Box::new(m20261125_000010_guest_language::Migration),
            Box::new(m20261125_000011_email_change::Migration),
            Box::new(m20261125_000012_access_account::Migration),
            Box::new(m20261125_000013_access_subject::Migration),
            Box::new(m20261125_000014_decision::Migration),
            Box::new(m20261125_000015_letter::Migration),
            Box::new(m20261125_000016_security_search::Migration),
            Box::new(m20261125_000017_access_search::Migration),
            Box::new(m20261125_000018_access_reason::Migration),
            Box::new(m20261125_000019_rollups::Migration),
            Box::new(m20261125_000020_person_link::Migration),
            Box::new(m20261125_000021_outcome::Migration),
            Box::new(m20261127_000022_corrections::Migration),
            Box::new(m20261127_000027_stay_decision::Migration),
        ]
    }
}
