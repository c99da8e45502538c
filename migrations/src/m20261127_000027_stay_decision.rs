//! The decision of the Service that let the guest stay longer than the visa or the visa-free time.
crate::ddl::statements!(
    "alter table registration add column decision_number {text};
     alter table registration add column decision_until {day}"
);
