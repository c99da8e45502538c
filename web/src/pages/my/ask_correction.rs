//! `/my/corrections/new?registration=`: I ask to have one field of a registration put right or taken out.
use leptos::{ev, prelude::*, task::spawn_local};
use leptos_router::hooks::use_query_map;
use shared::{
    corrections::{AskCorrection, CorrectionField, CorrectionKind},
    ids::RegistrationId,
    problem::Problem,
    registrations::{RegistrationView, Sex},
};
use strum::IntoEnumIterator;

use super::correction_words::{field_name, value as worded};
use crate::{
    client,
    components::{
        choice_field::{Choice, RadioField, SelectField},
        country_field::CountryField,
        date_field::DateField,
        error_summary::ErrorSummary,
        form_errors::{FieldError, FormErrors, found},
        icon::{Icon, IconName},
        not_loaded::NotLoaded,
        page_title::PageTitle,
        problem_note::ProblemNote,
        skeleton::Skeleton,
        submit::Submit,
        text_area::TextArea,
        text_field::TextField,
    },
    i18n::{t, t_args, wording},
    pages::host::words,
    place::{goer, way},
};

const ORDER: &[&str] = &["/kind", "/field", "/right", "/reason"];
/// The longest reason, as `AskCorrection` takes it.
const REASON: usize = 1000;
const KINDS: &[(&str, &str, Option<&str>)] = &[
    ("correction", "my-corrections-kind-correction", None),
    ("erasure", "my-corrections-kind-erasure", Some("my-corrections-kind-erasure-hint")),
];

/// The form, once the registration is there.
#[component]
pub fn AskCorrectionPage() -> impl IntoView {
    let query = use_query_map();
    let id =
        Memo::new(move |_| query.read().get("registration").and_then(|id| id.parse::<RegistrationId>().ok()));
    let stay = LocalResource::new(move || {
        let id = id.get();
        async move {
            match id {
                Some(id) => Some(client::persons::registration(id).await),
                None => None,
            }
        }
    });
    let retry = Callback::new(move |()| stay.refetch());
    view! {
        <a class="back" href=way("/my/registrations")>
            <Icon name=IconName::ArrowLeft/>
            {wording("my-registrations-title")}
        </a>
        <PageTitle text=Signal::derive(wording("my-corrections-new-title"))/>
        <p class="lead">{wording("my-corrections-new-lead")}</p>
        {move || match stay.get() {
            None => view! { <Skeleton lines=8/> }.into_any(),
            Some(None) => view! { <p>{wording("my-corrections-not-found")}</p> }.into_any(),
            Some(Some(Err(problem))) if problem.status == 404 => {
                view! { <p>{wording("my-corrections-not-found")}</p> }.into_any()
            }
            Some(Some(Err(problem))) => view! { <NotLoaded problem retry/> }.into_any(),
            Some(Some(Ok(stay))) => view! { <Form stay/> }.into_any(),
        }}
    }
}

