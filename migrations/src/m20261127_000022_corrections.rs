//! A person asks to have put right or taken out what is kept of them: the request, its journal (insert-only), and what was
//! written in words beside it.
use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::ddl::run(
            manager,
            "
create table correction_request (
    id {id} primary key,
    account {id} not null references account (id),
    person {id} not null references person (id),
    registration {id} not null references registration (id),
    department {text} not null,
    kind {text} not null,
    field {text} not null,
    state {text} not null,
    asked_at {time} not null,
    answer_by {day} not null,
    term_item {text} not null,
    edition {count} not null,
    answered_at {time},
    complain_by {day},
    recommended_by {id},
    seq {count} not null
);
create unique index correction_once on correction_request (registration, field) where answered_at is null;
create index correction_waiting on correction_request (department, answer_by, id) where answered_at is null;
create index correction_answered on correction_request (department, answered_at, id) where answered_at is not null;
create index correction_mine on correction_request (person, asked_at, id);
create table correction_event (
    id {id} primary key,
    correction {id} not null references correction_request (id),
    seq {count} not null,
    kind {text} not null,
    role {text} not null,
    actor {id},
    at {time} not null,
    payload {text} not null,
    request {text} not null
);
create unique index correction_event_seq on correction_event (correction, seq);
create table correction_text (
    event {id} not null references correction_event (id),
    part {text} not null,
    body {text} not null,
    primary key (event, part)
)",
        )
        .await?;
        let db = manager.get_connection();
        if manager.get_database_backend() == DbBackend::Postgres {
            db.execute_unprepared(
                "create trigger correction_event_kept before update or delete or truncate on correction_event
                 for each statement execute function refuse_change()",
            )
            .await?;
            return Ok(());
        }
        for act in ["update", "delete"] {
            db.execute_unprepared(&format!(
                "create trigger correction_event_no_{act} before {act} on correction_event
                 begin select raise(abort, 'correction_event is insert-only'); end"
            ))
            .await?;
        }
        Ok(())
    }
}
