//! The access log as a file: page after page, each a line of the log itself before it leaves.
use std::{
    pin::Pin,
    task::{Context, Poll},
};

use actix_web::{
    body::{BodySize, MessageBody},
    web::Bytes,
};
use shared::transparency::{AccessEntry, ExportAccess};
use tokio::sync::mpsc;

use super::{
    Entry, Purpose, Subject,
    store::{self, Looked},
};
use crate::{
    error::ApiError,
    http::{
        call::Actor,
        query::{After, code},
    },
    state::AppState,
};

/// Lines of one page.
const LINES: usize = 500;

/// Names of the columns, as the API calls them; the mark before them tells table programs that this is UTF-8.
const HEAD: &str = "\u{feff}at,actor,actor_name,role,office,operation,purpose,reason,subjects,cause\r\n";

/// Pages on their way. A page that fails ends the answer without its end, so that nobody takes it for the whole.
pub struct Pages(mpsc::Receiver<Result<Bytes, ApiError>>);

impl MessageBody for Pages {
    type Error = ApiError;

    fn size(&self) -> BodySize {
        BodySize::Stream
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, ApiError>>> {
        self.0.poll_recv(context)
    }
}

/// The first page is read before anything is answered: until then a "no" is a problem, not a broken file.
pub async fn begin(state: &AppState, actor: &Actor, form: ExportAccess) -> Result<Pages, ApiError> {
    let file =
        File { state: state.clone(), actor: actor.clone(), looked: looked(&form)?, reason: form.reason };
    let (first, next) = file.page(None).await?;
    let (send, receive) = mpsc::channel(1);
    actix_web::rt::spawn(async move {
        let mut page = format!("{HEAD}{first}");
        let mut next = next;
        while send.send(Ok(page.into())).await.is_ok()
            && let Some(after) = next
        {
            (page, next) = match file.page(Some(after)).await {
                Ok(page) => page,
                Err(error) => {
                    tracing::error!(%error, "an export of the access log broke off");
                    let _ = send.send(Err(error)).await;
                    return;
                }
            };
        }
    });
    Ok(Pages(receive))
}

fn looked(form: &ExportAccess) -> Result<Looked, ApiError> {
    let not_a_choice = || ApiError::field("/purpose", "not_a_choice");
    let purpose = form.purpose.as_deref().map(|code| code.parse::<Purpose>().map_err(|_| not_a_choice()));
    Ok(Looked {
        actor: form.actor,
        person: form.person,
        office: code("/office", form.office.clone())?,
        operation: code("/operation", form.operation.clone())?,
        purpose: purpose.transpose()?,
        from: form.from,
        until: form.until,
    })
}

struct File {
    state: AppState,
    actor: Actor,
    looked: Looked,
    reason: String,
}

impl File {
    /// The lines of one page, and where the next begins. The right to read is asked for anew each time.
    async fn page(&self, after: Option<After>) -> Result<(String, Option<After>), ApiError> {
        let reading = self.state.read(&self.actor).await?;
        let rows = store::entries(&*reading, &self.looked, after, LINES).await?;
        let full = rows.len() == LINES;
        let next =
            rows.last().filter(|_| full).map(|(row, _)| After { at: row.at, id: row.id.0, waits: false });
        let (lines, accounts): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        let subjects = self.looked.person.map(|person| Subject { person, registration: None });
        reading.let_go().await;
        let accounts = accounts.into_iter().flatten().collect();
        let entry = Entry::of_log(&self.actor, &reading.by, accounts, subjects.into_iter().collect());
        self.state.worker.log.write(Entry { reason: Some(self.reason.clone()), ..entry }).await?;
        Ok((lines.iter().map(line).collect(), next))
    }
}

fn line(entry: &AccessEntry) -> String {
    let AccessEntry {
        at, actor, actor_name, role, office, operation, purpose, reason, subjects, cause, ..
    } = entry;
    let role = role.map(|role| role.to_string());
    let given = |text: &Option<String>| cell(text.as_deref().unwrap_or_default());
    let cells = [
        at.to_rfc3339(),
        given(actor),
        given(actor_name),
        given(&role),
        given(office),
        cell(operation),
        cell(purpose),
        given(reason),
        subjects.to_string(),
        cell(cause),
    ];
    format!("{}\r\n", cells.join(","))
}

/// RFC 4180; and what a table program would take for a formula is text.
pub fn cell(text: &str) -> String {
    let text =
        if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_cell_holds_any_text_and_no_formula() {
        assert_eq!(cell("Leyla Həsənova"), "Leyla Həsənova");
        assert_eq!(cell("Mərkəz, \"Otel\""), "\"Mərkəz, \"\"Otel\"\"\"");
        assert_eq!(cell("=1+1"), "'=1+1");
        assert_eq!(cell("@a,b"), "\"'@a,b\"");
    }
}
