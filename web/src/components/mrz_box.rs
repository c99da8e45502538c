//! P4: the machine-readable lines of a passport, a card or a visa. What is right is underlined green, what is wrong red, while it is typed.
use std::time::Duration;

use leptos::{html, prelude::*};
use shared::mrz::{self, Check, Covers, Kind, Offer, Problem, Reading, Span};

use crate::{
    client::clock,
    components::{
        form_errors::id_of,
        icon::{Icon, IconName},
    },
    i18n::{t, t_args, wording},
    press::after_press,
};

/// Silence before the box speaks.
const REST: Duration = Duration::from_millis(600);

/// The box, its check digits and what is wrong.
#[component]
pub fn MrzBox(
    at: &'static str,
    /// What stands in the box.
    value: RwSignal<String>,
    /// What was read of it.
    reading: Memo<Reading>,
    /// The box takes the focus: when the page opens and at each next guest.
    #[prop(into)]
    focus: Signal<u32>,
) -> impl IntoView {
    let area = NodeRef::<html::Textarea>::new();
    let id = id_of(at);
    let (hint_id, said_id) = (format!("{id}-hint"), format!("{id}-error"));
    let settled = settled(value, reading);
    let said = Memo::new(move |_| settled.get().problems.first().map(words));
    Effect::new(move || {
        focus.track();
        if let Some(area) = area.get() {
            let _ = area.focus();
        }
    });
    let described = {
        let (hint, said_id) = (hint_id.clone(), said_id.clone());
        move || if said.with(Option::is_some) { format!("{hint} {said_id}") } else { hint.clone() }
    };
    view! {
        <div class="govuk-form-group mrz" class:govuk-form-group--error=move || said.with(Option::is_some)>
            <label class="govuk-label" for=id.clone()>{wording("field-mrz")}</label>
            <div class="govuk-hint" id=hint_id>{wording("mrz-hint")}</div>
            <div role="status">
                {move || {
                    said.get().map(|said| view! {
                        <p class="govuk-error-message" id=said_id.clone()>
                            <Icon name=IconName::Alert/>
                            {said}
                        </p>
                    })
                }}
                {move || settled.get().is_sound().then(|| view! {
                    <p class="govuk-visually-hidden">{t("mrz-read-good")}</p>
                })}
            </div>
            <div class="mrz-box" class:mrz-box-wrong=move || said.with(Option::is_some)>
                <div class="mrz-mirror" aria-hidden="true">
                    {move || mirror(&value.get(), &reading.get())}
                </div>
                <textarea
                    node_ref=area
                    id=id.clone()
                    name=id
                    rows=move || reading.with(|reading| reading.kind.map_or(2, Kind::lines))
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    translate="no"
                    wrap="soft"
                    aria-describedby=described
                    aria-invalid=move || said.with(Option::is_some).then_some("true")
                    prop:value=value
                    on:input:target=move |event| typed(&event.target(), value)
                    on:paste:target=move |event| pasted(event.target(), value)
                    on:blur:target=move |event| left(&event.target(), value)
                ></textarea>
            </div>
            <Offered value reading=settled/>
            <Checks reading/>
        </div>
    }
}

/// The reading after a rest. Lines that are still being typed are not called too short while the focus is in the box.
fn settled(value: RwSignal<String>, reading: Memo<Reading>) -> Memo<Reading> {
    let rested = RwSignal::new(value.get_untracked());
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = waiting.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    Effect::new(move || {
        let text = value.get();
        stop();
        let timer = set_timeout_with_handle(
            move || {
                after_press(move || {
                    let _ = rested.try_set(text);
                });
            },
            REST,
        );
        waiting.set_value(timer.ok());
    });
    on_cleanup(stop);
    Memo::new(move |before: Option<&Reading>| {
        let text = rested.get();
        let now = reading.get();
        if value.with_untracked(|value| *value != text) {
            return before.cloned().unwrap_or(Reading { problems: Vec::new(), ..now });
        }
        let whole = now.kind.map_or(0, |kind| kind.lines() * kind.width());
        let growing = text.chars().filter(|letter| !letter.is_whitespace()).count() < whole;
        let unfinished = |problem: &Problem| match problem {
            Problem::Length { found, expected, .. } | Problem::Lines { found, expected } => found < expected,
            _ => false,
        };
        if growing && now.problems.iter().all(unfinished) {
            return Reading { problems: Vec::new(), ..now };
        }
        now
    })
}

