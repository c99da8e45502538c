//! What the document knows of methods: 405 with `Allow`, OPTIONS, HEAD, and the name of each operation.
use std::collections::BTreeMap;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{Method, header},
};
use utoipa::openapi::{OpenApi, PathItem};

use crate::error::ApiError;

/// Path pattern → method → operationId.
#[derive(Debug, Clone, Default)]
pub struct Operations(BTreeMap<String, BTreeMap<&'static str, String>>);

impl Operations {
    pub fn of(document: &OpenApi) -> Self {
        let methods = |item: &PathItem| {
            let named = [
                ("DELETE", &item.delete),
                ("GET", &item.get),
                ("PATCH", &item.patch),
                ("POST", &item.post),
                ("PUT", &item.put),
            ];
            named
                .into_iter()
                .filter_map(|(method, operation)| Some((method, operation.as_ref()?.operation_id.clone()?)))
                .collect()
        };
        Self(document.paths.paths.iter().map(|(path, item)| (path.clone(), methods(item))).collect())
    }

    /// The operation's name; `unknown` for what is not in the document.
    pub fn name(&self, method: &Method, pattern: Option<&str>) -> String {
        let known = pattern.and_then(|pattern| self.0.get(pattern)?.get(method.as_str()));
        known.cloned().unwrap_or_else(|| "unknown".to_owned())
    }

    /// Does the path stand in the document letter by letter, without this method? Then it is not an id in the place of
    /// one: `/registrations/search` is no registration.
    pub fn lacks(&self, path: &str, method: &Method) -> bool {
        self.0.get(path).is_some_and(|methods| !methods.contains_key(method.as_str()))
    }

    /// Answers for a path that no handler took.
    pub fn answer(&self, request: &HttpRequest) -> Result<HttpResponse, ApiError> {
        let pattern = request.match_pattern();
        let named = self.0.get(request.path());
        let Some(methods) = named.or_else(|| self.0.get(pattern.as_deref()?)) else {
            return Err(ApiError::NotFound("page"));
        };
        let mut allowed: Vec<&str> = methods.keys().copied().collect();
        if methods.contains_key("GET") {
            allowed.push("HEAD");
        }
        allowed.push("OPTIONS");
        let allowed = allowed.join(", ");
        if request.method() == Method::OPTIONS {
            return Ok(HttpResponse::NoContent().insert_header((header::ALLOW, allowed)).finish());
        }
        Err(ApiError::Method(allowed))
    }
}
