//! The HTTP server: the rooms behind one address, the page, the document.
use std::{net::TcpListener, time::Duration};

use actix_web::{
    App, HttpRequest, HttpServer,
    body::MessageBody,
    dev::{Server, ServiceRequest, ServiceResponse},
    http::{
        Method,
        header::{self, HeaderValue},
    },
    middleware::{Next, from_fn},
    web::{self, Data},
};
use utoipa::openapi::OpenApi;
use utoipa_actix_web::{AppExt, scope, service_config::ServiceConfig};
use utoipa_swagger_ui::SwaggerUi;

use crate::{
    corrections,
    error::ApiError,
    figures, health,
    http::{methods::Operations, problems},
    identity, law, me, openapi,
    page::Page,
    persons, reports,
    state::AppState,
    stays, transparency,
};

/// Every address of the service; the order of the rooms is the order of the document.
fn rooms(demo: bool) -> impl Fn(&mut ServiceConfig) {
    move |cfg: &mut ServiceConfig| {
        identity::routes(cfg);
        me::routes(cfg);
        law::routes(cfg);
        stays::routes(cfg);
        corrections::routes(cfg);
        persons::routes(cfg);
        reports::routes(cfg);
        transparency::routes(cfg);
        figures::routes(cfg);
        cfg.service(crate::faults::report_page_fault);
        if demo {
            cfg.service(crate::demo::list_demo_accounts);
        }
    }
}

fn roots(cfg: &mut ServiceConfig) {
    cfg.service(health::show_health)
        .service(health::show_readiness)
        .service(health::show_jwks)
        .service(health::show_document);
    identity::root_routes(cfg);
}

/// The document, complete; production has no demo accounts.
pub fn document() -> OpenApi {
    let (_, mut document) = App::new()
        .into_utoipa_app()
        .configure(roots)
        .service(scope::scope("/api/v1").configure(rooms(false)))
        .split_for_parts();
    openapi::complete(&mut document);
    document
}

/// Serves until the process is told to stop: ten seconds for what is under way (H6).
pub fn serve(state: AppState, listener: TcpListener, page: Page, workers: usize) -> std::io::Result<Server> {
    let document = document();
    let operations = Data::new(Operations::of(&document));
    let document = Data::new(document);
    let page = Data::new(page);
    let demo = !state.settings.is_production();
    state.start_tasks();
    let server = HttpServer::new(move || {
        let (app, _) = App::new()
            .into_utoipa_app()
            .map(|app| app.wrap(from_fn(problems::around)))
            .app_data(Data::new(state.for_worker(workers)))
            .app_data(operations.clone())
            .app_data(document.clone())
            .app_data(page.clone())
            .configure(roots)
            .service(scope::scope("/api/v1").configure(rooms(demo)))
            .split_for_parts();
        app.wrap(from_fn(docs_policy))
            .service(SwaggerUi::new("/docs/{_:.*}").url("/openapi.json", (**document).clone()))
            .service(web::redirect("/docs", "/docs/"))
            .default_service(web::to(otherwise))
    });
    Ok(server
        .workers(workers)
        .shutdown_timeout(10)
        .client_request_timeout(Duration::from_secs(10))
        .keep_alive(Duration::from_secs(75))
        .listen(listener)?
        .run())
}

/// The reader of the document is not ours: it styles itself, and asks nobody but us.
const DOCS_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

async fn docs_policy(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let docs = request.path().starts_with("/docs/");
    let mut answer = next.call(request).await?;
    if docs {
        let policy = HeaderValue::from_static(DOCS_POLICY);
        answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    Ok(answer)
}

/// Pages, and the answers to paths and methods that no handler took.
async fn otherwise(
    request: HttpRequest,
    page: Data<Page>,
    operations: Data<Operations>,
) -> Result<actix_web::HttpResponse, ApiError> {
    if request.method() == Method::GET
        && let Some(answer) = page.answer(&request)
    {
        return Ok(answer);
    }
    operations.answer(&request)
}