#[component]
fn Form(stay: RegistrationView) -> impl IntoView {
    let registration = stay.id;
    let number = stay.number.clone();
    let stay = StoredValue::new(stay);
    let errors = FormErrors::new(ORDER);
    let kind = RwSignal::new(CorrectionKind::Correction.to_string());
    let (field, right, reason) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (busy, problem) = (RwSignal::new(false), RwSignal::new(None::<Problem>));
    let erases = Memo::new(move |_| kind.with(|kind| kind == "erasure"));
    let chosen = Memo::new(move |_| field.with(|field| field.parse::<CorrectionField>().ok()));
    let kept = move |field: CorrectionField| stay.with_value(|stay| field.kept(stay));
    // What was typed for another field is not right for this one.
    Effect::new(move |before: Option<Option<CorrectionField>>| {
        let now = chosen.get();
        if before.is_some_and(|before| before != now) {
            right.set(String::new());
        }
        now
    });
    let choices = Signal::derive(move || {
        let asks = |field: &CorrectionField| match (*field, erases.get()) {
            (field, true) => kept(field).is_some(),
            (CorrectionField::Registration, false) => false,
            (CorrectionField::VisaNumber | CorrectionField::VisaStayUntil, false) => kept(*field).is_some(),
            _ => true,
        };
        let fields = CorrectionField::iter().filter(asks);
        fields.map(|field| Choice::new(field.to_string(), field_name(field))).collect::<Vec<_>>()
    });
    let now = Signal::derive(move || {
        let field = chosen.get()?;
        Some(match kept(field) {
            Some(kept) => t_args("my-corrections-now", &[("value", worded(field, &kept).into())]),
            None => t("my-corrections-now-none"),
        })
    });
    let go = goer();
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        problem.set(None);
        let form = match request(registration, kind, field, right, reason) {
            Ok(form) => form,
            Err(wrong) => {
                errors.refuse(wrong);
                return;
            }
        };
        errors.clear();
        busy.set(true);
        let go = go.clone();
        spawn_local(async move {
            let answer = client::corrections::ask(&form).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(_) => go("/my/corrections"),
                Err(said) => {
                    if !errors.take(&said) {
                        let _ = problem.try_set(Some(said));
                    }
                }
            }
        });
    };
    view! {
        <form class="host-form host-form-narrow" novalidate on:submit=send>
            <ErrorSummary errors kept="host-register-kept"/>
            <p>{move || t_args("my-corrections-of", &[("number", number.as_str().into())])}</p>
            <RadioField at="/kind" label="my-corrections-kind" value=kind errors choices=KINDS/>
            <SelectField at="/field" label="my-corrections-field" value=field errors choices hint_text=now none="host-field-choose"/>
            {move || chosen.get().filter(|_| !erases.get()).map(|field| view! { <Right field right errors/> })}
            <TextArea at="/reason" label="my-corrections-why" hint="my-corrections-why-hint" errors value=reason most=REASON/>
            <p class="consequence">{wording("my-corrections-means")}</p>
            {move || problem.get().map(|problem| view! { <ProblemNote problem/> })}
            <Submit label="my-corrections-send" busy/>
        </form>
    }
}

/// What is right, asked as the field is asked in a registration.
#[component]
fn Right(field: CorrectionField, right: RwSignal<String>, errors: FormErrors) -> impl IntoView {
    let label = "my-corrections-value";
    if field.is_date() {
        return view! { <DateField at="/right" label value=right errors/> }.into_any();
    }
    if field.is_country() {
        return view! { <CountryField at="/right" label value=right errors/> }.into_any();
    }
    if field == CorrectionField::Sex {
        let choices = Signal::derive(|| {
            let sexes = Sex::iter().map(|sex| sex.to_string());
            sexes.map(|sex| Choice::new(sex.clone(), t(words::sex_key(&sex)))).collect::<Vec<_>>()
        });
        return view! { <SelectField at="/right" label value=right errors choices none="host-field-choose"/> }
            .into_any();
    }
    view! { <TextField at="/right" label value=right errors/> }.into_any()
}

/// The request as it will be sent, or all that needs correcting.
fn request(
    registration: RegistrationId,
    kind: RwSignal<String>,
    field: RwSignal<String>,
    right: RwSignal<String>,
    reason: RwSignal<String>,
) -> Result<AskCorrection, Vec<FieldError>> {
    let kind = kind.with_untracked(|kind| kind.parse()).unwrap_or(CorrectionKind::Correction);
    let Ok(field) = field.with_untracked(|field| field.parse::<CorrectionField>()) else {
        return Err(vec![FieldError::new("/field", "required")]);
    };
    let typed = right.with_untracked(|right| right.trim().to_owned());
    // As registrations write names of papers and people.
    let typed = match field {
        CorrectionField::DocumentNumber | CorrectionField::VisaNumber => typed.to_uppercase(),
        _ => typed,
    };
    let form = AskCorrection {
        registration,
        kind,
        field,
        right: Some(typed).filter(|right| kind == CorrectionKind::Correction && !right.is_empty()),
        reason: reason.with_untracked(|reason| reason.trim().to_owned()),
    };
    match validator::Validate::validate(&form) {
        Ok(()) => Ok(form),
        Err(errors) => Err(found(&errors)),
    }
}
