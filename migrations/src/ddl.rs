//! One text for both databases: `{id}`, `{time}`, `{day}` and `{text}` become the type that each of them has.
use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

/// Runs the statements, separated by `;`, in order.
pub async fn run(manager: &SchemaManager<'_>, statements: &str) -> Result<(), DbErr> {
    let types = match manager.get_database_backend() {
        // Text sorts by bytes on both, so that cursors agree.
        DbBackend::Postgres => [
            ("{id}", "uuid"),
            ("{time}", "timestamptz"),
            ("{day}", "date"),
            ("{text}", "text collate \"C\""),
            ("{count}", "bigint"),
            ("{bytes}", "bytea"),
        ],
        _ => [
            ("{id}", "blob"),
            ("{time}", "text"),
            ("{day}", "text"),
            ("{text}", "text"),
            ("{count}", "integer"),
            ("{bytes}", "blob"),
        ],
    };
    let statements = types.iter().fold(statements.to_owned(), |sql, (name, kind)| sql.replace(name, kind));
    for statement in statements.split(';').map(str::trim).filter(|sql| !sql.is_empty()) {
        manager.get_connection().execute_unprepared(statement).await?;
    }
    Ok(())
}

/// Writes the boilerplate of a migration that only runs statements.
macro_rules! statements {
    ($sql:literal) => {
        use sea_orm_migration::prelude::*;

        #[derive(DeriveMigrationName)]
        pub struct Migration;

        #[async_trait::async_trait]
        impl MigrationTrait for Migration {
            async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
                crate::ddl::run(manager, $sql).await
            }
        }
    };
}
pub(crate) use statements;
