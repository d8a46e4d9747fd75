-- Who may do and see what: actors, their roles, what they were let see, and the record of changes and looks.

create table access.actor (
  id uuid primary key,
  user_id text unique,
  name text not null check (length(name) between 1 and 200),
  email text,
  person_id uuid,
  made_at timestamptz not null default statement_timestamp(),
  ended_at timestamptz
);
create index on access.actor (person_id);

-- A role in an organisation, from a day and perhaps until a day (which is inside, convention K9).
create table access.role (
  id uuid primary key,
  actor_id uuid not null references access.actor (id),
  role text not null,
  organisation_id uuid not null,
  from_on date not null,
  until_on date check (until_on >= from_on),
  given_by uuid,
  given_at timestamptz not null default statement_timestamp()
);
create index on access.role (actor_id);

-- An organisation that answers for the records of another: its predecessor.
create table access.covers (
  organisation_id uuid not null,
  covered_id uuid not null,
  from_on date not null,
  primary key (organisation_id, covered_id)
);

-- What one actor, or everybody with a role in an organisation, was let see of one person's record, and why.
create table access.grant (
  id uuid primary key,
  person_id uuid not null,
  actor_id uuid references access.actor (id),
  -- Somebody who is a person here, whether they can sign in yet or not.
  to_person_id uuid,
  to_organisation_id uuid,
  to_role text,
  sees text not null check (sees in ('all', 'money', 'plan', 'name')),
  may text[] not null default '{}',
  because text not null,
  subject_id uuid,
  from_on date not null,
  until_on date,
  given_by uuid,
  given_at timestamptz not null default statement_timestamp(),
  ended_at timestamptz,
  ended_by uuid,
  check (num_nonnulls(actor_id, to_person_id, to_organisation_id) = 1),
  check (to_organisation_id is null or to_role is not null)
);
create index on access.grant (actor_id) where ended_at is null;
create index on access.grant (to_organisation_id, to_role) where ended_at is null;
create index on access.grant (to_person_id) where ended_at is null;
create index on access.grant (person_id);

-- The record: every change and every look. A change is written in its own transaction, a look beside the
-- read.
create table access.happening (
  id uuid primary key,
  at timestamptz not null default statement_timestamp(),
  on_day date not null,
  kind text not null check (kind in ('change', 'look', 'refused')),
  what text not null,
  actor_id uuid,
  actor_name text not null,
  actor_role text not null,
  on_behalf_of uuid,
  organisation_id uuid,
  person_id uuid,
  subject_id uuid,
  purpose text,
  because text,
  details jsonb not null default '{}'
);
create index on access.happening (person_id, at desc);
create index on access.happening (subject_id);
select platform.write_once('access.happening');

-- The chain: one sealer links the happenings in order. position 1 links to nothing.
create table access.seal (
  position bigint primary key,
  happening_id uuid not null unique references access.happening (id),
  link text not null,
  sealed_at timestamptz not null default statement_timestamp()
);
select platform.write_once('access.seal');
create table access.unsealed (happening_id uuid primary key, noted_at timestamptz not null
  default clock_timestamp());
create index on access.unsealed (noted_at);

create function access.note_unsealed() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into access.unsealed (happening_id) select id from fresh;
  return null;
end $$;
create trigger note_unsealed after insert on access.happening
  referencing new table as fresh for each statement execute function access.note_unsealed();

-- What the transaction's actor may see, put into the transaction once by access.enter().
create function access.in_setting(name text) returns uuid[] language sql stable as $$
  select coalesce(nullif(current_setting(name, true), ''), '{}')::uuid[]
$$;
create function access.actor_id() returns uuid language sql stable as $$
  select nullif(current_setting('openphb.actor', true), '')::uuid
$$;
-- Organisations whose records of this sort the actor sees whole.
create function access.organisations(sort text) returns uuid[] language sql stable as $$
  select access.in_setting('openphb.organisations_' || sort)
$$;
-- People whose records of this sort the actor sees.
create function access.people(sort text) returns uuid[] language sql stable as $$
  select access.in_setting('openphb.people_' || sort)
$$;
-- Organisations the actor works for, whatever they may see there: a first record may be made.
create function access.works_for() returns uuid[] language sql stable as $$
  select access.in_setting('openphb.works_for')
$$;

create function access.say(ids uuid[]) returns text language sql immutable
  as $$ select coalesce(ids, '{}')::text $$;
