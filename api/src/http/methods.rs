//! What the document knows of methods: 405 with `Allow`, OPTIONS, HEAD, and the name of each operation.
use std::collections::{BTreeMap, BTreeSet};

use actix_web::{
    HttpRequest, HttpResponse,
    http::{Method, header},
};
use utoipa::openapi::{
    OpenApi, PathItem, RefOr,
    path::{Operation, ParameterIn},
};

use crate::error::ApiError;

#[derive(Debug, Clone, Default)]
pub struct Operations {
    /// Path pattern → method → operationId.
    paths: BTreeMap<String, BTreeMap<&'static str, String>>,
    /// Those that take no key in the query.
    without_query: BTreeSet<String>,
}

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
        let items = &document.paths.paths;
        let all = items.values().flat_map(|item| {
            [&item.delete, &item.get, &item.patch, &item.post, &item.put].into_iter().flatten()
        });
        let in_query = |operation: &&Operation| {
            operation.parameters.iter().flatten().any(|parameter| match parameter {
                RefOr::T(parameter) => parameter.parameter_in == ParameterIn::Query,
                RefOr::Ref(_) => true,
            })
        };
        Self {
            paths: items.iter().map(|(path, item)| (path.clone(), methods(item))).collect(),
            without_query: all
                .filter(|operation| !in_query(operation))
                .filter_map(|operation| operation.operation_id.clone())
                .collect(),
        }
    }

    /// May the address of this operation go on after `?`? What is not in the document may.
    pub fn takes_query(&self, operation: &str) -> bool {
        !self.without_query.contains(operation)
    }

    /// The operation's name; `unknown` for what is not in the document.
    pub fn name(&self, method: &Method, pattern: Option<&str>) -> String {
        let known = pattern.and_then(|pattern| self.paths.get(pattern)?.get(method.as_str()));
        known.cloned().unwrap_or_else(|| "unknown".to_owned())
    }

    /// Does the path stand in the document letter by letter, without this method? Then it is not an id in the place of
    /// one: `/registrations/search` is no registration.
    pub fn lacks(&self, path: &str, method: &Method) -> bool {
        self.paths.get(path).is_some_and(|methods| !methods.contains_key(method.as_str()))
    }

    /// Answers for a path that no handler took.
    pub fn answer(&self, request: &HttpRequest) -> Result<HttpResponse, ApiError> {
        let pattern = request.match_pattern();
        let named = self.paths.get(request.path());
        let Some(methods) = named.or_else(|| self.paths.get(pattern.as_deref()?)) else {
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
