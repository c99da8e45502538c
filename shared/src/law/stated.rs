//! Facts stated from outside, held against their declarations.
use super::data::{body::Service, fact::FactKind, value::Facts};

/// A stated fact that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactProblem {
    /// The service does not speak of it, or computes it.
    Unknown(String),
    /// It is of another type than declared.
    WrongType { name: String, expected: FactKind },
}

impl Service {
    /// Facts that are not declared here, or are of another type.
    pub fn problems_of(&self, facts: &Facts) -> Vec<FactProblem> {
        let problem = |(name, value): (&str, _)| {
            let known = self.facts.iter().find(|fact| fact.name == name && fact.derived.is_none());
            match known {
                None => Some(FactProblem::Unknown(name.to_owned())),
                Some(fact) if !fact.kind.fits(value) => {
                    Some(FactProblem::WrongType { name: name.to_owned(), expected: fact.kind })
                }
                Some(_) => None,
            }
        };
        facts.iter().filter_map(problem).collect()
    }
}
