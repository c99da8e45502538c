//! The logs and the journals are insert-only in the database itself (E5): whoever would change or delete a line has to
//! take a trigger away first, and that shows.
use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

const KEPT: [&str; 5] =
    ["access_entry", "access_subject", "security_event", "registration_event", "registry_event"];

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let postgres = manager.get_database_backend() == DbBackend::Postgres;
        let db = manager.get_connection();
        if postgres {
            db.execute_unprepared(
                "create function refuse_change() returns trigger language plpgsql as $$
                 begin raise exception '% is insert-only', tg_table_name; end $$",
            )
            .await?;
        }
        for table in KEPT {
            if postgres {
                db.execute_unprepared(&format!(
                    "create trigger {table}_kept before update or delete or truncate on {table}
                     for each statement execute function refuse_change()"
                ))
                .await?;
                continue;
            }
            for act in ["update", "delete"] {
                db.execute_unprepared(&format!(
                    "create trigger {table}_no_{act} before {act} on {table}
                     begin select raise(abort, '{table} is insert-only'); end"
                ))
                .await?;
            }
        }
        // The few lines that a start looks for, among all that ever happened.
        db.execute_unprepared(
            "create index security_event_configuration on security_event (operation)
             where kind = 'configuration_changed'",
        )
        .await?;
        Ok(())
    }
}
