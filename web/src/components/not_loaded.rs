//! In the place of what a page fetches first: a note, or the page gives all its place to what happened.
use leptos::prelude::*;
use shared::problem::Problem;

use crate::{
    components::problem_note::ProblemNote,
    fallen::{fallen, is_whole},
};

#[component]
pub fn NotLoaded(
    problem: Problem,
    /// Tries again.
    #[prop(optional, into)]
    retry: Option<Callback<()>>,
) -> impl IntoView {
    if is_whole(&problem) {
        fallen().tell(problem);
        return ().into_any();
    }
    match retry {
        Some(retry) => view! { <ProblemNote problem retry/> }.into_any(),
        None => view! { <ProblemNote problem/> }.into_any(),
    }
}
