//! Whose accounts somebody looked at or changed: colleagues are no persons of the registry. Insert-only, as all of the log.
use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::ddl::run(
            manager,
            "
create table access_account (
    entry {id} not null references access_entry (id),
    account {id} not null,
    primary key (entry, account)
);
create index access_account_account on access_account (account, entry)
",
        )
        .await?;
        let db = manager.get_connection();
        if manager.get_database_backend() == DbBackend::Postgres {
            db.execute_unprepared(
                "create trigger access_account_kept before update or delete or truncate on access_account
                 for each statement execute function refuse_change()",
            )
            .await?;
            return Ok(());
        }
        for act in ["update", "delete"] {
            db.execute_unprepared(&format!(
                "create trigger access_account_no_{act} before {act} on access_account
                 begin select raise(abort, 'access_account is insert-only'); end"
            ))
            .await?;
        }
        Ok(())
    }
}
