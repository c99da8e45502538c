//! Reads the .ftl files of one language; what the resolver does not know is refused here.
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{self, Expression, InlineExpression, PatternElement, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::{Case, Catalogue, Entry, FIRST, Part, Pattern, Problem, SERVER_ONLY};

/// Every file of `folder`, in the order of names.
pub fn folder(folder: &Path, language: &str, problems: &mut Vec<Problem>) -> Catalogue {
    let mut catalogue = Catalogue::default();
    let mut names: Vec<String> = match fs::read_dir(folder) {
        Ok(entries) => entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| Path::new(name).extension().is_some_and(|end| end == "ftl"))
            .collect(),
        Err(error) => {
            problems.push(Problem {
                file: language.to_owned(),
                line: 0,
                message: format!("cannot be read: {error}"),
            });
            return catalogue;
        }
    };
    names.sort();
    for name in names {
        let label = format!("{language}/{name}");
        match fs::read_to_string(folder.join(&name)) {
            Ok(source) => file(&label, &source, &mut catalogue, problems),
            Err(error) => {
                problems.push(Problem { file: label, line: 0, message: format!("cannot be read: {error}") });
            }
        }
    }
    catalogue
}

/// One file into the catalogue of its language.
pub fn file(label: &str, source: &str, catalogue: &mut Catalogue, problems: &mut Vec<Problem>) {
    let mut reader = Reader { label, source, problems };
    let resource = match fluent_syntax::parser::parse(source) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let line = reader.line_at(error.pos.start);
                reader.refuse(line, error.kind.to_string());
            }
            resource
        }
    };
    let said = |word: &str| {
        resource.body.iter().any(|entry| match entry {
            ast::Entry::ResourceComment(comment) => comment.content.contains(&word),
            _ => false,
        })
    };
    let (server_only, first) = (said(SERVER_ONLY), said(FIRST));
    for entry in resource.body {
        match entry {
            ast::Entry::Message(message) => {
                let line = reader.line_of(message.id.name);
                if let Some(attribute) = message.attributes.first() {
                    let line = reader.line_of(attribute.id.name);
                    reader.refuse(line, format!("attribute .{} is not supported", attribute.id.name));
                }
                let Some(value) = message.value else { continue };
                let read = Entry {
                    file: label.to_owned(),
                    line,
                    pattern: reader.pattern(&value, line),
                    server_only,
                    first,
                };
                reader.keep(message.id.name, read, &mut catalogue.messages);
            }
            ast::Entry::Term(term) => {
                let line = reader.line_of(term.id.name);
                if let Some(attribute) = term.attributes.first() {
                    let line = reader.line_of(attribute.id.name);
                    reader.refuse(line, format!("attribute .{} is not supported", attribute.id.name));
                }
                let read = Entry {
                    file: label.to_owned(),
                    line,
                    pattern: reader.pattern(&term.value, line),
                    server_only,
                    first,
                };
                reader.keep(term.id.name, read, &mut catalogue.terms);
            }
            // Junk was told by the parser's own error; comments are for translators.
            _ => {}
        }
    }
}

/// One file being read.
struct Reader<'a> {
    label: &'a str,
    source: &'a str,
    problems: &'a mut Vec<Problem>,
}

impl Reader<'_> {
    fn refuse(&mut self, line: usize, message: String) {
        self.problems.push(Problem { file: self.label.to_owned(), line, message });
    }

    fn line_at(&self, offset: usize) -> usize {
        1 + self.source.bytes().take(offset).filter(|byte| *byte == b'\n').count()
    }

    /// The parser gives slices of the source, no positions: the place is the distance of the two addresses.
    fn line_of(&self, slice: &str) -> usize {
        self.line_at(slice.as_ptr().addr().saturating_sub(self.source.as_ptr().addr()))
    }

    fn keep(&mut self, key: &str, entry: Entry, kept: &mut std::collections::BTreeMap<String, Entry>) {
        if let Some(first) = kept.get(key) {
            let message = format!("{key} stands already in {}:{}", first.file, first.line);
            self.refuse(entry.line, message);
            return;
        }
        kept.insert(key.to_owned(), entry);
    }

    fn pattern(&mut self, pattern: &ast::Pattern<&str>, line: usize) -> Pattern {
        let mut parts = Pattern::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => push_text(&mut parts, value),
                PatternElement::Placeable { expression } => self.expression(expression, line, &mut parts),
            }
        }
        parts
    }

    fn expression(&mut self, expression: &Expression<&str>, line: usize, parts: &mut Pattern) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, line, parts),
            Expression::Select { selector, variants } => {
                let InlineExpression::VariableReference { id } = selector else {
                    self.refuse(line, "only a variable can choose between branches".to_owned());
                    return;
                };
                let line = self.line_of(id.name);
                let mut cases = Vec::new();
                let mut otherwise = None;
                for variant in variants {
                    let text = self.pattern(&variant.value, line);
                    let case = match &variant.key {
                        VariantKey::NumberLiteral { value } => Case::Number((*value).to_owned()),
                        VariantKey::Identifier { name } => Case::Word((*name).to_owned()),
                    };
                    if cases.iter().any(|(known, _)| *known == case) {
                        self.refuse(line, format!("a branch of ${} stands twice", id.name));
                    }
                    match (variant.default, &case) {
                        (true, Case::Word(name)) => otherwise = Some((name.clone(), text)),
                        (true, Case::Number(_)) => {
                            self.refuse(line, format!("the default branch of ${} must be a word", id.name));
                        }
                        (false, _) => cases.push((case, text)),
                    }
                }
                if let Some(otherwise) = otherwise {
                    parts.push(Part::Select {
                        on: id.name.to_owned(),
                        cases,
                        otherwise: Box::new(otherwise),
                    });
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, line: usize, parts: &mut Pattern) {
        match inline {
            InlineExpression::StringLiteral { value } => push_text(parts, &unescape_unicode_to_string(value)),
            InlineExpression::VariableReference { id } => parts.push(Part::Variable(id.name.to_owned())),
            InlineExpression::MessageReference { id, attribute: None } => {
                parts.push(Part::Message(id.name.to_owned()));
            }
            InlineExpression::TermReference { id, attribute: None, arguments: None } => {
                parts.push(Part::Term(id.name.to_owned()));
            }
            InlineExpression::Placeable { expression } => self.expression(expression, line, parts),
            InlineExpression::NumberLiteral { value } => {
                self.refuse(line, format!("write {value} as text, without braces"));
            }
            InlineExpression::FunctionReference { id, .. } => {
                let line = self.line_of(id.name);
                self.refuse(line, format!("function {} is not supported: format the value in code", id.name));
            }
            InlineExpression::MessageReference { id, .. } => {
                let line = self.line_of(id.name);
                self.refuse(line, format!("attribute of {} is not supported", id.name));
            }
            InlineExpression::TermReference { id, .. } => {
                let line = self.line_of(id.name);
                self.refuse(line, format!("-{} takes no arguments and has no attributes", id.name));
            }
        }
    }
}

/// Neighbouring texts are one.
fn push_text(parts: &mut Pattern, text: &str) {
    if let Some(Part::Text(last)) = parts.last_mut() {
        last.push_str(text);
    } else if !text.is_empty() {
        parts.push(Part::Text(text.to_owned()));
    }
}