/// The repaired text while it is typed.
fn typed(area: &web_sys::HtmlTextAreaElement, value: RwSignal<String>) {
    let raw = area.value();
    let reading = mrz::read(&raw, untrack(clock::today));
    let repaired = reading.lines.join("\n");
    // The break after a line is being typed.
    let more = reading.kind.is_none_or(|kind| reading.lines.len() < kind.lines());
    let breaks = raw.ends_with('\n') && !repaired.is_empty() && more;
    put(area, value, if breaks { format!("{repaired}\n") } else { repaired });
}

/// What was pasted is there when the event is over, and nothing more comes.
fn pasted(area: web_sys::HtmlTextAreaElement, value: RwSignal<String>) {
    set_timeout(move || left(&area, value), Duration::ZERO);
}

/// Nothing more comes: fillers that got lost at the end are put back.
fn left(area: &web_sys::HtmlTextAreaElement, value: RwSignal<String>) {
    put(area, value, mrz::completed(&area.value()));
}

/// Puts the repaired text into the box without moving the caret from where the person types.
fn put(area: &web_sys::HtmlTextAreaElement, value: RwSignal<String>, repaired: String) {
    // A box that is taken away while it has the focus says "changed" once more.
    let Some(known) = value.try_get_untracked() else { return };
    let raw = area.value();
    let caret = area.selection_start().ok().flatten().unwrap_or_default();
    let at_end = usize::try_from(caret).is_ok_and(|caret| caret >= raw.encode_utf16().count());
    let same_places = repaired.encode_utf16().count() == raw.encode_utf16().count();
    if repaired != raw && (at_end || same_places) {
        area.set_value(&repaired);
        let caret =
            if at_end { u32::try_from(repaired.encode_utf16().count()).unwrap_or(caret) } else { caret };
        let _ = area.set_selection_range(caret, caret);
        value.set(repaired);
    } else if known != raw {
        value.set(raw);
    }
}

/// The same letters under the caret, with each part underlined.
fn mirror(text: &str, reading: &Reading) -> AnyView {
    let known = reading.lines.join("\n");
    if text.trim_end() != known {
        return view! { <span>{text.to_owned()}</span> }.into_any();
    }
    let lines = reading.lines.iter().zip(1..).map(|(line, number)| {
        let runs = runs(line, number, reading);
        let runs =
            runs.into_iter().map(|run| view! { <span class=run.class>{run.text}</span> }).collect_view();
        view! { <div class="mrz-line">{runs}</div> }
    });
    lines.collect_view().into_any()
}

/// Letters of one line that look the same.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Run {
    text: String,
    class: &'static str,
}

fn runs(line: &str, number: usize, reading: &Reading) -> Vec<Run> {
    let looks = line.chars().enumerate().map(|(at, letter)| (letter, look(at, letter, number, reading)));
    let mut runs: Vec<Run> = Vec::new();
    for (letter, class) in looks {
        match runs.last_mut() {
            Some(run) if run.class == class => run.text.push(letter),
            _ => runs.push(Run { text: letter.to_string(), class }),
        }
    }
    runs
}

fn look(at: usize, letter: char, line: usize, reading: &Reading) -> &'static str {
    let span =
        reading.spans.iter().find(|span: &&Span| span.line == line && (span.from..span.to).contains(&at));
    match span {
        Some(Span { good: false, .. }) => "mrz-bad",
        _ if letter == '<' => "mrz-filler",
        Some(_) => "mrz-good",
        None => "mrz-plain",
    }
}

/// The one letter that would make the number's check digit right in another's place: taken only when it is wanted.
#[component]
fn Offered(value: RwSignal<String>, reading: Memo<Reading>) -> impl IntoView {
    move || {
        let offer = reading.with(|reading| reading.offer.zip(reading.offered()));
        offer.map(|(Offer { line, at, found, instead }, text)| {
            let said = t_args(
                "mrz-offer",
                &[
                    ("line", line.into()),
                    ("at", at.into()),
                    ("found", found.to_string().into()),
                    ("instead", instead.to_string().into()),
                ],
            );
            view! {
                <button class="quiet" type="button" on:click=move |_| value.set(text.clone())>
                    <Icon name=IconName::Pen/>
                    {said}
                </button>
            }
        })
    }
}

