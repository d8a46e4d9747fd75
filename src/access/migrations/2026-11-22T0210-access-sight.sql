-- Whose names and roles an actor sees, whom administrators look after, how much a role may approve, the chain's own text.

-- What was sent before is known to who sent it.
alter table platform.sent enable row level security;
create policy seen on platform.sent for select to openphb_app using (actor_id is not distinct from (select access.actor_id()));
create policy written on platform.sent for insert to openphb_app with check (actor_id is not distinct from (select access.actor_id()));
create policy changed on platform.sent for update to openphb_app using (actor_id is not distinct from (select access.actor_id()));

-- The roles an actor has on a day, with the organisations whose records those answer for.
create function access.roles_of(who uuid, today date) returns table (role text, organisation_id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select r.role, r.organisation_id from access.role r
    where r.actor_id = who and r.from_on <= today and (r.until_on is null or r.until_on >= today)
  union
  select r.role, c.covered_id from access.role r join access.covers c on c.organisation_id = r.organisation_id and c.from_on <= today
    where r.actor_id = who and r.from_on <= today and (r.until_on is null or r.until_on >= today)
$$;
revoke execute on function access.roles_of(uuid, date) from public;

-- The people whose records an actor may see on a day, and how much of each.
create function access.sights_of(who uuid, today date) returns table (person_id uuid, sees text)
language sql stable security definer set search_path = pg_catalog as $$
  select g.person_id, g.sees from access.grant g
    where g.actor_id = who and g.ended_at is null and g.from_on <= today and (g.until_on is null or g.until_on >= today)
  union all
  select g.person_id, g.sees from access.grant g
    join access.role r on r.organisation_id = g.to_organisation_id and r.role = g.to_role
    where r.actor_id = who and r.from_on <= today and (r.until_on is null or r.until_on >= today)
      and g.ended_at is null and g.from_on <= today and (g.until_on is null or g.until_on >= today)
  union all
  select g.person_id, g.sees from access.actor a join access.grant g on g.to_person_id = a.person_id
    where a.id = who and g.ended_at is null and g.from_on <= today and (g.until_on is null or g.until_on >= today)
  union all
  select a.person_id, 'all' from access.actor a where a.id = who and a.person_id is not null
$$;
revoke execute on function access.sights_of(uuid, date) from public;

create or replace function access.enter(who uuid, today date) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  works uuid[]; sees_all uuid[]; sees_some uuid[]; manages uuid[];
  p_all uuid[]; p_money uuid[]; p_plan uuid[]; p_name uuid[];
begin
  if who is not null then
    select array_agg(distinct organisation_id),
           array_agg(distinct organisation_id) filter (where role in ('team-leader', 'head-of-service', 'panel', 'auditor')),
           array_agg(distinct organisation_id) filter (where role in ('team-leader', 'head-of-service', 'panel', 'auditor', 'finance-officer')),
           array_agg(distinct organisation_id) filter (where role = 'administrator')
      into works, sees_all, sees_some, manages from access.roles_of(who, today);
    select array_agg(distinct person_id) filter (where sees = 'all'),
           array_agg(distinct person_id) filter (where sees in ('all', 'money')),
           array_agg(distinct person_id) filter (where sees in ('all', 'plan', 'money')),
           array_agg(distinct person_id)
      into p_all, p_money, p_plan, p_name from access.sights_of(who, today);
  end if;
  perform set_config('openphb.actor', coalesce(who::text, ''), true),
    set_config('openphb.today', today::text, true),
    set_config('openphb.works_for', access.say(works), true),
    set_config('openphb.organisations_all', access.say(sees_all), true),
    set_config('openphb.organisations_money', access.say(sees_some), true),
    set_config('openphb.organisations_plan', access.say(sees_some), true),
    set_config('openphb.organisations_name', access.say(sees_some), true),
    set_config('openphb.organisations_bank', access.say(sees_some), true),
    set_config('openphb.organisations_manage', access.say(manages), true),
    set_config('openphb.people_bank', access.say(p_all), true),
    set_config('openphb.people_all', access.say(p_all), true),
    set_config('openphb.people_money', access.say(p_money), true),
    set_config('openphb.people_plan', access.say(p_plan), true),
    set_config('openphb.people_name', access.say(p_name), true);
end $$;

-- Staff act in public and are known by name. Anybody else is known to those who see a person whom they are or help,
-- and to the organisation that holds such a person's record.
create function access.knows(who uuid, their_person uuid) returns boolean
language sql stable security definer cost 2000 set search_path = pg_catalog as $$
  select access.actor_id() is not null and (
    who = access.actor_id()
    or their_person = any (access.people('name'))
    or exists (select from access.role r where r.actor_id = who)
    or exists (select from access.grant g where g.actor_id = who and (g.person_id = any (access.people('name'))
         or exists (select from access.happening h where h.person_id = g.person_id and h.organisation_id = any (access.organisations('name')))))
    or exists (select from access.happening h where h.person_id = their_person and h.organisation_id = any (access.organisations('name'))))
$$;
revoke execute on function access.knows(uuid, uuid) from public;
grant execute on function access.knows(uuid, uuid) to openphb_app;

create or replace view access.actor_shown as
  select id, name, person_id, ended_at from access.actor where current_user <> 'openphb_app' or access.knows(id, person_id);
create or replace view access.role_shown as
  select id, actor_id, role, organisation_id, from_on, until_on from access.role
  where current_user <> 'openphb_app' or actor_id = access.actor_id() or organisation_id = any ((select access.works_for())::uuid[])
    or exists (select from access.grant g where g.actor_id = access.role.actor_id and g.person_id = any ((select access.people('name'))::uuid[]));

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
    select from access.role r where r.actor_id = access.actor.id and r.organisation_id = any ((select access.works_for())::uuid[])));
create policy changed on access.actor for update to openphb_app using (exists (
  select from access.role r where r.actor_id = access.actor.id and r.organisation_id = any ((select access.organisations('manage'))::uuid[])));
grant update (ended_at) on access.actor to openphb_app;

alter table access.covers enable row level security;

-- Who holds the account of an address: asked by an administrator who gives somebody a role.
create function access.actor_of(address text) returns uuid language sql stable security definer set search_path = pg_catalog as $$
  select a.id from access.actor a where lower(a.email) = lower(address) and a.ended_at is null
    and array_length(access.organisations('manage'), 1) > 0
$$;
revoke execute on function access.actor_of(text) from public;
grant execute on function access.actor_of(text) to openphb_app;

-- What a caller was let see and do of one person's record, today: staff act at their word, and no further.
create function access.grants_of_caller(caller uuid, about uuid) returns table (sees text, may text[])
language sql stable security definer set search_path = pg_catalog as $$
  select g.sees, g.may from access.grant g join access.actor a on a.id = g.actor_id
    where a.person_id = caller and g.person_id = about and a.ended_at is null and g.ended_at is null
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
create policy seen on access.approval_limit for select to openphb_app using (organisation_id = any ((select access.works_for())::uuid[]));
create policy written on access.approval_limit for insert to openphb_app with check (
  organisation_id = any ((select access.organisations('manage'))::uuid[]));
grant select, insert on access.approval_limit to openphb_app;

-- The hash of a happening's own text: with it a chain can be checked by somebody who may not read every happening.
alter table access.seal add column digest text not null;

drop policy seen on access.happening;
create policy seen on access.happening for select to openphb_app using (
  person_id = any ((select access.people('all'))::uuid[])
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
