//! Who may change whose rights, and who may take over.
use shared::{
    ids::AccountId,
    law::{Department, DepartmentKind},
    refusal::Refusal,
    staff::StaffRole,
};

/// Where a colleague works and with which rights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub department: String,
    pub roles: Vec<StaffRole>,
    pub disabled: bool,
}

impl Place {
    fn administers(&self) -> bool {
        !self.disabled && self.roles.contains(&StaffRole::Administrator)
    }
}

/// All that a change of rights reads.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    pub colleague: AccountId,
    pub place: &'a Place,
    /// Administrators who can sign in, this colleague aside.
    pub other_administrators: usize,
}

/// May `by` give the colleague this place?
pub fn change(facts: &Facts<'_>, by: Option<AccountId>, wanted: &Place) -> Result<(), Refusal> {
    if facts.place.administers() && !wanted.administers() && facts.other_administrators == 0 {
        return Err(Refusal::StaffLastAdministrator);
    }
    if by == Some(facts.colleague) && wanted != facts.place {
        return Err(Refusal::StaffOwnRoles);
    }
    Ok(())
}

/// Who is asked to take over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deputy {
    pub id: AccountId,
    pub place: Place,
    /// A password is set.
    pub ready: bool,
}

/// May this colleague answer for the work of `colleague` in `department`?
pub fn take_over(deputy: Option<&Deputy>, colleague: AccountId, department: &str) -> Result<(), Refusal> {
    let fit = deputy.is_some_and(|deputy| {
        deputy.id != colleague
            && deputy.ready
            && !deputy.place.disabled
            && deputy.place.department == department
    });
    fit.then_some(()).ok_or(Refusal::StaffDeputyUnfit)
}

/// Do officers of ours work there? The Service of Nakhchivan has its own.
pub fn is_ours(department: Option<&Department>) -> bool {
    department.is_some_and(|department| department.kind != DepartmentKind::OwnService)
}

/// Each role once, in the order of the table.
pub fn ordered(roles: &[StaffRole]) -> Vec<StaffRole> {
    use strum::IntoEnumIterator;
    StaffRole::iter().filter(|role| roles.contains(role)).collect()
}

#[cfg(test)]
mod tests {
    use shared::law::Edition;
    use uuid::Uuid;

    use super::*;

    const LEYLA: AccountId = AccountId(Uuid::from_u128(1));
    const RAUF: AccountId = AccountId(Uuid::from_u128(2));

    fn place(roles: &[StaffRole]) -> Place {
        Place { department: "baku".into(), roles: roles.to_vec(), disabled: false }
    }

    fn asked(place: &Place, others: usize, by: AccountId, wanted: &Place) -> Result<(), Refusal> {
        change(&Facts { colleague: LEYLA, place, other_administrators: others }, Some(by), wanted)
    }

    #[test]
    fn nobody_changes_their_own_place() {
        let (now, wanted) = (place(&[StaffRole::Officer]), place(&[StaffRole::Supervisor]));
        assert_eq!(asked(&now, 1, LEYLA, &wanted), Err(Refusal::StaffOwnRoles));
        assert_eq!(
            asked(&now, 1, LEYLA, &Place { department: "ganja".into(), ..now.clone() }),
            Err(Refusal::StaffOwnRoles)
        );
        assert_eq!(asked(&now, 1, LEYLA, &now), Ok(()));
        assert_eq!(asked(&now, 1, RAUF, &wanted), Ok(()));
    }

    #[test]
    fn the_last_administrator_stays() {
        let now = place(&[StaffRole::Administrator]);
        let closed = Place { disabled: true, ..now.clone() };
        assert_eq!(asked(&now, 0, RAUF, &place(&[StaffRole::Officer])), Err(Refusal::StaffLastAdministrator));
        assert_eq!(asked(&now, 0, LEYLA, &closed), Err(Refusal::StaffLastAdministrator));
        assert_eq!(asked(&now, 1, RAUF, &closed), Ok(()));
        assert_eq!(asked(&closed, 0, RAUF, &place(&[StaffRole::Officer])), Ok(()));
    }

    #[test]
    fn only_a_colleague_of_the_department_who_can_sign_in_takes_over() {
        let rauf = Deputy { id: RAUF, place: place(&[StaffRole::Officer]), ready: true };
        let unfit = Err(Refusal::StaffDeputyUnfit);
        assert_eq!(take_over(Some(&rauf), LEYLA, "baku"), Ok(()));
        assert_eq!(take_over(Some(&rauf), LEYLA, "ganja"), unfit);
        assert_eq!(take_over(Some(&rauf), RAUF, "baku"), unfit);
        assert_eq!(take_over(Some(&Deputy { ready: false, ..rauf.clone() }), LEYLA, "baku"), unfit);
        let closed = Place { disabled: true, ..rauf.place.clone() };
        assert_eq!(take_over(Some(&Deputy { place: closed, ..rauf }), LEYLA, "baku"), unfit);
        assert_eq!(take_over(None, LEYLA, "baku"), unfit);
    }

    #[test]
    fn nobody_of_ours_works_in_nakhchivan() {
        let edition = Edition::first();
        let ours: Vec<_> = edition.departments().iter().filter(|at| is_ours(Some(at))).collect();
        assert_eq!(ours.len() + 1, edition.departments().len());
        assert!(!is_ours(edition.department("no such department")));
    }

    #[test]
    fn roles_are_kept_once_and_in_order() {
        let twice = [StaffRole::Administrator, StaffRole::Officer, StaffRole::Officer];
        assert_eq!(ordered(&twice), [StaffRole::Officer, StaffRole::Administrator]);
    }
}
