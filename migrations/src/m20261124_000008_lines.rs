//! Machine-readable lines belong to the registration whose host read them: another host of the same guest is not shown
//! them. And indexes for what is asked by every decision about an address, every change of a password, every sign-in and
//! every annulment; none for the refresh tokens that were spent: a token names its session.
crate::ddl::statements!(
    "
alter table registration add column mrz {text};
update registration set mrz = (
    select d.mrz from identity_document d join identity i on i.id = d.identity
    where d.id = registration.document and exists (select 1 from registration_event e
        where e.registration = registration.id and e.at = i.observed_at and e.kind in ('registered', 'corrected')));
alter table identity_document drop column mrz;
create index registration_open_at on registration (premises, id) where address_open;
create index registration_person on registration (person, id);
create index reset_link_account on reset_link (account) where used_at is null;
create index session_device on session (account, device);
drop index session_spent
"
);
