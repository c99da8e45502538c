//! People of the office and of the hosts, each through the doors that people use.
use api::identity;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;
use shared::{
    identity::{
        AccessToken, AccountPurpose, ApiClientSecret, Language, NewApiClient, PRIVACY_VERSION, PartyKind,
        Scope, Session, SignIn, SignUp, TERMS_VERSION,
    },
    staff::{NewStaff, StaffRole, StaffRow},
};

use crate::{Actor, Ask, TestApp};

/// Long enough, and nobody's common choice.
pub const PASSWORD: &str = "four green boats at dawn";

impl TestApp {
    /// A flat owner who signed up, confirmed the mail and signed in: `app.host("kamran")`.
    pub async fn host(&self, name: &str) -> Actor {
        let host = self.signed_up(name, PartyKind::Person).await;
        self.sign_in(&host).await;
        host
    }

    /// A hotel, as an organisation.
    pub async fn hotel(&self, name: &str) -> Actor {
        let host = self.signed_up(name, PartyKind::Organisation).await;
        self.sign_in(&host).await;
        host
    }

    /// Somebody with an account for oneself, linked to nobody yet.
    pub async fn person(&self, name: &str) -> Actor {
        let form = SignUp {
            purpose: AccountPurpose::Personal,
            fin: None,
            ..Self::sign_up_form(name, PartyKind::Person)
        };
        let person = self.confirmed(name, &form).await;
        self.sign_in(&person).await;
        person
    }

    /// What somebody called `name` would send to sign up.
    pub fn sign_up_form(name: &str, kind: PartyKind) -> SignUp {
        let person = kind == PartyKind::Person;
        SignUp {
            purpose: AccountPurpose::Host,
            kind,
            fin: person.then(|| "94FMDDD".to_owned()),
            voen: (!person).then(|| "1402356781".to_owned()),
            organisation: (!person).then(|| format!("{name} MMC")),
            name: name.to_owned(),
            email: format!("{name}@example.az"),
            phone: None,
            password: PASSWORD.to_owned(),
            language: Language::Az,
            terms: TERMS_VERSION.to_owned(),
            privacy: PRIVACY_VERSION.to_owned(),
        }
    }

    async fn signed_up(&self, name: &str, kind: PartyKind) -> Actor {
        self.confirmed(name, &Self::sign_up_form(name, kind)).await
    }

    /// Signed up, and confirmed with the code from the mail.
    pub async fn confirmed(&self, name: &str, form: &SignUp) -> Actor {
        let host = Actor { email: form.email.clone(), password: PASSWORD.to_owned(), ..Actor::called(name) };
        self.post(&host, "/accounts", form).await.done();
        let code = self.code_for(&form.email).await;
        let body = json!({ "email": form.email, "code": code, "password": form.password });
        self.post(&host, "/accounts/confirmation", &body).await.done();
        host
    }

    /// The six digits of the newest mail.
    pub async fn code_for(&self, email: &str) -> String {
        self.run_outbox().await;
        let mail = self.mail_to(email).await;
        let body = &mail.first().expect("a mail").message.body;
        let mut words = body.split(|c: char| !c.is_ascii_digit());
        words.find(|word| word.len() == 6).expect("six digits").to_owned()
    }

    /// The token of the newest mail's link.
    pub async fn link_for(&self, email: &str) -> String {
        self.run_outbox().await;
        let mail = self.mail_to(email).await;
        token_of(&mail.first().expect("a mail").message.body)
    }

    /// Signs in (again): after 15 minutes the token is over.
    pub async fn sign_in(&self, who: &Actor) -> Session {
        let form = SignIn { email: who.email.clone(), password: who.password.clone() };
        self.post(who, "/auth/sign-in", &form).await.ok()
    }

    /// An officer of a department, by its code: `app.officer("baku")`.
    pub async fn officer(&self, department: &str) -> Actor {
        self.colleague(department, StaffRole::Officer).await
    }

    pub async fn supervisor(&self, department: &str) -> Actor {
        self.colleague(department, StaffRole::Supervisor).await
    }

