//! The access notice: whoever opens somebody's file is told that it was written down (G1).
use chrono::{DateTime, Utc};
use leptos::prelude::*;
use shared::texts::format;

use crate::{
    components::icon::{Icon, IconName},
    i18n::t_args,
};

/// `at`: when the answer came.
#[component]
pub fn Recorded(at: DateTime<Utc>) -> impl IntoView {
    let time = format::clock(format::baku(at).time());
    view! {
        <span class="recorded">
            <Icon name=IconName::Lock/>
            {move || t_args("desk-recorded", &[("time", time.as_str().into())])}
        </span>
    }
}
