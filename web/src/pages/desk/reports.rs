//! `/desk/reports?group_by=&from=&to=`: registrations by month, citizenship or department; what is too small is not shown.
use chrono::{Datelike, Months, NaiveDate};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::{
    countries, dates, fold,
    problem::Problem,
    reports::{GroupBy, LEAST, MONTHS, RegistrationsReport, ReportRow},
    texts::format,
};

use super::words;
use crate::{
    client,
    components::{
        choice_field::{Choice, SelectField},
        data_table::EmptyList,
        download::Download,
        error_summary::ErrorSummary,
        filters::{Segment, Segments},
        form_errors::{FieldError, FormErrors},
        not_loaded::NotLoaded,
        page_title::PageTitle,
        problem_note::ProblemNote,
        skeleton::Skeleton,
        submit::Submit,
    },
    i18n::{language, t, t_args, wording},
    offices::{Offices, offices},
    place::{goer, href},
};

const FIELDS: &[&str] = &["/from", "/to"];
const DIVISIONS: [(GroupBy, &str, &str); 3] = [
    (GroupBy::Citizenship, "report-by-citizenship", "report-column-citizenship"),
    (GroupBy::Department, "report-by-department", "report-column-department"),
    (GroupBy::Month, "report-by-month", "report-column-month"),
];
/// Months that can be chosen, the latest first.
const CHOICES: u32 = 36;

/// What the address asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Asked {
    by: GroupBy,
    from: String,
    to: String,
}

impl Asked {
    fn query(&self) -> String {
        format!("group_by={}&from={}&to={}", self.by, self.from, self.to)
    }

    fn address(&self) -> String {
        format!("/desk/reports?{}", self.query())
    }
}

/// The month `back` months before the one that is not over yet.
fn month_before(back: u32) -> String {
    let today = words::day_of(words::now());
    let month = today.with_day(1).and_then(|first| first.checked_sub_months(Months::new(back)));
    month.unwrap_or(today).format("%Y-%m").to_string()
}

/// `2026-10` as it stands in an address, and nothing else.
fn first_day(month: &str) -> Option<NaiveDate> {
    dates::parse(&format!("{month}-01"))
}

/// Oktyabr 2026: by itself, not as in a date; tracked.
fn month_name(month: &str) -> String {
    let Some(day) = first_day(month) else { return month.to_owned() };
    t_args(&format!("report-month-{}", day.month()), &[("year", day.year().to_string().as_str().into())])
}

/// A sum of nothing that is shown is not zero.
fn sum(figures: &[Option<i64>], total: i64) -> Option<i64> {
    (total > 0 || !figures.contains(&None)).then_some(total)
}

/// 1 234; what is not shown is a star with its words. Tracked.
fn figure(figure: Option<i64>) -> AnyView {
    match figure {
        Some(figure) => format::number(language(), figure).into_any(),
        None => view! {
            <span aria-hidden="true">"*"</span>
            <span class="govuk-visually-hidden">{t("report-hidden")}</span>
        }
        .into_any(),
    }
}

#[component]
pub fn ReportPage() -> impl IntoView {
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        let query = query.read();
        let month = |key: &str| query.get(key).filter(|month| first_day(month).is_some());
        let by = query.get("group_by").and_then(|code| code.parse().ok());
        Asked {
            by: by.unwrap_or(GroupBy::Citizenship),
            from: month("from").unwrap_or_else(|| month_before(6)),
            to: month("to").unwrap_or_else(|| month_before(1)),
        }
    });
    let report = LocalResource::new(move || {
        let asked = asked.get();
        async move { (asked.clone(), client::reports::registrations(&asked.query()).await) }
    });
    let names = offices();
    let here = move || report.get().filter(|(of, _)| *of == asked.get() && names.settled());
    let choices = move || {
        let asked = asked.read();
        DIVISIONS
            .map(|(by, text, _)| Segment {
                text,
                href: href(&Asked { by, ..asked.clone() }.address()),
                count: 0,
                current: by == asked.by,
            })
            .to_vec()
    };
    view! {
        <div class="desk-head">
            <PageTitle text=Signal::derive(wording("report-registrations-title"))/>
            <p>{wording("report-registrations-lead")}</p>
        </div>
        <div class="desk-tools report-tools">
            <Segments name="report-segments" choices=Signal::derive(choices)/>
        </div>
        <Period asked/>
        {move || match here() {
            None => view! { <Skeleton lines=10/> }.into_any(),
            Some((_, Err(problem))) => view! { <NotLoaded problem/> }.into_any(),
            Some((_, Ok(report))) => view! { <Report report asked/> }.into_any(),
        }}
    }
}

