-- Bodies that follow others, carried out: who goes where in a division, what was ordered, what is done.
grant usage on schema succession to openphb_app;

-- Where a body was divided: to which part somebody belongs, said by a person with a reason. The newest
-- counts.
create table succession.placing (
  number bigint generated always as identity primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  from_id uuid not null,
  to_id uuid not null check (to_id <> from_id),
  because text not null check (length(because) between 1 and 500),
  placed_by uuid,
  placed_by_name text not null,
  placed_on date not null
);
create index on succession.placing (person_id, from_id, number desc);
select access.guard('succession.placing', 'name');
select platform.write_once('succession.placing');

-- The same for somebody who works there: with which part they go.
create table succession.staff_placing (
  number bigint generated always as identity primary key,
  organisation_id uuid not null,
  actor_id uuid not null,
  to_id uuid not null check (to_id <> organisation_id),
  because text not null check (length(because) between 1 and 500),
  placed_by uuid,
  placed_by_name text not null,
  placed_on date not null
);
create index on succession.staff_placing (organisation_id, actor_id, number desc);
select platform.write_once('succession.staff_placing');

-- What was ordered: the cases of a body move from a day. A job carries it out, part by part.
create table succession.order (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  on_day date not null,
  because text not null check (length(because) between 1 and 500),
  reach text not null check (length(reach) between 1 and 200),
  asked_by uuid,
  asked_by_name text not null,
  asked_by_role text not null,
  asked_on date not null,
  asked_at timestamptz not null
);
create index on succession.order (organisation_id, on_day);
select platform.write_once('succession.order');

create table succession.finished (
  order_id uuid primary key references succession.order (id),
  organisation_id uuid not null,
  finished_on date not null,
  finished_at timestamptz not null
);
select platform.write_once('succession.finished');

-- Who may see how far a succession is: the national team, and those who lead or look after the body or one
-- that follows it. They are told counts and no person.
create function succession.may_see(body uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(current_setting('role', true), '') = 'openphb_owner' or exists (
    select from access.roles_of(access.actor_id(), current_setting('openphb.today')::date) r
    where r.role = 'national-team' or (r.role in ('administrator', 'team-leader', 'head-of-service')
      and (r.organisation_id = body or r.organisation_id in (
        select t.id from people.succession_shown s join people.organisation_shown o on o.code = s.from_code
          join people.organisation_shown t on t.code = s.to_code where o.id = body))))
$$;

alter table succession.staff_placing enable row level security;
create policy seen on succession.staff_placing for select to openphb_app using (
  organisation_id = any ((select access.works_for())::uuid[]));
create policy written on succession.staff_placing for insert to openphb_app with check (
  organisation_id = any ((select access.organisations('manage'))::uuid[]));
grant select, insert on succession.staff_placing to openphb_app;

alter table succession.order enable row level security;
create policy seen on succession.order for select to openphb_app using (succession.may_see(organisation_id));
create policy written on succession.order for insert to openphb_app with check (
  succession.may_see(organisation_id) and asked_by = (select access.actor_id()));
grant select, insert on succession.order to openphb_app;
alter table succession.finished enable row level security;
create policy seen on succession.finished for select to openphb_app
  using (succession.may_see(organisation_id));
grant select on succession.finished to openphb_app;

-- Every step from a body to those that follow it on a day, of bodies that have somebody here or had.
create function succession.steps() returns table (body_id uuid, code text, name text, on_day date,
  nexts jsonb, people bigint, moved bigint, under_way boolean)
language sql stable security definer set search_path = pg_catalog as $$
  with of_body as (select organisation_id, count(*) as people from people.person_shown group by 1),
  gone as (select from_id, on_day, count(*) as people from access.moved_shown group by 1, 2),
  staffed as (select distinct organisation_id from access.role_shown)
  select o.id, o.code, o.name, s.on_day,
    jsonb_agg(jsonb_build_object('id', t.id, 'code', t.code, 'name', t.name, 'kind', s.kind,
      'confidence', s.confidence) order by t.name),
    coalesce(max(h.people), 0), coalesce(max(g.people), 0),
    exists (select from succession.order r where r.organisation_id = o.id and r.on_day = s.on_day
      and not exists (select from succession.finished f where f.order_id = r.id))
  from people.succession_shown s
    join people.organisation_shown o on o.code = s.from_code
    join people.organisation_shown t on t.code = s.to_code
    left join of_body h on h.organisation_id = o.id
    left join gone g on g.from_id = o.id and g.on_day = s.on_day
    left join staffed w on w.organisation_id = o.id
  where (h.people > 0 or g.people > 0 or w.organisation_id is not null) and succession.may_see(o.id)
  group by o.id, o.code, o.name, s.on_day order by s.on_day, o.name
$$;

-- Where everybody of a body began, and where somebody said that they belong: the body whose area they lived
-- in when they came to us tells in many divisions which part they go to.
create function succession.people_of(body uuid) returns table (person_id uuid, origin_id uuid, placed_id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, coalesce(m.from_id, p.organisation_id), l.to_id
  from people.person_shown p
    left join lateral (select m.from_id from access.moved_shown m where m.person_id = p.id
      order by m.on_day, m.number limit 1) m on true
    left join lateral (select l.to_id from succession.placing l where l.person_id = p.id
      and l.from_id = p.organisation_id order by l.number desc limit 1) l on true
  where p.organisation_id = body
$$;

-- How many people, cases and budgets go by each of these ways, and what stands open in their ledgers today.
create function succession.counts(body uuid) returns table (origin text, placed_id uuid, people bigint,
  cases bigint, budgets bigint, open bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select o.code, w.placed_id, count(*), coalesce(sum(r.cases), 0)::bigint,
    coalesce(sum(a.budgets), 0)::bigint, coalesce(sum(a.open), 0)::bigint
  from succession.people_of(body) w join people.organisation_shown o on o.id = w.origin_id
    left join (select person_id, count(*) as cases from requests.request_shown
      where organisation_id = body group by 1) r on r.person_id = w.person_id
    left join (select person_id, count(distinct substr(name, 1, 12)) as budgets, sum(kept_balance) as open
      from ledger.account_shown where organisation_id = body and kind = any (ledger.open_kinds())
        and kept_balance <> 0 group by 1) a on a.person_id = w.person_id
  where succession.may_see(body) group by 1, 2 order by 1, 2
$$;

-- Payment runs that stand in the way: neither gone nor withdrawn.
create function succession.runs_open(body uuid) returns setof integer
language sql stable security definer set search_path = pg_catalog as $$
  select n.number from payments.run_shown n where n.organisation_id = body and n.released_on is null
    and n.withdrawn_on is null and succession.may_see(body) order by 1
$$;
revoke execute on all functions in schema succession from public;
grant execute on function succession.may_see(uuid), succession.steps(), succession.counts(uuid),
  succession.runs_open(uuid) to openphb_app;
