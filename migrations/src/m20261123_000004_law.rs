//! Editions of the law; never changed once published.
crate::ddl::statements!(
    "
create table law_edition (
    number {count} primary key,
    based_on {count},
    act {text},
    hash {text} not null,
    body {text} not null,
    published_at {time} not null
)
"
);
