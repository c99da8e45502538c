//! One address: what was asked, who is registered there, and the officer's decision.
use leptos::{html, prelude::*};
use shared::{
    ids::PremisesId,
    page::Page,
    premises::{HostView, PremisesView},
    problem::Problem,
    registrations::RegistrationRow,
};

use super::{decision::Decision, words};
use crate::{
    client::{self, registrations::View},
    components::{
        pairs::{Pair, Pairs},
        problem_note::ProblemNote,
        recorded::Recorded,
        skeleton::Skeleton,
        status_tag::StatusTag,
    },
    i18n::{t, t_args, wording},
    offices::offices,
    place::href,
};

/// The open address. Opening it is recorded, and says so.
#[component]
pub fn RequestPanel(
    id: PremisesId,
    /// Address of the next request that waits.
    next: Signal<Option<String>>,
    /// Address of the list without it.
    close: Signal<String>,
) -> impl IntoView {
    let again = RwSignal::new(0_u32);
    let file = LocalResource::new(move || {
        again.track();
        async move { (client::premises::show(id).await, words::now()) }
    });
    // The names of offices make lines longer than their codes.
    let offices = offices();
    let retry = Callback::new(move |()| again.update(|times| *times = times.wrapping_add(1)));
    view! {
        <section class="desk-panel" aria-labelledby="request-title">
            {move || match file.get().filter(|_| offices.settled()) {
                None => view! { <div class="desk-panel-body"><Skeleton lines=8/></div> }.into_any(),
                Some((Err(problem), _)) => view! { <ProblemNote problem retry/> }.into_any(),
                Some((Ok(file), at)) => view! { <Request file at next close/> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn Request(
    file: PremisesView,
    at: chrono::DateTime<chrono::Utc>,
    next: Signal<Option<String>>,
    close: Signal<String>,
) -> impl IntoView {
    let file = RwSignal::new(file);
    let offices = offices();
    let heading = NodeRef::<html::H2>::new();
    // Opened by a key or a link: the reader goes on from here.
    Effect::new(move || {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
        }
    });
    let address = move || file.with(|file| words::address(offices, &file.address));
    let status = Signal::derive(move || file.with(|file| words::premises_status(file.state).to_owned()));
    view! {
        <header>
            <div>
                <h2 id="request-title" node_ref=heading tabindex="-1">
                    {address}
                </h2>
                <StatusTag status/>
            </div>
            <a href=close>{wording("desk-premises-back")}</a>
        </header>
        <Facts file/>
        <Here file/>
        <Decision file next/>
        <p class="act"><Recorded at/></p>
    }
}

#[component]
fn Facts(file: RwSignal<PremisesView>) -> impl IntoView {
    let offices = offices();
    let pairs = move || {
        let file = file.get();
        let unsure = (!file.department_confirmed).then(|| t("desk-premises-department-unsure"));
        let mut pairs = vec![
            Pair::new("desk-premises-kind", words::place_kind(file.kind)),
            Pair::new("desk-column-host", file.host.name.clone()).note(number_of(&file.host)).foreign(),
            Pair::new("desk-premises-proof", file.proof.unwrap_or_else(|| t("desk-not-given"))).foreign(),
            Pair::new("desk-premises-requested", words::moment(file.requested_at)),
            Pair::new("desk-premises-department", offices.department(&file.department)).note(unsure),
        ];
        pairs.extend(file.decided_at.map(|at| Pair::new("desk-premises-decided", words::moment(at))));
        pairs.extend(file.reason.map(|reason| Pair::new("desk-premises-reason", reason).foreign()));
        pairs
    };
    view! { <Pairs pairs=Signal::derive(pairs)/> }
}

/// FİN or VÖEN under the host's name.
pub fn number_of(host: &HostView) -> Option<String> {
    let fin = host.fin.as_ref().map(|fin| format!("{} {fin}", t("my-account-fin")));
    fin.or_else(|| host.voen.as_ref().map(|voen| format!("{} {voen}", t("my-account-voen"))))
}

/// Who is registered at this address, so that the officer sees what the decision touches.
#[component]
fn Here(file: RwSignal<PremisesView>) -> impl IntoView {
    let id = file.with_untracked(|file| file.id);
    // Decided, the same guests stand there otherwise.
    let version = Memo::new(move |_| file.with(|file| file.version));
    let rows = LocalResource::new(move || {
        version.track();
        let guests = file.with_untracked(|file| file.guests);
        async move {
            if guests == 0 {
                return Ok(Page { items: Vec::new(), next: None });
            }
            client::registrations::list(View::InForce, Some(id), None).await
        }
    });
    let others =
        move || t_args("desk-premises-others", &[("count", file.with(|file| file.others_here).into())]);
    let count = move || t_args("desk-premises-guests", &[("count", file.with(|file| file.guests).into())]);
    view! {
        <div class="desk-panel-body">
            <h3>{count}</h3>
            {move || rows.get().map(|rows| view! { <Guests rows premises=id/> })}
            <p class="data-soft">{others}</p>
        </div>
    }
}

const SHOWN: usize = 8;

#[component]
fn Guests(rows: Result<Page<RegistrationRow>, Problem>, premises: PremisesId) -> impl IntoView {
    let page = match rows {
        Ok(page) => page,
        Err(problem) => return view! { <ProblemNote problem/> }.into_any(),
    };
    let more = page.items.len() > SHOWN || page.next.is_some();
    let item = |row: RegistrationRow| {
        let (id, from, until) = (row.id, row.from, row.until);
        let status = words::row_status(&row);
        view! {
            <li>
                <a href=move || href(&format!("/desk/registrations/{id}")) translate="no">
                    {words::name(&row.surname, &row.given_names)}
                </a>
                " "
                <span class="data-number">
                    {row.citizenship}
                    {move || format!(", {}", words::period_short(from, until))}
                </span>
                " "
                <StatusTag status/>
            </li>
        }
    };
    let all = more.then(|| {
        let address = move || href(&format!("/desk/registrations?view=all&premises={premises}"));
        view! { <a href=address>{wording("desk-rail-all")}</a> }
    });
    view! {
        <ul class="guests-here">{page.items.into_iter().take(SHOWN).map(item).collect_view()}</ul>
        {all}
    }
    .into_any()
}
