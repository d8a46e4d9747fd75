-- Care and support plans: written together, in versions, signed off by somebody other than the author.
grant usage on schema plans to openphb_app;

-- One version of the plan of a case. While it is a draft it may be changed; signed off, it never is.
create table plans.version (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  number integer not null check (number > 0),
  sum_id uuid not null references needs.sum (id),
  coordinator_id uuid,
  coordinator_name text,
  first_review_on date,
  notice_days integer check (notice_days between 1 and 365),
  changed integer not null default 1,
  made_by uuid,
  made_at timestamptz not null default statement_timestamp(),
  made_on date not null,
  unique (reference, number)
);
create index on plans.version (person_id);
select access.guard('plans.version', 'plan');

-- The plan's words, which a person who only sees plan lines does not see. About me is in the person's own
-- words.
create table plans.words (
  version_id uuid primary key references plans.version (id),
  organisation_id uuid not null,
  person_id uuid not null,
  about_me jsonb not null default '{}',
  what_matters text not null default '',
  outcomes jsonb not null default '[]',
  risks jsonb not null default '[]',
  contingency text not null default '',
  crisis_contact text not null default '',
  who_checks text not null default '',
  safeguards text not null default '',
  training text not null default ''
);
select access.guard('plans.words', 'all');

-- An arrangement, costed: what is bought or employed, from whom, for which outcome (its key), held in which
-- way.
create table plans.line (
  id uuid primary key,
  version_id uuid not null references plans.version (id),
  organisation_id uuid not null,
  person_id uuid not null,
  reference text not null,
  line_key text not null,
  place integer not null,
  says text not null check (length(says) between 1 and 200),
  outcome text not null default '',
  kind text not null check (
    kind in ('care', 'employer-cost', 'training', 'contingency', 'equipment', 'activity', 'other')),
  unit text not null,
  units bigint not null check (units > 0),
  per text not null check (per in ('week', 'month', 'year')),
  rate bigint not null check (rate >= 0),
  charge bigint check (charge >= 0),
  weekly bigint not null check (weekly >= 0),
  way text check (way in ('notional', 'third-party', 'direct-payment')),
  payee text not null default '',
  payee_words text[] not null default '{}',
  employs boolean not null default false,
  unique (version_id, line_key)
);
create index on plans.line (reference);
select access.guard('plans.line', 'plan');
grant delete on plans.line to openphb_app;
create policy removed on plans.line for delete to openphb_app using (
  organisation_id = any ((select access.organisations('all'))::uuid[])
  or person_id in (select unnest(access.people('all'))));

-- Signing off: by somebody other than the author, within the limit of their role, from a day.
create table plans.sign_off (
  version_id uuid primary key references plans.version (id),
  organisation_id uuid not null,
  person_id uuid not null,
  weekly bigint not null,
  in_force_from date not null,
  signed_by uuid not null,
  signed_by_name text not null,
  signed_role text not null,
  signed_on date not null,
  because text
);
select access.guard('plans.sign_off', 'plan');
select platform.write_once('plans.sign_off');

-- Given to the family, the case worker or the approver, with words. The newest of a version tells whose turn
-- it is.
create table plans.handing (
  id uuid primary key,
  version_id uuid not null references plans.version (id),
  organisation_id uuid not null,
  person_id uuid not null,
  to_whom text not null check (to_whom in ('family', 'case-worker', 'approver')),
  words text not null default '',
  handed_by uuid,
  handed_by_name text not null,
  handed_on date not null,
  handed_at timestamptz not null default statement_timestamp()
);
create index on plans.handing (version_id, handed_at desc);
select access.guard('plans.handing', 'plan');
select platform.write_once('plans.handing');

-- Who wrote what of a version: none of them may sign it off.
create table plans.writing (
  id uuid primary key,
  version_id uuid not null references plans.version (id),
  organisation_id uuid not null,
  person_id uuid not null,
  what text not null,
  written_by uuid,
  written_by_name text not null,
  written_on date not null,
  written_at timestamptz not null default statement_timestamp()
);
create index on plans.writing (version_id, written_at desc);
select access.guard('plans.writing', 'plan');
select platform.write_once('plans.writing');

-- Whoever sees the lines only, such as a helper or a nominee, changes nothing of a plan.
create function plans.only_by_those_who_see_all(of_table regclass) returns void language plpgsql as $$
declare rule text := $r$(organisation_id = any ((select access.organisations('all'))::uuid[])
  or person_id in (select unnest(access.people('all'))))$r$;
begin
  execute format(
    'create policy whole on %s as restrictive for insert to openphb_app with check %s', of_table, rule);
  execute format(
    'create policy whole_too on %s as restrictive for update to openphb_app using %s', of_table, rule);
end $$;
select plans.only_by_those_who_see_all(one::regclass)
  from unnest(
    array['plans.version', 'plans.line', 'plans.sign_off', 'plans.handing', 'plans.writing']) as one;

-- A signed-off version, its words and its lines are never changed again.
create function plans.refuse_after_sign_off() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  of_row jsonb := to_jsonb(coalesce(new, old));
  version uuid := case tg_table_name when 'version' then of_row->>'id' else of_row->>'version_id' end;
begin
  if exists (select 1 from plans.sign_off s where s.version_id = version) then
    raise exception 'a plan that was signed off is not changed: make a new version'
      using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger not_after_sign_off before update or delete on plans.version
  for each row execute function plans.refuse_after_sign_off();
create trigger not_after_sign_off before update or delete on plans.words
  for each row execute function plans.refuse_after_sign_off();
create trigger not_after_sign_off before insert or update or delete on plans.line
  for each row execute function plans.refuse_after_sign_off();

-- A version is signed off with a way for each line, and never by somebody who wrote it.
create function plans.refuse_own_sign_off() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (
    select 1 from plans.writing w where w.version_id = new.version_id and w.written_by = new.signed_by) then
    raise exception 'nobody signs off what they wrote' using errcode = 'restrict_violation';
  end if;
  if exists (select 1 from plans.line l where l.version_id = new.version_id and l.way is null) then
    raise exception 'a line has no way of being held' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger not_ones_own before insert on plans.sign_off
  for each row execute function plans.refuse_own_sign_off();

create view plans.version_shown with (security_invoker = true) as
  select v.id, v.reference, v.organisation_id, v.person_id, v.number, v.sum_id,
    v.coordinator_id, v.coordinator_name, v.first_review_on, v.notice_days, v.made_on,
    s.signed_on as signed_off_on, s.signed_by_name as signed_off_by,
    s.weekly, s.in_force_from,
    case when s.version_id is null then null else (
      select min(t.in_force_from) - 1 from plans.version w join plans.sign_off t on t.version_id = w.id
      where w.reference = v.reference and w.number > v.number) end as in_force_until
  from plans.version v left join plans.sign_off s on s.version_id = v.id;
-- Lines that were signed off: a draft's lines are nobody else's business yet.
create view plans.line_shown with (security_invoker = true) as
  select l.id, l.version_id, l.line_key, l.place, l.reference, l.organisation_id, l.person_id, l.says,
    l.outcome, l.kind, l.unit, l.units, l.per, l.rate, l.weekly, l.way, l.payee, l.payee_words, l.employs
  from plans.line l join plans.sign_off s on s.version_id = l.version_id;
create view plans.handing_shown with (security_invoker = true) as
  select h.id, h.version_id, v.reference, h.organisation_id, h.person_id, h.to_whom, h.handed_on, h.handed_at
  from plans.handing h join plans.version v on v.id = h.version_id;
grant select on plans.version_shown, plans.line_shown, plans.handing_shown to openphb_app;
