//! The left rail: what each account may open, with the work that waits there.
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::{permission::Permission, registrations::RegistrationCounts};

use crate::{
    components::filters::in_figures,
    i18n::wording,
    place::{self, Part, Place, href},
    session::session,
};

struct Group {
    title: &'static str,
    need: Permission,
    links: &'static [Link],
}

struct Link {
    text: &'static str,
    part: Part,
    /// What follows the part; none stands for the part's first page too.
    page: &'static str,
    /// The query key that chooses a list, and its value; the first value of a key is what stands for none.
    list: Option<(&'static str, &'static str)>,
    count: Option<fn(&RegistrationCounts) -> i64>,
}

const fn desk(text: &'static str, page: &'static str, list: (&'static str, &'static str)) -> Link {
    Link { text, part: Part::Desk, page, list: Some(list), count: None }
}

const fn counted(link: Link, count: fn(&RegistrationCounts) -> i64) -> Link {
    Link { count: Some(count), ..link }
}

const fn admin(text: &'static str, page: &'static str) -> Link {
    Link { text, part: Part::Admin, page, list: None, count: None }
}

const RAIL: &[Group] = &[
    Group {
        title: "desk-rail-registrations",
        need: Permission::RegistrationsSupervise,
        links: &[
            counted(desk("desk-rail-new", "registrations", ("view", "new")), |counts| counts.new),
            counted(desk("desk-rail-late", "registrations", ("view", "late")), |counts| counts.late),
            desk("desk-rail-unconfirmed", "registrations", ("view", "unconfirmed")),
            desk("desk-rail-all", "registrations", ("view", "all")),
        ],
    },
    Group {
        title: "desk-rail-counter",
        need: Permission::RegistrationsCounter,
        links: &[Link {
            text: "desk-counter-title",
            part: Part::Desk,
            page: "counter",
            list: None,
            count: None,
        }],
    },
    Group {
        title: "desk-rail-premises",
        need: Permission::PremisesSupervise,
        links: &[
            counted(desk("desk-rail-requested", "premises", ("state", "requested")), |counts| {
                counts.premises_requested
            }),
            desk("desk-rail-confirmed", "premises", ("state", "confirmed")),
            desk("desk-rail-rejected", "premises", ("state", "rejected")),
        ],
    },
    Group {
        title: "desk-rail-corrections",
        need: Permission::CorrectionsWork,
        links: &[
            counted(desk("desk-rail-corrections-waiting", "corrections", ("view", "waiting")), |counts| {
                counts.corrections
            }),
            desk("desk-rail-corrections-answered", "corrections", ("view", "answered")),
        ],
    },
    Group {
        title: "desk-rail-search",
        need: Permission::RegistrationsSupervise,
        links: &[Link {
            text: "desk-rail-search-registrations",
            part: Part::Desk,
            page: "search",
            list: None,
            count: None,
        }],
    },
    Group {
        title: "desk-rail-persons",
        need: Permission::PersonsLink,
        links: &[Link {
            text: "desk-persons-title",
            part: Part::Desk,
            page: "persons",
            list: None,
            count: None,
        }],
    },
    Group {
        title: "desk-rail-department",
        need: Permission::DepartmentOversee,
        links: &[Link { text: "desk-board-title", part: Part::Desk, page: "board", list: None, count: None }],
    },
    Group {
        title: "report-rail",
        need: Permission::ReportsRead,
        links: &[Link {
            text: "report-registrations-title",
            part: Part::Desk,
            page: "reports",
            list: None,
            count: None,
        }],
    },
    Group {
        title: "admin-rail-accounts",
        need: Permission::StaffManage,
        links: &[admin("admin-rail-staff", "staff"), admin("admin-rail-new", "staff/new")],
    },
    Group {
        title: "desk-rail-persons",
        need: Permission::StaffManage,
        links: &[admin("desk-persons-title", "persons")],
    },
    Group {
        title: "admin-rail-audit",
        need: Permission::AuditRead,
        links: &[admin("admin-rail-access", "audit/access"), admin("admin-rail-security", "audit/security")],
    },
    Group {
        title: "admin-rail-rules",
        need: Permission::StaffManage,
        links: &[admin("admin-rail-policy", "policy"), admin("admin-rail-health", "health")],
    },
];

