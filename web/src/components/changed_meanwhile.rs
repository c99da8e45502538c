//! P17: somebody else changed it; theirs beside mine, and nothing that was typed is lost.
use leptos::{html, prelude::*};

use crate::{
    components::icon::{Icon, IconName},
    i18n::wording,
};

/// One field, as it is now and as the reader wanted it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub field: String,
    pub theirs: String,
    pub mine: String,
}

/// Two columns per field and the two ways on.
#[component]
pub fn ChangedMeanwhile(
    title: &'static str,
    lead: &'static str,
    /// Key of the head of the reader's own column.
    mine: &'static str,
    differences: Signal<Vec<Difference>>,
    /// Takes the new state.
    take: Callback<()>,
    /// Sends mine once more; absent where the office's rules leave no room for it.
    keep: Option<Callback<()>>,
) -> impl IntoView {
    let heading = NodeRef::<html::H3>::new();
    Effect::new(move || {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
        }
    });
    let row = |row: Difference| {
        view! {
            <tr>
                <th scope="row">{row.field}</th>
                <td>{row.theirs}</td>
                <td>{row.mine}</td>
            </tr>
        }
    };
    let keep = keep.map(|keep| {
        view! {
            <button type="button" class="govuk-button" on:click=move |_| keep.run(())>
                {wording("desk-stale-keep-mine")}
            </button>
        }
    });
    view! {
        <div class="stale" role="alert">
            <h3 node_ref=heading tabindex="-1">
                <Icon name=IconName::Warning/>
                " "
                {wording(title)}
            </h3>
            <p>{wording(lead)}</p>
            <table>
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">{wording("desk-stale-theirs")}</th>
                        <th scope="col">{wording(mine)}</th>
                    </tr>
                </thead>
                <tbody>{move || differences.get().into_iter().map(row).collect_view()}</tbody>
            </table>
            <div class="act-buttons">
                {keep}
                <button type="button" class="govuk-button govuk-button--secondary" on:click=move |_| take.run(())>
                    {wording("desk-stale-take-theirs")}
                </button>
            </div>
        </div>
    }
}