    /// A further administrator of headquarters.
    pub async fn administrator(&self) -> Actor {
        self.colleague("headquarters", StaffRole::Administrator).await
    }

    pub async fn auditor(&self) -> Actor {
        self.colleague("headquarters", StaffRole::Auditor).await
    }

    pub async fn analyst(&self) -> Actor {
        self.colleague("headquarters", StaffRole::Analyst).await
    }

    async fn colleague(&self, department: &str, role: StaffRole) -> Actor {
        use std::sync::atomic::{AtomicU32, Ordering};
        static NEXT: AtomicU32 = AtomicU32::new(1);
        self.ensure_first_administrator().await;
        let name = format!("{role}{}", NEXT.fetch_add(1, Ordering::Relaxed));
        let email = format!("{name}@migration.example.az");
        let form = NewStaff {
            name: name.clone(),
            email: email.clone(),
            department: department.to_owned(),
            roles: vec![role],
            language: Language::Az,
        };
        let first = self.first_administrator.take().expect("a first administrator");
        // The clock may have moved since.
        self.sign_in(&first).await;
        let _: StaffRow = self.post(&first, "/staff", &form).await.ok();
        self.first_administrator.replace(Some(first));
        let token = self.link_for(&email).await;
        self.with_password(&name, &email, &token).await
    }

    /// As `umis admin create` does it.
    async fn ensure_first_administrator(&self) {
        if self.first_administrator.borrow().is_some() {
            return;
        }
        let email = "first@migration.example.az";
        let link = identity::usecases::create_first_administrator(&self.state, email, "First").await;
        let token = token_of(&link.unwrap().expect("nobody came before"));
        let first = self.with_password("first", email, &token).await;
        self.first_administrator.replace(Some(first));
    }

    /// Sets a password with the token of a link.
    pub fn set_password<'a>(&'a self, who: &'a Actor, token: &str, password: &str) -> Ask<'a> {
        self.post(who, "/auth/password", &json!({ "token": token, "password": password }))
    }

    /// Sets the password with the link of an invitation and signs in.
    pub async fn with_password(&self, name: &str, email: &str, token: &str) -> Actor {
        let who = Actor { email: email.to_owned(), password: PASSWORD.to_owned(), ..Actor::called(name) };
        self.set_password(&who, token, PASSWORD).await.done();
        self.run_outbox().await;
        self.sign_in(&who).await;
        who
    }

    /// A program of the host with all scopes and a fresh token.
    pub async fn client_of(&self, host: &Actor) -> Actor {
        use Scope::{PremisesRead, PremisesWrite, RegistrationsRead, RegistrationsWrite};
        let all = [RegistrationsWrite, RegistrationsRead, PremisesWrite, PremisesRead];
        self.client_with(host, &all).await
    }

    /// A program of the host with some scopes and a fresh token.
    pub async fn client_with(&self, host: &Actor, scopes: &[Scope]) -> Actor {
        let form = NewApiClient { name: "Front desk".into(), scopes: scopes.to_vec() };
        let made: ApiClientSecret = self.post(host, "/api-clients", &form).await.ok();
        self.run_outbox().await;
        let program = Actor {
            email: made.client_id,
            password: made.client_secret,
            device: "front-desk/1.0".into(),
            ..Actor::called("program")
        };
        self.token(&program).await;
        program
    }

    /// A fresh token for a program.
    pub async fn token(&self, program: &Actor) {
        let basic = STANDARD.encode(format!("{}:{}", program.email, program.password));
        let nobody = Actor::nobody();
        let token: AccessToken = self
            .act(&nobody, "/oauth/token")
            .body("application/x-www-form-urlencoded", "grant_type=client_credentials")
            .header("authorization", &format!("Basic {basic}"))
            .await
            .ok();
        program.bearer.replace(Some(token.access_token));
    }
}

fn token_of(text: &str) -> String {
    let (_, rest) = text.split_once("reset#").expect("a link");
    rest.split_whitespace().next().unwrap_or_default().to_owned()
}
