//! Names of departments and districts, and the law of the service, in the edition in force.
use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};
use shared::{law::Service, texts::Lang};

use crate::{client, i18n};

/// The law on the page, a context of the parts that need names of places.
#[derive(Debug, Clone, Copy)]
pub struct Offices {
    law: RwSignal<Option<Arc<Service>>>,
    /// It was asked for, and came or did not.
    settled: RwSignal<bool>,
}

/// The offices of this part.
pub fn offices() -> Offices {
    expect_context()
}

impl Offices {
    /// Begins to fetch; until it has come, codes stand in the place of names.
    pub fn provide() -> Self {
        let offices = Self { law: RwSignal::new(None), settled: RwSignal::new(false) };
        provide_context(offices);
        let settings = crate::settings::settings();
        spawn_local(async move {
            if let Ok(service) = client::law::service(&settings).await {
                offices.law.set(Some(Arc::new(service)));
            }
            let _ = offices.settled.try_set(true);
        });
        offices
    }

    /// The law; tracked.
    pub fn law(self) -> Option<Arc<Service>> {
        self.law.get()
    }

    /// Are the names here, or known not to come? What is drawn before moves when they come; tracked.
    pub fn settled(self) -> bool {
        self.settled.get()
    }

    /// The name of a department; tracked.
    pub fn department(self, code: &str) -> String {
        let lang = lang();
        self.named(code, |law| {
            law.departments.iter().find(|it| it.code == code).map(|it| it.caption.text(lang).to_owned())
        })
    }

    /// The name of a district or city; tracked.
    pub fn district(self, code: &str) -> String {
        let lang = lang();
        self.named(code, |law| {
            law.districts.iter().find(|it| it.code == code).map(|it| it.caption.text(lang).to_owned())
        })
    }

    /// Codes and names of the departments that staff can belong to; tracked.
    pub fn departments(self) -> Vec<(String, String)> {
        let lang = lang();
        self.law.with(|law| {
            let departments = law.iter().flat_map(|law| &law.departments);
            let ours = departments.filter(|it| it.kind != shared::law::DepartmentKind::OwnService);
            ours.map(|it| (it.code.clone(), it.caption.text(lang).to_owned())).collect()
        })
    }

    fn named(self, code: &str, find: impl Fn(&Service) -> Option<String>) -> String {
        self.law.with(|law| law.as_deref().and_then(find)).unwrap_or_else(|| code.to_owned())
    }
}

fn lang() -> &'static str {
    Lang::code(i18n::language())
}
