-- A body follows another: whole cases move from a day. Who answers for a record stands in the record
-- (organisation_id); who answered before stands here, written once.
create table access.moved (
  number bigint generated always as identity primary key,
  person_id uuid not null,
  from_id uuid not null,
  to_id uuid not null check (to_id <> from_id),
  on_day date not null,
  because text not null check (length(because) between 1 and 500),
  moved_by uuid,
  moved_by_name text not null,
  moved_on date not null,
  moved_at timestamptz not null,
  unique (person_id, from_id, to_id, on_day)
);
create index on access.moved (person_id, on_day);
create index on access.moved (from_id);
create index on access.moved (to_id);
select platform.write_once('access.moved');
alter table access.moved enable row level security;
create policy seen on access.moved for select to openphb_app using (
  person_id in (select unnest(access.people('name')))
  or to_id = any ((select access.organisations('name'))::uuid[])
  or from_id = any ((select access.organisations('name'))::uuid[]));
grant select on access.moved to openphb_app;
create view access.moved_shown with (security_invoker = true) as
  select number, person_id, from_id, to_id, on_day, because, moved_by_name, moved_on, moved_at
  from access.moved;
grant select on access.moved_shown to openphb_app;

-- Who answers today for somebody who was moved: a copy of the last move, for the sight of happenings alone.
create table access.answering (
  person_id uuid primary key,
  body_id uuid not null
);

create index on access.answering (body_id);

-- Happenings stand in a chain and are never changed. Whoever answers today for a person who was moved sees
-- theirs; a body that answered before does not, but what its staff did themselves they still see. Both are
-- lists that are made once for a query, and looked up by their hash.
create function access.history_of() returns uuid[] language sql stable as $$
  select access.organisations('all') || access.organisations('manage')
$$;
-- People of other bodies once, whose history came with them.
create function access.came() returns setof uuid
language sql stable security definer rows 1000 set search_path = pg_catalog as $$
  select a.person_id from access.answering a where a.body_id = any (access.history_of())
$$;
-- People of ours once, who went and took their history with them.
create function access.went() returns setof uuid
language sql stable security definer rows 1000 set search_path = pg_catalog as $$
  select m.person_id from access.moved m join access.answering a on a.person_id = m.person_id
  where m.from_id = any (access.history_of()) and not a.body_id = any (access.history_of())
$$;
grant execute on function access.history_of(), access.came(), access.went() to openphb_app;

-- Which tables hold what belongs to a person, and the change that moves it: found in the catalogue, so that a
-- module that is new tomorrow moves too. Besides the body that answers (organisation_id) a few tables name it
-- once more: as one of those who carry a part.
create function access.moves() returns table (of_table text, change text)
language sql stable security definer set search_path = pg_catalog as $$
  with columns as (select c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) as of_table,
      array_agg(a.attname::text) as names
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and a.attname in
        ('organisation_id', 'person_id', 'body_id', 'body_ids', 'lead_id', 'interim_id')
      and n.nspname not in ('access', 'pg_catalog', 'information_schema')
    group by c.oid, n.nspname, c.relname),
  whose as (select of_table, names, case when of_table = 'people.person' then 'id' else 'person_id' end as key
    from columns where 'organisation_id' = any (names)
      and ('person_id' = any (names) or of_table = 'people.person')),
  named as (select w.of_table, w.key, one, case one
      when 'body_ids' then format('%1$I = array_replace(%1$I, $2, $3)', one)
      else format('%1$I = case when %1$I = $2 then $3 else %1$I end', one) end as sets,
    case one when 'body_ids' then format('$2 = any (%I)', one) else format('%I = $2', one) end as is_named
    from whose w, unnest(w.names) one
    where one in ('organisation_id', 'body_id', 'body_ids', 'lead_id', 'interim_id'))
  select of_table, format('update %s set %s where %s in (select unnest($1)) and (%s)', of_table,
      string_agg(sets, ', ' order by one), min(key), string_agg(is_named, ' or ' order by one))
  from named group by of_table order by of_table
$$;

-- Moves the whole cases of some people from one body to another: one statement for each table. Again it
-- changes nothing, but for what was written in the meantime. Answers how many people were moved for the
-- first time.
create function access.move_people(people uuid[], old_body uuid, new_body uuid, first_day date, said jsonb)
returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare
  change text;
  moved integer;