-- The roles an actor has on a day, with the organisations whose records those answer for.
create function access.roles_of(who uuid, today date) returns table (role text, organisation_id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select r.role, r.organisation_id from access.role r
    where r.actor_id = who and r.from_on <= today and (r.until_on is null or r.until_on >= today)
  union
  select r.role, c.covered_id from access.role r
    join access.covers c on c.organisation_id = r.organisation_id and c.from_on <= today
    where r.actor_id = who and r.from_on <= today and (r.until_on is null or r.until_on >= today)
$$;
-- The people whose records an actor may see on a day, and how much of each.
create function access.sights_of(who uuid, today date) returns table (person_id uuid, sees text)
language sql stable security definer set search_path = pg_catalog as $$
  select g.person_id, g.sees from access.grant g
    where g.actor_id = who and g.ended_at is null and g.from_on <= today and (g.until_on is null
      or g.until_on >= today)
  union all
  select g.person_id, g.sees from access.grant g
    join access.role r on r.organisation_id = g.to_organisation_id and r.role = g.to_role
    where r.actor_id = who and r.from_on <= today and (r.until_on is null or r.until_on >= today)
      and g.ended_at is null and g.from_on <= today and (g.until_on is null or g.until_on >= today)
  union all
  select g.person_id, g.sees from access.actor a join access.grant g on g.to_person_id = a.person_id
    where a.id = who and g.ended_at is null and g.from_on <= today
      and (g.until_on is null or g.until_on >= today)
  union all
  select a.person_id, 'all' from access.actor a where a.id = who and a.person_id is not null
$$;
-- Sorts: all (also needs and health), money, bank (account numbers and statements), plan, name. Roles see
-- a whole organisation, or only what a grant names.
create function access.enter(who uuid, today date) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  works uuid[]; sees_all uuid[]; sees_some uuid[]; manages uuid[];
  p_all uuid[]; p_money uuid[]; p_plan uuid[]; p_name uuid[];
begin
  if who is not null then
    select array_agg(distinct organisation_id),
           array_agg(distinct organisation_id) filter (where role
             in ('team-leader', 'head-of-service', 'panel', 'auditor')),
           array_agg(distinct organisation_id) filter (where role
             in ('team-leader', 'head-of-service', 'panel', 'auditor', 'finance-officer')),
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

-- After a grant in the same transaction: see what was just let be seen.
create function access.look_again() returns void language sql security definer set search_path = pg_catalog
  as $$
  select access.enter(access.actor_id(), current_setting('openphb.today')::date)
$$;
revoke execute on function access.look_again() from public;

-- One call guards a table of records: each has organisation_id and person_id, and a sort of sight.
-- People stand in a list that is looked up by its hash: a case worker may see a thousand, and = any (array)
-- would read through all of them for every row.
create function access.guard(of_table regclass, sort text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', of_table);
  execute format($p$create policy seen on %s for select to openphb_app using (
    organisation_id = any ((select access.organisations(%L))::uuid[])
      or person_id in (select unnest(access.people(%L))))$p$, of_table, sort, sort);
  execute format($p$create policy written on %s for insert to openphb_app with check (
    organisation_id = any ((select access.works_for())::uuid[])
      or person_id in (select unnest(access.people(%L))))$p$, of_table, sort);
  execute format($p$create policy changed on %s for update to openphb_app using (
    organisation_id = any ((select access.organisations(%L))::uuid[])
      or person_id in (select unnest(access.people(%L))))$p$, of_table, sort, sort);
  execute format('grant select, insert, update on %s to openphb_app', of_table);
end $$;

grant usage on schema access to openphb_app;
grant execute on all functions in schema access to openphb_app;
-- Only the program itself enters for an actor, and asks what an actor may see.
revoke execute on function access.enter(uuid, date), access.roles_of(uuid, date),
  access.sights_of(uuid, date) from openphb_app, public;

alter table access.happening enable row level security;
create policy seen on access.happening for select to openphb_app using (
  person_id in (select unnest(access.people('all')))
  or organisation_id = any ((select access.organisations('all'))::uuid[])
  or actor_id = (select access.actor_id()));
create policy written on access.happening for insert to openphb_app with check (true);
grant select, insert on access.happening to openphb_app;

alter table access.grant enable row level security;
create policy seen on access.grant for select to openphb_app using (
  person_id in (select unnest(access.people('name')))
  or actor_id = (select access.actor_id())
  or to_organisation_id = any ((select access.works_for())::uuid[])
  or exists (select 1 from access.actor a join access.role r on r.actor_id = a.id
             where a.id = access.grant.actor_id
               and r.organisation_id = any ((select access.organisations('all'))::uuid[])));
create policy written on access.grant for insert to openphb_app with check (true);
create policy changed on access.grant for update to openphb_app using (
  person_id in (select unnest(access.people('name')))
    or to_organisation_id = any ((select access.works_for())::uuid[])
  -- Whoever leads a team hands its cases on, and so ends what one of its own was let see.
  or exists (select 1 from access.role r
             where r.actor_id = access.grant.actor_id
               and r.organisation_id = any ((select access.organisations('all'))::uuid[])));
grant select, insert, update on access.grant to openphb_app;
