-- What comes after an answer, what stands beside complaints, and who sees all of it.
create table complaints.turning (
  id uuid primary key,
  complaint_id uuid not null references complaints.complaint (id),
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  what text not null check (what in ('withdrawn', 'reopened')),
  because text not null,
  on_day date not null,
  noted_by uuid,
  noted_by_name text not null,
  unique (complaint_id, number)
);

create table complaints.ombudsman (
  complaint_id uuid not null references complaints.complaint (id),
  what text not null check (what in ('went', 'decided')),
  organisation_id uuid not null,
  person_id uuid not null,
  whom text not null check (whom in ('health-ombudsman', 'local-government-ombudsman',
    'both-ombudsmen-together')),
  says text not null check (says <> ''),
  asks text not null,
  on_day date not null,
  noted_by uuid,
  noted_by_name text not null,
  primary key (complaint_id, what)
);

-- Continuing healthcare has a way of its own: the decision letter, a local review, a panel of NHS England.
create table complaints.chc_step (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  round int not null check (round > 0),
  what text not null check (what in ('letter', 'review-asked', 'review-answered', 'panel-asked',
    'panel-answered')),
  changed boolean,
  says text not null,
  on_day date not null,
  noted_by uuid,
  noted_by_name text not null,
  unique (reference, round, what),
  check ((changed is not null) = (what in ('review-answered', 'panel-answered')))
);
create index on complaints.chc_step (organisation_id);
create index on complaints.chc_step (person_id);

-- Asked to look again at what is no decision on a request: left out of a plan, cut, education.
create table complaints.again (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  number int not null check (number > 0),
  subject text not null check (subject in ('left-out-of-plan', 'amount-cut', 'sen-direct-payment')),
  decided_on date not null,
  decided_by text not null,
  words text not null check (length(words) between 1 and 5000),
  file_id uuid,
  must boolean not null,
  answer_by date,
  rules jsonb not null,
  asked_on date not null,
  asked_by uuid,
  asked_by_name text not null,
  on_behalf_of uuid,
  unique (reference, number)
);
create index on complaints.again (organisation_id, asked_on);
create index on complaints.again (person_id);
create table complaints.again_answer (
  again_id uuid primary key references complaints.again (id),
  organisation_id uuid not null,
  person_id uuid not null,
  outcome text not null check (outcome in ('upheld', 'changed', 'not-looked-at-again')),
  reasons text not null check (reasons <> ''),
  letter_id uuid not null,
  on_day date not null,
  noted_by uuid not null,
  noted_by_name text not null
);

create table complaints.lesson (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  number int not null check (number > 0),
  learnt_from text not null check (learnt_from in ('answer', 'reconsideration', 'ombudsman')),
  complaint_id uuid references complaints.complaint (id),
  says text not null check (says <> ''),
  changed text not null check (changed <> ''),
  owner text not null check (owner <> ''),
  rules jsonb not null,
  pages jsonb not null,
  on_day date not null,
  noted_by uuid,
  noted_by_name text not null,
  unique (reference, number)
);
create index on complaints.lesson (organisation_id, on_day);
create index on complaints.lesson (complaint_id);

-- What everybody may read: nothing in it says whose case it came from.
create table complaints.learnt (
  id uuid primary key,
  organisation_id uuid not null,
  says text not null,
  changed text not null,
  rules jsonb not null,
  pages jsonb not null,
  on_day date not null
);
create index on complaints.learnt (on_day desc, id);
create table complaints.published (
  lesson_id uuid primary key references complaints.lesson (id),
  learnt_id uuid not null unique references complaints.learnt (id),
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  noted_by uuid not null,
  noted_by_name text not null
);

do $$
declare name text; cell text; sort text;
begin
  foreach name in array array['complaint', 'acknowledged', 'hearing', 'plan', 'delay', 'answer', 'promise',
    'kept', 'turning', 'ombudsman', 'concern', 'consent', 'words', 'evidence', 'point', 'point_answer',
    'note', 'chc_step', 'again', 'again_answer', 'lesson', 'published'] loop
    cell := 'complaints.' || name;
    sort := case when name in ('complaint', 'acknowledged', 'hearing', 'plan', 'delay', 'answer', 'promise',
      'kept', 'turning', 'ombudsman', 'concern', 'consent') then 'money' else 'all' end;
    perform access.guard(cell::regclass, sort);
    perform platform.write_once(cell::regclass);
  end loop;
end $$;

-- Working notes are not for the family: only who works for the board, and sees the record, reads them.
create policy for_staff on complaints.note as restrictive for select to openphb_app using (
  organisation_id = any ((select access.works_for())::uuid[]));

select platform.write_once('complaints.learnt');
alter table complaints.learnt enable row level security;
create policy seen on complaints.learnt for select to openphb_app using (true);
create policy written on complaints.learnt for insert to openphb_app with check (
  organisation_id = any ((select access.works_for())::uuid[]));
grant select, insert on complaints.learnt to openphb_app;

