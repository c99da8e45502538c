//! What roles add up to (B1).
use shared::permission::{Permission, Role};

/// The role under which a permission is held; the strongest named first by the caller's order.
pub fn role_for(roles: &[Role], needs: Option<Permission>) -> Option<Role> {
    match needs {
        Some(permission) => roles.iter().copied().find(|role| role.permissions().contains(&permission)),
        None => roles.first().copied(),
    }
}

/// All that some roles may do, without repeats.
pub fn permissions(roles: &[Role]) -> Vec<Permission> {
    let mut all = Vec::new();
    for permission in roles.iter().flat_map(|role| role.permissions()) {
        if !all.contains(permission) {
            all.push(*permission);
        }
    }
    all
}
