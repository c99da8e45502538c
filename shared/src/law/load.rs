//! Reads the law files of a folder. For the build step and the tests; nothing else knows TOML.
use std::{fs, path::Path};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{
    check::Complaint,
    data::{
        body::{Body, Head, Steps},
        calendar::{Calendar, DayName},
        caption::Act,
        fact::Fact,
        office::{Department, District},
        service::ServiceLaw,
    },
};

#[derive(Serialize, Deserialize)]
struct EditionFile {
    edition: Head,
    steps: Steps,
    acts: Vec<Act>,
}

#[derive(Serialize, Deserialize)]
struct FactsFile {
    facts: Vec<Fact>,
}

#[derive(Serialize, Deserialize)]
struct DayNamesFile {
    day_names: Vec<DayName>,
}

#[derive(Serialize, Deserialize)]
struct DepartmentsFile {
    departments: Vec<Department>,
}

#[derive(Serialize, Deserialize)]
struct DistrictsFile {
    districts: Vec<District>,
}

/// The edition in `folder`, or what could not be read.
pub fn load(folder: &Path) -> Result<Body, Vec<Complaint>> {
    let mut reader = Reader { folder, complaints: Vec::new() };
    let edition = reader.file::<EditionFile>("edition.toml");
    let facts = reader.file::<FactsFile>("facts.toml");
    let day_names = reader.file::<DayNamesFile>("day_names.toml");
    let departments = reader.file::<DepartmentsFile>("departments.toml");
    let districts = reader.file::<DistrictsFile>("districts.toml");
    let calendars = reader.all::<Calendar>("calendars", |calendar| calendar.year.to_string());
    let services = reader.all::<ServiceLaw>("services", |service| service.code.clone());
    let (Some(edition), Some(facts), Some(day_names), Some(departments), Some(districts)) =
        (edition, facts, day_names, departments, districts)
    else {
        return Err(reader.complaints);
    };
    if !reader.complaints.is_empty() {
        return Err(reader.complaints);
    }
    Ok(Body {
        edition: edition.edition,
        acts: edition.acts,
        steps: edition.steps,
        facts: facts.facts,
        day_names: day_names.day_names,
        calendars,
        departments: departments.departments,
        districts: districts.districts,
        services,
    })
}

struct Reader<'a> {
    folder: &'a Path,
    complaints: Vec<Complaint>,
}

impl Reader<'_> {
    fn refuse(&mut self, file: &str, item: &str, problem: impl Into<String>) {
        self.complaints.push(Complaint {
            file: file.to_owned(),
            item: item.to_owned(),
            problem: problem.into(),
        });
    }

    /// One file as `T`; a key that `T` does not know is refused, for a misspelt rule must not vanish.
    fn file<T: DeserializeOwned + Serialize>(&mut self, name: &str) -> Option<T> {
        let text = match fs::read_to_string(self.folder.join(name)) {
            Ok(text) => text,
            Err(error) => {
                self.refuse(name, "", error.to_string());
                return None;
            }
        };
        let written: toml::Table = match toml::from_str(&text) {
            Ok(table) => table,
            Err(error) => {
                self.refuse(name, "", error.to_string());
                return None;
            }
        };
        let read: T = match toml::from_str(&text) {
            Ok(read) => read,
            Err(error) => {
                self.refuse(name, "", error.to_string());
                return None;
            }
        };
        match toml::Table::try_from(&read) {
            Ok(understood) => {
                let mut lost = Vec::new();
                unread(&toml::Value::Table(written), &toml::Value::Table(understood), "", &mut lost);
                for place in lost {
                    self.refuse(name, &place, "unknown key");
                }
            }
            Err(error) => self.refuse(name, "", error.to_string()),
        }
        Some(read)
    }

    /// Every file of a folder, in order of their names; each is named after what it holds.
    fn all<T: DeserializeOwned + Serialize>(
        &mut self,
        under: &str,
        name_of: impl Fn(&T) -> String,
    ) -> Vec<T> {
        let mut names = Vec::new();
        match fs::read_dir(self.folder.join(under)) {
            Ok(entries) => {
                names.extend(entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()));
            }
            Err(error) => self.refuse(under, "", error.to_string()),
        }
        names.retain(|name| Path::new(name).extension().is_some_and(|ending| ending == "toml"));
        names.sort();
        let mut all = Vec::new();
        for name in names {
            let file = format!("{under}/{name}");
            let Some(read) = self.file::<T>(&file) else { continue };
            if format!("{}.toml", name_of(&read)) != name {
                self.refuse(&file, "", format!("it holds `{}`; the file must be named so", name_of(&read)));
            }
            all.push(read);
        }
        all
    }
}

/// Places of keys that were written and not understood.
fn unread(written: &toml::Value, understood: &toml::Value, place: &str, lost: &mut Vec<String>) {
    match (written, understood) {
        (toml::Value::Table(written), toml::Value::Table(understood)) => {
            for (key, value) in written {
                let place = if place.is_empty() { key.clone() } else { format!("{place}.{key}") };
                match understood.get(key) {
                    Some(same) => unread(value, same, &place, lost),
                    None => lost.push(place),
                }
            }
        }
        (toml::Value::Array(written), toml::Value::Array(understood)) => {
            for (at, (value, same)) in written.iter().zip(understood).enumerate() {
                unread(value, same, &format!("{place}[{at}]"), lost);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
#[path = "load_tests.rs"]
mod tests;
