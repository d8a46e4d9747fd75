-- Who sees the list: a circle smaller than that of a case. The person and who stands in for them, the case
-- worker, the leaders of the team; of other bodies only those that the newest consent names, while it lasts.

create function registers.today() returns date language sql stable as $$
  select nullif(current_setting('openphb.today', true), '')::date
$$;
-- The bodies whose team the one who asks leads.
create function registers.leads() returns uuid[] language sql stable security definer
  set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct r.organisation_id), '{}')
  from access.roles_of(access.actor_id(), registers.today()) r
  where r.role in ('team-leader', 'head-of-service')
$$;
-- The entries that the bodies of the one who asks are named for by the newest consent, and that have not
-- ended.
create function registers.told() returns uuid[] language sql stable security definer
  set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct b.entry_id), '{}')
  from access.roles_of(access.actor_id(), registers.today()) r
    join registers.consent_body b on b.body_id = r.organisation_id
    join registers.consent c on c.id = b.consent_id
  where r.role in ('council-officer', 'team-leader', 'head-of-service')
    and not exists (select from registers.consent n where n.entry_id = c.entry_id and n.number > c.number)
    and not exists (select from registers.ending e where e.entry_id = c.entry_id)
$$;
revoke execute on function registers.leads(), registers.told(), registers.today() from public;
grant execute on function registers.leads(), registers.told(), registers.today() to openphb_app;

create function registers.guard(of_table regclass, entry text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', of_table);
  execute format($p$create policy seen on %s for select to openphb_app using (
    organisation_id = any ((select registers.leads())::uuid[])
      or person_id in (select unnest(access.people('all')))
      or %I in (select unnest(registers.told())))$p$, of_table, entry);
  execute format($p$create policy written on %s for insert to openphb_app with check (
    organisation_id = any ((select registers.leads())::uuid[])
      or person_id in (select unnest(access.people('all'))))$p$, of_table);
  execute format('grant select, insert on %s to openphb_app', of_table);
  perform platform.write_once(of_table);
end $$;
revoke execute on function registers.guard(regclass, text) from public;
select registers.guard('registers.entry', 'id');
do $$
declare name text;
begin
  foreach name in array array['consent', 'consent_body', 'ending', 'level_given', 'review', 'held', 'action',
    'action_done', 'crisis', 'admission', 'discharge', 'planned_day', 'before_leaving', 'there',
    'budget'] loop
    perform registers.guard(('registers.' || name)::regclass, 'entry_id');
  end loop;
end $$;

-- Levels are words of a body, and the count says nothing of anybody.
alter table registers.levels enable row level security;
create policy seen on registers.levels for select to openphb_app using (true);
create policy written on registers.levels for insert to openphb_app with check (
  organisation_id = any ((select access.works_for())::uuid[]));
alter table registers.not_on enable row level security;
create policy seen on registers.not_on for select to openphb_app using (
  organisation_id = any ((select registers.leads())::uuid[]));
create policy written on registers.not_on for insert to openphb_app with check (
  organisation_id = any ((select access.works_for())::uuid[]));
grant select, insert on registers.levels, registers.not_on to openphb_app;
select platform.write_once('registers.levels');
select platform.write_once('registers.not_on');

-- Nobody is on the list without a yes, and nobody twice with one body.
create function registers.never_without_a_yes() returns trigger language plpgsql security definer
  set search_path = pg_catalog as $$
begin
  if not exists (select from registers.consent c where c.entry_id = new.id) then
    raise exception 'nobody is on the list without consent or a decision in their best interests';
  end if;
  if exists (select from registers.entry e where e.person_id = new.person_id
      and e.organisation_id = new.organisation_id and e.id <> new.id
      and not exists (select from registers.ending d where d.entry_id = e.id)) then
    raise exception 'this person is on the list already';
  end if;
  return null;
end $$;
create constraint trigger never_without_a_yes after insert on registers.entry
  deferrable initially deferred for each row execute function registers.never_without_a_yes();

-- How each entry stands, for lists. Which review comes next and from when its days run: after an admission
-- until one was held, then from the one before; at home from the day it was asked for, else from the last.
create view registers.entry_shown with (security_invoker = true) as
  select e.id, e.organisation_id, e.person_id, e.put_on, l.says as level, l.place as level_place,
    n.on_day as ended_on, a.id as admission_id, a.hospital, a.from_on as in_hospital_from,
    d.on_day as planned_on, h.last_held, r.asked_on as review_asked_on,
    case when a.id is null then case when r.asked_on is null then 'again' else 'community' end
      when h.last_held >= a.from_on then 'inpatient' else 'after-admission' end as review_step,
    case when a.id is null then coalesce(r.asked_on, h.last_held, e.put_on)
      when h.last_held >= a.from_on then h.last_held else a.from_on end as review_from
  from registers.entry e
    left join registers.ending n on n.entry_id = e.id
    left join lateral (select g.says, g.place from registers.level_given g where g.entry_id = e.id
      order by g.number desc limit 1) l on true
    left join lateral (select m.id, m.hospital, m.from_on from registers.admission m where m.entry_id = e.id
      and not exists (select from registers.discharge x where x.admission_id = m.id)
      order by m.number desc limit 1) a on true
    left join lateral (select p.on_day from registers.planned_day p where p.admission_id = a.id
      order by p.number desc limit 1) d on true
    left join lateral (select max(x.on_day) as last_held from registers.held x where x.entry_id = e.id) h
      on true
    left join lateral (select min(v.asked_on) as asked_on from registers.review v where v.entry_id = e.id
      and not exists (select from registers.held x where x.review_id = v.id)) r on true;
grant select on registers.entry_shown to openphb_app;

create index on registers.budget (reference);
create index on registers.discharge (entry_id);
create index on registers.planned_day (entry_id);
create index on registers.before_leaving (entry_id);
create index on registers.there (entry_id);
create index on registers.action (review_id);
create index on registers.action_done (entry_id);
