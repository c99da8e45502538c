//! Departments and districts: every district leads to a department, an unconfirmed one to headquarters.
use super::super::data::office::DepartmentKind;
use super::{Report, captions, items};

pub(super) fn check(report: &mut Report<'_>) {
    const DEPARTMENTS: &str = "departments.toml";
    const DISTRICTS: &str = "districts.toml";
    let body = report.body;
    items::once(report, DEPARTMENTS, body.departments.iter().map(|department| department.code.as_str()));
    for department in &body.departments {
        captions::whole(report, DEPARTMENTS, &department.code, &department.caption);
        items::standing(report, DEPARTMENTS, &department.code, &department.law);
    }
    let is_headquarters = |kind| kind == DepartmentKind::Headquarters;
    let mut headquarters = body.departments.iter().filter(|department| is_headquarters(department.kind));
    if headquarters.next().is_none() || headquarters.next().is_some() {
        report.add(DEPARTMENTS, "", "one department is the headquarters");
    }
    items::once(report, DISTRICTS, body.districts.iter().map(|district| district.code.as_str()));
    for district in &body.districts {
        let code = district.code.as_str();
        captions::whole(report, DISTRICTS, code, &district.caption);
        for named in std::iter::once(&district.department).chain(&district.expected) {
            if !body.departments.iter().any(|department| department.code == *named) {
                report.add(DISTRICTS, code, format!("unknown department `{named}`"));
            }
        }
        let own = body.departments.iter().find(|department| department.code == district.department);
        let kind = own.map(|department| department.kind);
        if !district.confirmed && kind == Some(DepartmentKind::Regional) {
            report.add(
                DISTRICTS,
                code,
                "a department that no source names: headquarters serve it until one does",
            );
        }
    }
}
