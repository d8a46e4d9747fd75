-- Whose names and roles an actor sees, whom administrators look after, how much a role may approve, the
-- chain's own text.

-- What was sent before is known to who sent it.
alter table platform.sent enable row level security;
create policy seen on platform.sent for select to openphb_app using (actor_id is not distinct
  from (select access.actor_id()));
create policy written on platform.sent for insert to openphb_app with check (actor_id is not distinct
  from (select access.actor_id()));
create policy changed on platform.sent for update to openphb_app using (actor_id is not distinct
  from (select access.actor_id()));

-- Staff act in public and are known by name. Anybody else is known to those who see a person whom they
-- are or help,
-- and to the organisation that holds such a person's record.
create function access.knows(who uuid, their_person uuid) returns boolean
language sql stable security definer cost 2000 set search_path = pg_catalog as $$
  select access.actor_id() is not null and (
    who = access.actor_id()
    or exists (select from access.role r where r.actor_id = who)
    or their_person = any (access.people('name'))
    or exists (select from access.grant g where (g.actor_id = who or g.to_person_id = their_person)
      and (g.person_id in (select unnest(access.people('name')))
         or exists (select from access.happening h where h.person_id = g.person_id
           and h.organisation_id = any ((select access.organisations('name'))::uuid[]))))
    or exists (select from access.happening h where h.person_id = their_person
      and h.organisation_id = any ((select access.organisations('name'))::uuid[])))
$$;
revoke execute on function access.knows(uuid, uuid) from public;
grant execute on function access.knows(uuid, uuid) to openphb_app;

create view access.actor_shown as
  select id, name, person_id, ended_at from access.actor where current_user <> 'openphb_app'
    or access.knows(id, person_id);
create view access.role_shown as
  select id, actor_id, role, organisation_id, from_on, until_on from access.role
  where current_user <> 'openphb_app' or actor_id = access.actor_id()
    or organisation_id = any ((select access.works_for())::uuid[])
    or exists (select from access.grant g where g.actor_id = access.role.actor_id
      and g.person_id in (select unnest(access.people('name'))));

create view access.grant_shown with (security_invoker = true) as
  select id, person_id, actor_id, to_person_id, to_organisation_id, to_role, sees, may, because, subject_id,
    from_on,
    until_on, given_at, ended_at
  from access.grant;
create view access.happening_shown with (security_invoker = true) as
  select id, at, on_day, kind, what, actor_id, actor_name, actor_role, on_behalf_of, organisation_id,
    person_id, subject_id, purpose, because, details
  from access.happening;
grant select on access.actor_shown, access.role_shown, access.grant_shown,
  access.happening_shown to openphb_app;
grant select on access.actor, access.role to openphb_app;

-- Uploaded files follow the money's sight: who may see the statement may open it.
select access.guard('platform.file', 'money');

-- Somebody who has signed in and asks for the first time becomes the person whom they have just written
-- down: only a
-- person whom this very actor added, who is nobody else's, and only where the actor was nobody yet.
create function access.link_person(person uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update access.actor a set person_id = person
    where a.id = access.actor_id() and a.person_id is null and a.ended_at is null
      and not exists (select 1 from access.actor o where o.person_id = person)
      and exists (select 1 from access.happening h where h.actor_id = a.id and h.person_id = person
        and h.what = 'person-added');
  return found;
end $$;
revoke execute on function access.link_person(uuid) from public;
grant execute on function access.link_person(uuid) to openphb_app;

alter table access.role enable row level security;
create policy seen on access.role for select to openphb_app using (
  actor_id = (select access.actor_id()) or organisation_id = any ((select access.works_for())::uuid[]));
create policy written on access.role for insert to openphb_app with check (
  organisation_id = any ((select access.organisations('manage'))::uuid[]));
create policy changed on access.role for update to openphb_app using (
  organisation_id = any ((select access.organisations('manage'))::uuid[]));
grant insert, update (until_on) on access.role to openphb_app;

alter table access.actor enable row level security;
create policy seen on access.actor for select to openphb_app using (
  id = (select access.actor_id()) or exists (
    select from access.role r where r.actor_id = access.actor.id
      and r.organisation_id = any ((select access.works_for())::uuid[])));
create policy changed on access.actor for update to openphb_app using (exists (
  select from access.role r where r.actor_id = access.actor.id
    and r.organisation_id = any ((select access.organisations('manage'))::uuid[])));
grant update (ended_at) on access.actor to openphb_app;

alter table access.covers enable row level security;

-- Who holds the account of an address: asked by an administrator who gives somebody a role.
create function access.actor_of(address text) returns uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select a.id from access.actor a where lower(a.email) = lower(address) and a.ended_at is null
    and array_length(access.organisations('manage'), 1) > 0
$$;
revoke execute on function access.actor_of(text) from public;
grant execute on function access.actor_of(text) to openphb_app;

-- What a caller was let see and do of one person's record, today: staff act at their word, and no further.
create function access.grants_of_caller(caller uuid, about uuid) returns table (sees text, may text[])
language sql stable security definer set search_path = pg_catalog as $$
  select g.sees, g.may from access.grant g left join access.actor a on a.id = g.actor_id
    and a.ended_at is null
    where (a.person_id = caller or g.to_person_id = caller) and g.person_id = about and g.ended_at is null
      and g.from_on <= current_setting('openphb.today')::date
      and (g.until_on is null or g.until_on >= current_setting('openphb.today')::date)
      and cardinality(access.works_for()) > 0
$$;
revoke execute on function access.grants_of_caller(uuid, uuid) from public;
grant execute on function access.grants_of_caller(uuid, uuid) to openphb_app;

-- How much a week each role may approve, up to and including, from a day; null is without limit.
create table access.approval_limit (
  id uuid primary key,
  organisation_id uuid not null,
  role text not null,
  weekly bigint check (weekly >= 0),
  from_on date not null,
  until_on date check (until_on >= from_on),
  source text not null,
  given_by uuid,
  given_at timestamptz not null default statement_timestamp(),
  unique (organisation_id, role, from_on)
);
alter table access.approval_limit enable row level security;
create policy seen on access.approval_limit for select to openphb_app
  using (organisation_id = any ((select access.works_for())::uuid[]));
create policy written on access.approval_limit for insert to openphb_app with check (
  organisation_id = any ((select access.organisations('manage'))::uuid[]));
grant select, insert on access.approval_limit to openphb_app;

-- The hash of a happening's own text: with it a chain can be checked by somebody who may not read every
-- happening.
alter table access.seal add column digest text not null;

drop policy seen on access.happening;
create policy seen on access.happening for select to openphb_app using (
  person_id in (select unnest(access.people('all')))
  or organisation_id = any ((select access.organisations('all'))::uuid[])
  or organisation_id = any ((select access.organisations('manage'))::uuid[])
  or actor_id = (select access.actor_id()));
create index on access.happening (organisation_id, at desc);
create index on access.happening (actor_id, at desc);

-- The links without what they seal, for a page and an export of those who may audit.
create view access.chain as select position, happening_id, link, digest, sealed_at from access.seal;
grant select on access.chain to openphb_app;
create view access.chain_waiting as select count(*) as waiting from access.unsealed;
grant select on access.chain_waiting to openphb_app;