/// Lists that a page shows when its address names none, and the page that a part shows first.
const FIRST_LISTS: [&str; 3] = ["new", "requested", "waiting"];
const FIRST_PAGES: [&str; 2] = ["registrations", "staff"];

impl Link {
    fn address(&self) -> String {
        let part = if self.part == Part::Admin { "admin" } else { "desk" };
        let list = self.list.map(|(key, value)| format!("?{key}={value}")).unwrap_or_default();
        href(&format!("/{part}/{}{list}", self.page))
    }

    fn is(&self, here: &Place, chosen: impl Fn(&str) -> Option<String>) -> bool {
        let page = here.rest.join("/");
        let same_page = page == self.page || (page.is_empty() && FIRST_PAGES.contains(&self.page));
        let same_list = self.list.is_none_or(|(key, value)| match chosen(key) {
            Some(chosen) => chosen == value,
            None => FIRST_LISTS.contains(&value),
        });
        here.part == self.part && same_page && same_list
    }
}

/// The desk's own menu; on a phone a strip that scrolls sideways.
#[component]
pub fn Rail() -> impl IntoView {
    let session = session();
    let groups = RAIL
        .iter()
        .enumerate()
        .map(|(at, group)| {
            let open = Memo::new(move |_| session.can(group.need));
            move || open.get().then(|| view! { <RailGroup group id=format!("rail-{at}")/> })
        })
        .collect_view();
    view! {
        <nav class="desk-rail" aria-label=wording("desk-menu")>
            {groups}
        </nav>
    }
}

#[component]
fn RailGroup(group: &'static Group, id: String) -> impl IntoView {
    let labelled = id.clone();
    view! {
        <h2 id=id>{wording(group.title)}</h2>
        <ul aria-labelledby=labelled>
            {group.links.iter().map(|link| view! { <RailLink link/> }).collect_view()}
        </ul>
    }
}

#[component]
fn RailLink(link: &'static Link) -> impl IntoView {
    let session = session();
    let (here, query) = (place::here(), use_query_map());
    let current = Memo::new(move |_| {
        let query = query.read();
        here.with(|here| link.is(here, |key| query.get(key)))
    });
    let count = move || {
        let counts = session.me()?.counts;
        let count = link.count.map(|count| count(&counts)).filter(|count| *count > 0)?;
        Some(view! { <span class="desk-rail-count">{in_figures(count)}</span> })
    };
    view! {
        <li>
            <a href=move || link.address() aria-current=move || current.get().then_some("page")>
                <span>{wording(link.text)}</span>
                {count}
            </a>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn current(path: &str, query: &[(&str, &str)]) -> Vec<&'static str> {
        let here = Place::read(path);
        let chosen =
            |key: &str| query.iter().find(|(known, _)| *known == key).map(|(_, value)| (*value).to_owned());
        let links = RAIL.iter().flat_map(|group| group.links);
        links.filter(|link| link.is(&here, chosen)).map(|link| link.text).collect()
    }

    #[test]
    fn one_link_at_most_is_the_page_on_screen() {
        assert_eq!(current("/az/desk", &[]), ["desk-rail-new"]);
        assert_eq!(current("/az/desk/registrations", &[("view", "late")]), ["desk-rail-late"]);
        assert_eq!(current("/az/desk/premises", &[]), ["desk-rail-requested"]);
        assert_eq!(current("/az/admin", &[]), ["admin-rail-staff"]);
        assert_eq!(current("/az/admin/staff/new", &[]), ["admin-rail-new"]);
        assert!(current("/az/desk/registrations/1", &[]).is_empty());
    }
}
