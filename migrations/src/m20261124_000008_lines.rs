//! Machine-readable lines belong to the registration whose host read them: another host of the same guest is not shown
//! them. And indexes for what is asked by every decision about an address and every change of a password; none for the
//! refresh tokens that were spent: a token names its session.
crate::ddl::statements!(
    "
alter table registration add column mrz {text};
update registration set mrz = (select d.mrz from identity_document d where d.id = registration.document)
    where not exists (select 1 from registration e where e.document = registration.document
        and (e.registered_at, e.id) < (registration.registered_at, registration.id));
alter table identity_document drop column mrz;
create index registration_open_at on registration (premises, id) where address_open;
create index reset_link_account on reset_link (account) where used_at is null;
drop index session_spent
"
);
