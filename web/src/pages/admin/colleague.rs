//! One colleague: department and roles, hand over, reset, close and open. Each act says what it does before it is done (P20).
use leptos::{html, prelude::*, task::spawn_local};
use shared::{
    problem::Problem,
    staff::{ChangeStaff, StaffRole, StaffRow},
};

use super::{
    acts::Acts,
    place::PlaceForm,
    staff::{roles, state},
};
use crate::{
    client,
    components::{
        changed_meanwhile::{ChangedMeanwhile, Difference},
        desk_shell::reload,
        form_errors::FormErrors,
        icon::{Icon, IconName},
        pairs::{Pair, Pairs},
        problem_note::ProblemNote,
        status_tag::Tag,
    },
    i18n::{t, t_args, wording},
    offices::{Offices, offices},
    pages::desk::words,
};

/// What became of the last act.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    Nothing,
    Sending,
    /// Key of the sentence, and the time.
    Done(&'static str, String),
    Refused(Problem),
    /// What was wanted, and the row as a colleague left it.
    Changed(&'static str, ChangeStaff, Box<StaffRow>),
}

/// The colleague as known now, and what became of the last act.
#[derive(Debug, Clone, Copy)]
pub struct File {
    pub row: RwSignal<StaffRow>,
    pub said: RwSignal<Said>,
    pub errors: FormErrors,
}

impl File {
    /// Sends a change for the version that was seen; `done` is the key of what to say then.
    pub async fn send(self, done: &'static str, change: ChangeStaff, seen: i64) -> bool {
        let id = self.row.with_untracked(|row| row.id);
        self.said.set(Said::Sending);
        match client::staff::change(id, seen, &change).await {
            Ok(row) => {
                self.row.set(row);
                self.said.set(Said::Done(done, words::clock(words::now())));
                true
            }
            Err(problem) => {
                self.refused(done, change, problem).await;
                false
            }
        }
    }

    /// Stale: the row is looked up anew and shown beside what was wanted.
    async fn refused(self, done: &'static str, change: ChangeStaff, problem: Problem) {
        let id = self.row.with_untracked(|row| row.id);
        if problem.status == 412
            && let Ok(Some(theirs)) = client::staff::find(id).await
        {
            self.said.set(Said::Changed(done, change, Box::new(theirs)));
            return;
        }
        let named = self.errors.take(&problem);
        self.said.set(if named { Said::Nothing } else { Said::Refused(problem) });
    }
}

/// The panel beside the list.
#[component]
pub fn Colleague(
    colleague: StaffRow,
    /// The same one, as the list knows it now.
    known: Signal<Option<StaffRow>>,
    others: Signal<Vec<StaffRow>>,
    close: Signal<String>,
) -> impl IntoView {
    let file = File {
        row: RwSignal::new(colleague),
        said: RwSignal::new(Said::Nothing),
        errors: FormErrors::new(&["/department", "/roles", "/hand_over_to"]),
    };
    Effect::new(move || {
        let newer =
            |row: &StaffRow| file.row.with_untracked(|held| row.id == held.id && row.version >= held.version);
        if let Some(row) = known.get().filter(newer) {
            file.row.set(row);
        }
    });
    let reload = reload();
    let send = Callback::new(move |(done, change, seen): (&'static str, ChangeStaff, i64)| {
        if file.said.get_untracked() == Said::Sending {
            return;
        }
        spawn_local(async move {
            if file.send(done, change, seen).await {
                reload.again();
            }
        });
    });
    view! {
        <section class="desk-panel" aria-labelledby="colleague-name">
            <Head file close/>
            <Outcome file send/>
            <Facts file/>
            <PlaceForm file send/>
            <Acts file others send/>
        </section>
    }
}

#[component]
fn Head(file: File, close: Signal<String>) -> impl IntoView {
    let heading = NodeRef::<html::H2>::new();
    Effect::new(move || {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
        }
    });
    let tag = move || {
        let (tone, icon, text) = file.row.with(state);
        view! { <Tag tone icon text=Signal::derive(wording(text))/> }
    };
    view! {
        <header>
            <div>
                <h2 id="colleague-name" node_ref=heading tabindex="-1" translate="no">
                    {move || file.row.with(|row| row.name.clone())}
                </h2>
                {tag}
            </div>
            <a href=close>{wording("admin-colleague-back")}</a>
        </header>
    }
}

