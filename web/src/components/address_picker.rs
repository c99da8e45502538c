//! P6: an address step by step; the department that will look at it is named below.
use std::sync::Arc;

use leptos::prelude::*;
use shared::{
    fold,
    law::{DepartmentKind, District, DistrictKind, Service},
};

use crate::{
    components::{
        field::{Field, asked},
        form_errors::FormErrors,
        icon::IconName,
        note::Note,
        status_tag::Tone,
        text_field::TextField,
    },
    i18n::{has_text, language, t, t_args, wording},
};

/// The steps of an address, each as it was typed.
#[derive(Debug, Clone, Copy)]
pub struct AddressAnswers {
    /// Code of the law's list.
    pub district: RwSignal<String>,
    pub settlement: RwSignal<String>,
    pub street: RwSignal<String>,
    pub house: RwSignal<String>,
    pub flat: RwSignal<String>,
}

impl AddressAnswers {
    pub fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self { district: empty(), settlement: empty(), street: empty(), house: empty(), flat: empty() }
    }
}

/// Districts by their place; `law` has come when it is there.
#[component]
pub fn AddressPicker(
    answers: AddressAnswers,
    law: Signal<Option<Arc<Service>>>,
    errors: FormErrors,
) -> impl IntoView {
    let AddressAnswers { district, settlement, street, house, flat } = answers;
    view! {
        <div class="address-picker">
            <DistrictField value=district law errors/>
            <TextField at="/address/settlement" label="picker-settlement" value=settlement errors optional=true
                hint="picker-settlement-hint"/>
            <TextField at="/address/street" label="picker-street" value=street errors hint="picker-street-hint"/>
            <div class="field-pairs">
                <TextField at="/address/house" label="picker-house" value=house errors class="width-10"/>
                <TextField at="/address/flat" label="picker-flat" value=flat errors optional=true class="width-10"/>
            </div>
            <div role="status">
                <Department district law/>
            </div>
        </div>
    }
}

#[component]
fn DistrictField(
    value: RwSignal<String>,
    law: Signal<Option<Arc<Service>>>,
    errors: FormErrors,
) -> impl IntoView {
    let at = "/address/district";
    let asked = asked(at, "picker-district", errors, None, None, false, None);
    let groups = Memo::new(move |_| law.with(|law| law.as_deref().map(groups).unwrap_or_default()));
    let option = move |(code, name): (String, String)| {
        let chosen = code.clone();
        view! {
            <option value=code prop:selected=move || value.with(|value| *value == chosen)>{name}</option>
        }
    };
    view! {
        <Field asked>
            <select
                class="govuk-select"
                class:govuk-select--error=move || asked.wrong()
                id=asked.id()
                name=asked.id()
                aria-describedby=move || asked.described_by()
                aria-invalid=move || asked.wrong().then_some("true")
                on:change:target=move |event| {
                    value.set(event.target().value());
                    errors.forget(at);
                }
            >
                <option value="" prop:selected=move || value.with(String::is_empty)>
                    {wording("picker-district-choose")}
                </option>
                {move || {
                    groups.get().into_iter().map(|group| view! {
                        <optgroup label=group.name>{group.districts.into_iter().map(option).collect_view()}</optgroup>
                    }).collect_view()
                }}
            </select>
        </Field>
    }
}

/// Districts that stand together in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Group {
    name: String,
    /// Codes and names.
    districts: Vec<(String, String)>,
}

/// The districts of the big cities, then cities, then districts, then those of another Service; tracked by language.
fn groups(law: &Service) -> Vec<Group> {
    let lang = language().code();
    let mut groups: Vec<(u8, Group)> = Vec::new();
    for district in &law.districts {
        let (rank, key) = place_of(law, district);
        let entry = (district.code.clone(), district.caption.text(lang).to_owned());
        let name = t(if has_text(&key) { &key } else { "picker-group-cities" });
        match groups.iter_mut().find(|(_, group)| group.name == name) {
            Some((_, group)) => group.districts.push(entry),
            None => groups.push((rank, Group { name, districts: vec![entry] })),
        }
    }
    groups.sort_by_key(|(rank, _)| *rank);
    groups.into_iter().map(|(_, group)| sorted(group)).collect()
}

fn sorted(mut group: Group) -> Group {
    group.districts.sort_by_cached_key(|(_, name)| fold::sort_key(name));
    group
}

/// Where a district stands in the list, and the key of its group.
fn place_of(law: &Service, district: &District) -> (u8, String) {
    let own = law.department_of(&district.code).is_some_and(|routing| routing.own_service);
    match district.kind {
        _ if own => (4, "picker-group-nakhchivan".to_owned()),
        DistrictKind::CityDistrict => {
            let city = district.code.split('_').next().unwrap_or_default();
            (if city == "baku" { 0 } else { 1 }, format!("picker-group-{city}"))
        }
        DistrictKind::City => (2, "picker-group-cities".to_owned()),
        DistrictKind::District => (3, "picker-group-districts".to_owned()),
    }
}

/// Who will look at the address; for a district of another Service, where to go instead.
#[component]
fn Department(district: RwSignal<String>, law: Signal<Option<Arc<Service>>>) -> impl IntoView {
    move || {
        let law = law.get()?;
        let routing = district.with(|code| law.department_of(code))?;
        let name = routing.department.caption.text(language().code()).to_owned();
        let other = routing.department.kind == DepartmentKind::OwnService;
        let (icon, tone, key) = match (other, routing.confirmed) {
            (true, _) => (IconName::Warning, Tone::Warn, "picker-own-service"),
            (_, true) => (IconName::Building, Tone::Info, "picker-department"),
            (_, false) => (IconName::Building, Tone::Info, "picker-department-open"),
        };
        let said = t_args(key, &[("department", name.into())]);
        Some(view! {
            <Note icon tone>
                <p>{said}</p>
            </Note>
        })
    }
}
