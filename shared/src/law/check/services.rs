//! Services: every reference leads somewhere, every list ends with a line for all others.
use super::super::data::{
    caption::{Caption, Standing},
    condition::Condition,
    service::{AMOUNT, DeadlineLaw, FIRST_DAY, LAST_DAY, ServiceLaw, Until},
    term::Span,
};
use super::{
    RESERVED, Report,
    captions::{self, Allowed},
    facts, items,
};

pub(super) fn check(report: &mut Report<'_>) {
    let body = report.body;
    items::once(report, "services", body.services.iter().map(|service| service.code.as_str()));
    for service in &body.services {
        let file = format!("services/{}.toml", service.code);
        items::standing(report, &file, "", &service.law);
        captions::whole(report, &file, "caption", &service.caption);
        captions::whole(report, &file, "summary", &service.summary);
        InService { file: &file, service }.check(report);
    }
}

struct InService<'a> {
    file: &'a str,
    service: &'a ServiceLaw,
}

/// What the lines of a decision list have in common.
struct Line<'a> {
    id: &'a str,
    when: Option<&'a Condition>,
    detail: &'a Caption,
    norm: Option<&'a Caption>,
    law: &'a Standing,
}

impl InService<'_> {
    fn check(&self, report: &mut Report<'_>) {
        let Self { service, file } = self;
        for (list, notes) in
            [("filers", &service.filers), ("exempt", &service.exempt), ("effects", &service.effects)]
        {
            items::dated(report, file, list, notes.iter().map(|note| (note.id.as_str(), &note.law)));
            for note in notes {
                captions::sentence(
                    report,
                    file,
                    &format!("{list} {}", note.id),
                    &note.caption,
                    &self.allowed(),
                );
            }
        }
        let documents = service.documents.iter().map(|document| (document.id.as_str(), &document.law));
        items::dated(report, file, "documents", documents);
        for document in &service.documents {
            let item = format!("documents {}", document.id);
            captions::whole(report, file, &item, &document.caption);
            if let Some(when) = &document.when {
                facts::condition(report, file, &item, when);
            }
        }
        let liabilities = service.liabilities.iter();
        items::dated(report, file, "liabilities", liabilities.clone().map(|one| (one.id.as_str(), &one.law)));
        for liability in liabilities {
            let item = format!("liabilities {}", liability.id);
            let mut allowed = self.allowed();
            allowed.names.extend(["least", "most"]);
            captions::sentence(report, file, &item, &liability.caption, &allowed);
            if liability.most.minor < liability.least.minor {
                report.add(file, &item, "the most is less than the least");
            }
        }
        self.rules(report);
        self.deadlines(report);
        self.fees_and_validity(report);
    }

    /// Terms of every deadline can be named in every sentence.
    fn allowed(&self) -> Allowed<'_> {
        let deadlines = self.service.deadlines.iter();
        let terms =
            deadlines.flat_map(|one| one.terms.iter().map(|term| (one.id.as_str(), term.id.as_str())));
        Allowed { names: Vec::new(), facts: true, terms: terms.collect() }
    }

    fn rules(&self, report: &mut Report<'_>) {
        items::once(report, self.file, self.service.rules.iter().map(|rule| rule.id.as_str()));
        for rule in &self.service.rules {
            let list = format!("rules {}", rule.id);
            captions::whole(report, self.file, &list, &rule.question);
            if RESERVED.contains(&rule.id.as_str()) {
                report.add(self.file, &list, "this name is a step of every ladder");
            }
            let lines = rule.cases.iter().map(|case| Line {
                id: &case.id,
                when: case.when.as_ref(),
                detail: &case.detail,
                norm: case.norm.as_ref(),
                law: &case.law,
            });
            self.list(report, &list, lines, &[]);
        }
    }

    fn deadlines(&self, report: &mut Report<'_>) {
        items::once(report, self.file, self.service.deadlines.iter().map(|deadline| deadline.id.as_str()));
        for deadline in &self.service.deadlines {
            let list = format!("deadlines {}", deadline.id);
            captions::whole(report, self.file, &list, &deadline.caption);
            self.ladder(report, &list, deadline);
            for term in &deadline.terms {
                self.span(report, &format!("{list} {}", term.id), &term.span);
            }
            let lines = deadline.terms.iter().map(|term| Line {
                id: &term.id,
                when: term.when.as_ref(),
                detail: &term.detail,
                norm: None,
                law: &term.law,
            });
            self.list(report, &list, lines, &[AMOUNT]);
        }
    }

    fn ladder(&self, report: &mut Report<'_>, list: &str, deadline: &DeadlineLaw) {
        let is_rule = |id: &str| self.service.rules.iter().any(|rule| rule.id == id);
        for step in &deadline.ladder {
            if ![AMOUNT, FIRST_DAY, LAST_DAY].contains(&step.as_str()) && !is_rule(step) {
                report.add(self.file, list, format!("ladder: unknown step `{step}`"));
            }
        }
        for step in [AMOUNT, LAST_DAY].into_iter().chain(deadline.applies.as_deref()) {
            if !deadline.ladder.iter().any(|rung| rung == step) {
                report.add(self.file, list, format!("ladder: `{step}` is missing"));
            }
        }
        if let Some(rule) = deadline.applies.as_deref().filter(|rule| !is_rule(rule)) {
            report.add(self.file, list, format!("applies: unknown rule `{rule}`"));
        }
    }

    fn span(&self, report: &mut Report<'_>, item: &str, span: &Span) {
        facts::date(report, self.file, item, &span.from);
        if span.amount == 0 {
            report.add(self.file, item, "a term of nothing");
        }
    }

    fn fees_and_validity(&self, report: &mut Report<'_>) {
        let fees = self.service.fees.iter().map(|fee| Line {
            id: &fee.id,
            when: fee.when.as_ref(),
            detail: &fee.detail,
            norm: None,
            law: &fee.law,
        });
        self.list(report, "fees", fees, &["fee"]);
        let Some(validity) = &self.service.validity else { return };
        captions::whole(report, self.file, "validity", &validity.question);
        for case in &validity.cases {
            let item = format!("validity {}", case.id);
            match &case.until {
                Until::Fact(name) => facts::date(report, self.file, &item, name),
                Until::Span(span) => self.span(report, &item, span),
            }
        }
        let lines = validity.cases.iter().map(|case| Line {
            id: &case.id,
            when: case.when.as_ref(),
            detail: &case.detail,
            norm: case.norm.as_ref(),
            law: &case.law,
        });
        self.list(report, "validity", lines, &[AMOUNT]);
    }

    /// A list of which the first line that fits decides.
    fn list<'b>(
        &self,
        report: &mut Report<'_>,
        list: &str,
        all: impl Iterator<Item = Line<'b>> + Clone,
        names: &[&str],
    ) {
        items::dated(report, self.file, list, all.clone().map(|line| (line.id, line.law)));
        match all.clone().last() {
            None => report.add(self.file, list, "an empty list"),
            Some(end) if end.when.is_some() || end.law.valid_to.is_some() => {
                report.add(
                    self.file,
                    list,
                    "the last line has no condition and no end, so that none is left without",
                );
            }
            Some(_) => {}
        }
        let with_limit = all.clone().filter(|line| line.when.and_then(Condition::limit).is_some());
        let limits: Vec<&str> = with_limit.map(|line| line.id).collect();
        for line in all {
            let item = format!("{list} {}", line.id);
            let mut allowed = self.allowed();
            allowed.names.extend(names);
            allowed.terms.extend(limits.iter().map(|id| (*id, "limit")));
            if let Some(when) = line.when {
                facts::condition(report, self.file, &item, when);
                allowed.names.extend(when.limit().map(|_| "limit"));
            }
            captions::sentence(report, self.file, &item, line.detail, &allowed);
            allowed.facts = false;
            if let Some(norm) = line.norm {
                captions::sentence(report, self.file, &item, norm, &allowed);
            }
        }
    }
}