#[component]
fn Facts(file: File) -> impl IntoView {
    let pairs = move || {
        let row = file.row.get();
        let seen = row.seen_at.map_or_else(|| t("admin-staff-never"), words::moment);
        let deputy = row.deputy_name.unwrap_or_else(|| t("admin-staff-nobody"));
        vec![
            Pair::new("admin-staff-column-email", row.email).foreign(),
            Pair::new("admin-staff-column-seen", seen),
            Pair::new("admin-staff-column-deputy", deputy).foreign(),
        ]
    };
    view! { <Pairs pairs=Signal::derive(pairs)/> }
}

type Send = Callback<(&'static str, ChangeStaff, i64)>;

/// Done, refused, or changed by somebody else meanwhile.
#[component]
fn Outcome(file: File, send: Send) -> impl IntoView {
    move || match file.said.get() {
        Said::Nothing | Said::Sending => ().into_any(),
        Said::Done(text, time) => view! { <Done text time/> }.into_any(),
        Said::Refused(problem) => {
            view! { <div class="desk-panel-body"><ProblemNote problem/></div> }.into_any()
        }
        Said::Changed(done, change, theirs) => {
            view! { <Changed file send done change theirs=*theirs/> }.into_any()
        }
    }
}

#[component]
fn Done(text: &'static str, time: String) -> impl IntoView {
    let said = NodeRef::<html::P>::new();
    Effect::new(move || {
        if let Some(said) = said.get() {
            let _ = said.focus();
        }
    });
    view! {
        <div class="act-done" role="status">
            <p node_ref=said tabindex="-1">
                <Icon name=IconName::Tick/>
                {move || t_args(text, &[("time", time.as_str().into())])}
            </p>
        </div>
    }
}

/// P17.
#[component]
fn Changed(
    file: File,
    send: Send,
    done: &'static str,
    change: ChangeStaff,
    theirs: StaffRow,
) -> impl IntoView {
    let offices = offices();
    let seen = theirs.version;
    let (wanted, now) = (change.clone(), theirs.clone());
    let rows = move || differences(&wanted, &now, offices);
    let take = Callback::new(move |()| {
        file.row.set(theirs.clone());
        file.said.set(Said::Nothing);
    });
    let keep = Callback::new(move |()| {
        file.said.set(Said::Nothing);
        send.run((done, change.clone(), seen));
    });
    view! {
        <div class="desk-panel-body">
            <ChangedMeanwhile
                title="admin-stale-title"
                lead="admin-stale-lead"
                mine="admin-stale-mine"
                differences=Signal::derive(rows)
                take
                keep=Some(keep)
            />
        </div>
    }
}

fn differences(change: &ChangeStaff, now: &StaffRow, offices: Offices) -> Vec<Difference> {
    let stays = || t("admin-stale-stays");
    let account = |disabled| t(if disabled { "admin-staff-disabled" } else { "admin-staff-active" });
    let row = |key, theirs, mine: Option<String>| Difference {
        field: t(key),
        theirs,
        mine: mine.unwrap_or_else(stays),
    };
    let wanted: Option<&Vec<StaffRole>> = change.roles.as_ref();
    vec![
        row(
            "admin-colleague-department",
            offices.department(&now.department),
            change.department.as_deref().map(|code| offices.department(code)),
        ),
        row("admin-colleague-roles", roles(&now.roles), wanted.map(|wanted| roles(wanted))),
        row("admin-staff-column-state", account(now.disabled), change.disabled.map(account)),
        row(
            "admin-staff-column-deputy",
            now.deputy_name.clone().unwrap_or_else(|| t("admin-staff-nobody")),
            match (change.hand_over_to, change.end_hand_over) {
                (Some(_), _) => Some(t("admin-stale-mine-deputy")),
                (None, Some(true)) => Some(t("admin-staff-nobody")),
                (None, _) => None,
            },
        ),
    ]
}