/// One tick or cross per check digit, and the format.
#[component]
fn Checks(reading: Memo<Reading>) -> impl IntoView {
    let shown = move || {
        reading.with(|reading| {
            let empty = reading.fields.optional.is_none();
            // An empty personal number has nothing to say, nor the whole while its parts are wrong.
            let said = |check: &&Check| match check.covers {
                Covers::Optional => !(empty && check.good),
                Covers::Composite => {
                    check.good || reading.checks.iter().all(|it| it.good || it.covers == Covers::Composite)
                }
                _ => true,
            };
            reading.checks.iter().filter(said).copied().collect::<Vec<_>>()
        })
    };
    let line = |check: Check| {
        let (class, icon, state) = if check.good {
            ("mrz-check", IconName::Tick, "mrz-check-good")
        } else {
            ("mrz-check mrz-check-bad", IconName::Cross, "mrz-check-bad")
        };
        view! {
            <li class=class>
                <Icon name=icon/>
                {t(&format!("mrz-check-{}", check.covers.name()))}
                <span class="govuk-visually-hidden">" – "{t(state)}</span>
            </li>
        }
    };
    let sound = move || reading.with(|reading| reading.kind.filter(|_| reading.is_sound()));
    view! {
        <ul class="mrz-checks">{move || shown().into_iter().map(line).collect_view()}</ul>
        {move || sound().map(|kind| view! {
            <p class="mrz-format">
                <Icon name=IconName::Card/>
                {t(&format!("mrz-format-{}", kind.name()))}
            </p>
        })}
        {move || reading.with(|reading| reading.fields.names_cut).then(|| view! { <p class="mrz-format">{t("mrz-names-cut")}</p> })}
    }
}

/// What is wrong, where, and what to do; tracked.
fn words(problem: &Problem) -> String {
    let place = |key: &str, line: usize, at: usize, found: String| {
        t_args(key, &[("line", line.into()), ("at", at.into()), ("found", found.into())])
    };
    match problem {
        Problem::Lines { found, expected } => {
            t_args("mrz-wrong-lines", &[("count", (*found).into()), ("expected", (*expected).into())])
        }
        Problem::Length { line, found, expected } => t_args(
            "mrz-wrong-length",
            &[("line", (*line).into()), ("count", (*found).into()), ("expected", (*expected).into())],
        ),
        Problem::Kind => t("mrz-wrong-kind"),
        Problem::Letter { line, at, found } => place("mrz-wrong-letter", *line, *at, found.to_string()),
        Problem::Digit { line, at, found, expected, .. } => t_args(
            "mrz-wrong-digit",
            &[
                ("line", (*line).into()),
                ("at", (*at).into()),
                ("found", found.to_string().into()),
                ("expected", expected.to_string().into()),
            ],
        ),
        Problem::Date { line, at, found, .. } => place("mrz-wrong-date", *line, *at, found.clone()),
        Problem::Country { line, at, found, .. } => place("mrz-wrong-country", *line, *at, found.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str =
        "P<TURYILMAZ<<EMRE<<<<<<<<<<<<<<<<<<<<<<<<<<<\nU214578933TUR8803126M3106143<<<<<<<<<<<<<<06";

    fn read(text: &str) -> Reading {
        shared::mrz::read(text, chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap())
    }

    #[test]
    fn right_parts_are_underlined_and_fillers_are_not() {
        let reading = read(LINES);
        let first = runs(&reading.lines[0], 1, &reading);
        let names: Vec<&str> =
            first.iter().filter(|run| run.class == "mrz-good").map(|run| run.text.as_str()).collect();
        assert_eq!(names, ["P", "TURYILMAZ", "EMRE"]);
    }

    #[test]
    fn a_wrong_number_is_red_with_its_digit() {
        let reading = read(&LINES.replace("U214578933", "U214578936"));
        let second = runs(&reading.lines[1], 2, &reading);
        assert_eq!((second[0].text.as_str(), second[0].class), ("U214578936", "mrz-bad"));
    }

    #[test]
    fn a_card_is_drawn_in_three_lines() {
        let reading = read(
            "I<TURD231458907<<<<<<<<<<<<<<<\n7408122F1204159TUR<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<",
        );
        let drawn = |line: usize| {
            let good = runs(&reading.lines[line - 1], line, &reading);
            let good = good.into_iter().filter(|run| run.class == "mrz-good");
            good.map(|run| run.text).collect::<Vec<_>>()
        };
        assert_eq!(drawn(1), ["I", "TURD231458907"]);
        assert_eq!(drawn(2), ["7408122F1204159TUR", "6"]);
        assert_eq!(drawn(3), ["ERIKSSON", "ANNA", "MARIA"]);
    }
}