begin
  perform set_config('openphb.moving', 'on', true);
  for change in select m.change from access.moves() m loop
    execute change using people, old_body, new_body;
  end loop;
  perform set_config('openphb.moving', '', true);
  insert into access.moved (person_id, from_id, to_id, on_day, because, moved_by, moved_by_name, moved_on,
      moved_at)
    select p.id, old_body, new_body, first_day, said->>'because', (said->>'by')::uuid, said->>'by_name',
      (said->>'today')::date, (said->>'now')::timestamptz
    from unnest(people) as p (id) order by p.id
    on conflict (person_id, from_id, to_id, on_day) do nothing;
  get diagnostics moved = row_count;
  insert into access.answering (person_id, body_id)
    select distinct on (m.person_id) m.person_id, m.to_id from access.moved m
    where m.person_id in (select unnest(people)) order by m.person_id, m.on_day desc, m.number desc
    on conflict (person_id) do update set body_id = excluded.body_id;
  perform access.move_grants(people, old_body, new_body, first_day, (said->>'now')::timestamptz);
  return moved;
end $$;

-- What a role of the old body was let see, the same role of the new one sees. Staff of the old body who do
-- not come along see no more of those who went.
create function access.move_grants(people uuid[], old_body uuid, new_body uuid, first_day date,
  moment timestamptz) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  with gone as (update access.grant g set ended_at = moment
      where g.person_id in (select unnest(people)) and g.to_organisation_id = old_body and g.ended_at is null
      returning g.*)
  insert into access.grant (id, person_id, to_organisation_id, to_role, sees, may, because, subject_id,
      from_on, until_on, given_by, given_at)
    select gen_random_uuid(), person_id, new_body, to_role, sees, may, because, subject_id,
      greatest(from_on, first_day), until_on, given_by, moment
    from gone where until_on is null or until_on >= first_day;
  update access.grant g set ended_at = moment
    where g.person_id in (select unnest(people)) and g.actor_id is not null and g.ended_at is null
      and exists (select from access.role r where r.actor_id = g.actor_id and r.organisation_id = old_body)
      and not exists (select from access.role r where r.actor_id = g.actor_id
        and r.organisation_id = new_body and (r.until_on is null or r.until_on >= first_day));
end $$;

-- Roles in the old body end on the day before, and begin in the new on the day: of everybody (null), or of
-- those who are named.
create function access.move_roles(actors uuid[], old_body uuid, new_body uuid, first_day date, given uuid)
returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare
  moved integer;
begin
  insert into access.role (id, actor_id, role, organisation_id, from_on, until_on, given_by)
    select gen_random_uuid(), r.actor_id, r.role, new_body, greatest(r.from_on, first_day), r.until_on, given
    from access.role r
    where r.organisation_id = old_body and (r.until_on is null or r.until_on >= first_day)
      and (actors is null or r.actor_id = any (actors))
      and not exists (select from access.role h where h.actor_id = r.actor_id and h.role = r.role
        and h.organisation_id = new_body and (h.until_on is null or h.until_on >= first_day));
  get diagnostics moved = row_count;
  update access.role r set until_on = greatest(r.from_on, first_day - 1)
    where r.organisation_id = old_body and (r.until_on is null or r.until_on >= first_day)
      and r.until_on is distinct from greatest(r.from_on, first_day - 1)
      and (actors is null or r.actor_id = any (actors));
  return moved;
end $$;

-- What belongs to the old body and to no person (past runs, rates, suppliers) is answered for by the one body
-- that followed it whole. Where a body was divided nobody covers it: a half would see the other's history.
create function access.cover(old_body uuid, new_body uuid, first_day date) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into access.covers (organisation_id, covered_id, from_on)
    select new_body, one, first_day from (select old_body as one
      union select c.covered_id from access.covers c where c.organisation_id = old_body) them
    on conflict (organisation_id, covered_id) do nothing
$$;
revoke execute on function access.moves(), access.move_people(uuid[], uuid, uuid, date, jsonb),
  access.move_grants(uuid[], uuid, uuid, date, timestamptz),
  access.move_roles(uuid[], uuid, uuid, date, uuid), access.cover(uuid, uuid, date) from public, openphb_app;

-- Who answered for people on a day, of those for whom another answers now.
create function access.answered_on(day date) returns table (person_id uuid, body_id uuid)
language sql stable set search_path = pg_catalog as $$
  select distinct on (m.person_id) m.person_id, m.from_id from access.moved m
  where m.on_day > day order by m.person_id, m.on_day, m.number
$$;
revoke execute on function access.answered_on(date) from public;
grant execute on function access.answered_on(date) to openphb_app;

drop policy seen on access.happening;
create policy seen on access.happening for select to openphb_app using (
  person_id in (select unnest(access.people('all')))
  or actor_id = (select access.actor_id())
  or (organisation_id = any ((select access.history_of())::uuid[])
    and (person_id is null or person_id not in (select access.went())))
  or person_id in (select access.came()));