-- Whoever is complained of, or decided, never signs; nobody publishes their own lesson.
create function complaints.had_no_part() returns trigger language plpgsql as $$
begin
  if exists (select 1 from complaints.concern c
      where c.complaint_id = new.complaint_id and c.actor_id = new.signed_by) then
    raise exception 'who is complained of or decided first does not sign the answer';
  end if;
  return new;
end $$;
create trigger had_no_part before insert on complaints.answer
  for each row execute function complaints.had_no_part();
create function complaints.second_person() returns trigger language plpgsql as $$
begin
  if exists (select 1 from complaints.lesson l where l.id = new.lesson_id and l.noted_by = new.noted_by) then
    raise exception 'a second person publishes a lesson';
  end if;
  return new;
end $$;
create trigger second_person before insert on complaints.published
  for each row execute function complaints.second_person();

-- Every complaint with the days of what happened to it, for lists and clocks.
create view complaints.complaint_shown with (security_invoker = true) as
  select c.id, c.organisation_id, c.person_id, c.reference, c.number, c.made_by, c.about, c.happened_on,
    c.received_on, c.last_day, c.acknowledge_by, c.explain_by, k.on_day as acknowledged_on, h.heard,
    n.given_on as consent_on, p.handler_id, p.handler_name, p.answer_by as planned_by,
    coalesce(d.answer_by, p.answer_by, c.answer_by) as answer_by, d.on_day as delayed_on,
    coalesce(t.reopened, 0)::int as reopened, t.reopened_on, a.on_day as answered_on, a.outcome,
    case when t.last_what = 'withdrawn' then t.last_on end as withdrawn_on, o.on_day as ombudsman_on
  from complaints.complaint c
    left join complaints.acknowledged k on k.complaint_id = c.id
    left join complaints.hearing h on h.complaint_id = c.id
    left join complaints.consent n on n.complaint_id = c.id
    left join complaints.ombudsman o on o.complaint_id = c.id and o.what = 'went'
    left join lateral (select * from complaints.plan x where x.complaint_id = c.id
      order by x.number desc limit 1) p on true
    left join lateral (select count(*) filter (where x.what = 'reopened') as reopened,
        max(x.on_day) filter (where x.what = 'reopened') as reopened_on,
        (array_agg(x.what order by x.number desc))[1] as last_what,
        (array_agg(x.on_day order by x.number desc))[1] as last_on
      from complaints.turning x where x.complaint_id = c.id) t on true
    left join complaints.answer a on a.complaint_id = c.id and a.number = coalesce(t.reopened, 0) + 1
    left join lateral (select * from complaints.delay x where x.complaint_id = c.id
      order by x.number desc limit 1) d on true;
grant select on complaints.complaint_shown to openphb_app;

-- A board's own figure on a day, or the usual one.
create function complaints.figure(board uuid, called text, today date, usual int) returns int
  language sql stable as $$
  select coalesce((select s.value::int from people.setting_shown s where s.organisation_id = board
    and s.name = called and s.from_on <= today order by s.from_on desc, s.set_at desc limit 1), usual)
$$;
-- A count as it may be printed (rule COMPLAINT-COUNTS).
create function complaints.printed(count bigint, kept_back int, rounded int) returns text
  language sql immutable as $$
  select case when count = 0 then '0' when count <= kept_back then '*'
    else (round(count::numeric / rounded) * rounded)::bigint::text end
$$;
-- Counts by board and quarter for everybody: kept back and rounded before they leave the database. Each is
-- rounded by itself and none is a sum of others, so that none gives another away.
create function complaints.counted(from_day date, until_day date, today date)
returns table (organisation_id uuid, quarter date, received text, answered text, upheld text)
language sql stable security definer set search_path = pg_catalog as $$
  with happened as (
    select c.organisation_id, c.received_on as on_day, 'received' as what from complaints.complaint c
    union all
    select a.organisation_id, a.on_day, 'answered' from complaints.answer a
    union all
    select a.organisation_id, a.on_day, 'upheld' from complaints.answer a where a.outcome <> 'not'),
  counts as (select h.organisation_id, date_trunc('quarter', h.on_day)::date as quarter,
      count(*) filter (where what = 'received') as received,
      count(*) filter (where what = 'answered') as answered,
      count(*) filter (where what = 'upheld') as upheld
    from happened h where h.on_day between from_day and until_day group by 1, 2),
  figures as (select b.organisation_id,
      complaints.figure(b.organisation_id, 'learnt-kept-back', today, 7) as back,
      complaints.figure(b.organisation_id, 'learnt-rounded', today, 5) as base
    from (select distinct organisation_id from counts) b)
  select c.organisation_id, c.quarter, complaints.printed(c.received, f.back, f.base),
    complaints.printed(c.answered, f.back, f.base), complaints.printed(c.upheld, f.back, f.base)
  from counts c join figures f on f.organisation_id = c.organisation_id
$$;
revoke execute on function complaints.counted(date, date, date) from public;
grant execute on function complaints.counted(date, date, date), complaints.figure(uuid, text, date, int),
  complaints.printed(bigint, int, int) to openphb_app;