/// Twelve months at most; the month that is not over yet cannot be chosen.
#[component]
fn Period(asked: Memo<Asked>) -> impl IntoView {
    let (from, to) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let errors = FormErrors::new(FIELDS);
    Effect::new(move || {
        let asked = asked.read();
        from.set(asked.from.clone());
        to.set(asked.to.clone());
        errors.clear();
    });
    let choices = Memo::new(move |_| {
        let month = |back| {
            let month = month_before(back);
            Choice::new(month.clone(), month_name(&month))
        };
        (1..=CHOICES).map(month).collect::<Vec<_>>()
    });
    let go = goer();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let wanted =
            Asked { from: from.get_untracked(), to: to.get_untracked(), by: asked.read_untracked().by };
        if errors.refuse(wrong(&wanted).into_iter().collect()) {
            go(&wanted.address());
        }
    };
    view! {
        <ErrorSummary errors/>
        <form class="desk-search-form" novalidate on:submit=send>
            <SelectField at="/from" label="report-from" value=from errors choices none=""/>
            <SelectField at="/to" label="report-to" value=to errors choices none=""/>
            <div class="act-buttons">
                <Submit label="report-send" busy=Signal::derive(|| false)/>
            </div>
        </form>
    }
}

fn wrong(asked: &Asked) -> Option<FieldError> {
    let (from, to) = (first_day(&asked.from)?, first_day(&asked.to)?);
    if to < from {
        return Some(FieldError::new("/to", "until_before_from"));
    }
    let most = from.checked_add_months(Months::new(u32::try_from(MONTHS).unwrap_or_default()))?;
    (to >= most).then(|| FieldError::new("/from", "months_too_many"))
}

#[component]
fn Report(report: RegistrationsReport, asked: Memo<Asked>) -> impl IntoView {
    let download = Download::new();
    let save = move |_| {
        let file = client::reports::registrations_file(&asked.read_untracked().query());
        download.save(file, "registrations.csv".to_owned());
    };
    let hides = report.hides;
    let none = report.total == 0 && !hides;
    let table = if none {
        view! { <EmptyList title="report-empty" next="report-empty-next"/> }.into_any()
    } else if report.group_by == GroupBy::Month {
        view! { <ByMonth report/> }.into_any()
    } else {
        view! { <Divided report/> }.into_any()
    };
    view! {
        {table}
        <div class="data-foot">
            {hides.then(|| view! { <p>{move || t_args("report-hides", &[("least", LEAST.into())])}</p> })}
            <button type="button" class="govuk-button govuk-button--secondary" on:click=save>
                {wording("report-download")}
            </button>
        </div>
        {move || download.problem.get().map(|problem: Problem| view! { <ProblemNote problem/> })}
    }
}

#[component]
fn ByMonth(report: RegistrationsReport) -> impl IntoView {
    let RegistrationsReport { months, totals, total, .. } = report;
    let total = sum(&totals, total);
    let rows = months.into_iter().zip(totals).map(|(month, made)| {
        view! {
            <tr>
                <th scope="row">{move || month_name(&month)}</th>
                <td data-label=wording("report-column-made")>
                    <span>{move || figure(made)}</span>
                </td>
            </tr>
        }
    });
    view! {
        <div class="data-frame" tabindex="0">
            <table class="data report report-narrow">
                <caption class="govuk-visually-hidden">{wording("report-registrations-title")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{wording("report-column-month")}</th>
                        <th scope="col">{wording("report-column-made")}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{wording("report-total")}</th>
                        <td data-label=wording("report-column-made")>
                            <span>{move || figure(total)}</span>
                        </td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

/// Citizenships or departments down, months across.
#[component]
fn Divided(report: RegistrationsReport) -> impl IntoView {
    let offices = offices();
    let RegistrationsReport { group_by, months, totals, total, rows, .. } = report;
    let division = DIVISIONS.iter().find(|(by, ..)| *by == group_by);
    let head = division.map_or("report-column-citizenship", |(.., head)| head);
    let months = StoredValue::new(months);
    let label =
        move |at: usize| move || months.with_value(|months| months.get(at).map(|month| month_name(month)));
    let cells = move |figures: Vec<Option<i64>>, total: i64| {
        let total = sum(&figures, total);
        let cell = move |(at, made): (usize, Option<i64>)| {
            view! { <td data-label=label(at)><span>{move || figure(made)}</span></td> }
        };
        view! {
            {figures.into_iter().enumerate().map(cell).collect_view()}
            <td class="data-strong" data-label=wording("report-total")>
                <span>{move || figure(total)}</span>
            </td>
        }
    };
    let count = months.with_value(Vec::len);
    // By name in the language of the page, which a switch of it changes.
    let sorted = move || {
        let mut rows = rows.clone();
        rows.sort_by_cached_key(|row| fold::sort_key(&named(offices, group_by, &row.key)));
        let row = |ReportRow { key, figures, total }: ReportRow| {
            view! {
                <tr>
                    <th scope="row">{named(offices, group_by, &key)}</th>
                    {cells(figures, total)}
                </tr>
            }
        };
        rows.into_iter().map(row).collect_view()
    };
    view! {
        <div class="data-frame report-frame" tabindex="0">
            <table class="data report">
                <caption class="govuk-visually-hidden">{wording("report-registrations-title")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{wording(head)}</th>
                        {(0..count).map(|at| view! { <th scope="col">{label(at)}</th> }).collect_view()}
                        <th scope="col">{wording("report-total")}</th>
                    </tr>
                </thead>
                <tbody>{sorted}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{wording("report-total")}</th>
                        {cells(totals, total)}
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

/// A country or department by name; tracked.
fn named(offices: Offices, by: GroupBy, key: &str) -> String {
    match by {
        GroupBy::Department => offices.department(key),
        GroupBy::Citizenship | GroupBy::Month => t(&countries::key(key)),
    }
}
