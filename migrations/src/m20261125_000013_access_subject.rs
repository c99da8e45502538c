//! One line for each registration that somebody looked at: of two of the same person the log named the first only.
use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() == DbBackend::Postgres {
            return crate::ddl::run(
                manager,
                "
alter table access_subject drop constraint access_subject_pkey;
create unique index access_subject_entry on access_subject (entry, person, registration)
",
            )
            .await;
        }
        // SQLite cannot take a key away from a table; its triggers and indexes go with it.
        crate::ddl::run(
            manager,
            "
create table access_subject_new (
    entry {id} not null references access_entry (id),
    person {id} not null,
    registration {id}
);
insert into access_subject_new select entry, person, registration from access_subject;
drop table access_subject;
alter table access_subject_new rename to access_subject;
create unique index access_subject_entry on access_subject (entry, person, registration);
create index access_subject_person on access_subject (person, entry)
",
        )
        .await?;
        for act in ["update", "delete"] {
            manager
                .get_connection()
                .execute_unprepared(&format!(
                    "create trigger access_subject_no_{act} before {act} on access_subject
                     begin select raise(abort, 'access_subject is insert-only'); end"
                ))
                .await?;
        }
        Ok(())
    }
}
