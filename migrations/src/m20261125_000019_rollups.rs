//! What reports count: one row for a month, a citizenship and a department. It can be thrown away and is made anew.
crate::ddl::statements!(
    "
create table rollup_month (
    month {day} primary key,
    made_at {time} not null
);
create table rollup_registration (
    month {day} not null references rollup_month (month),
    citizenship {text} not null,
    department {text} not null,
    made {count} not null,
    primary key (month, citizenship, department)
)
"
);
