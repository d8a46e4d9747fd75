-- Wheelchair budgets: a thing bought once, kept for years. Each look at what somebody needs is a round; what
-- happens to it is a fact, written once; how it stands is worked out.
grant usage on schema wheelchairs to openphb_app;

-- What was found: what would meet the need, and what that would cost the NHS.
create table wheelchairs.round (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  number int not null check (number > 0),
  referred_on date not null,
  assessed_on date not null,
  assessor text not null check (assessor <> ''),
  standing text not null check (standing in ('referred-and-eligible', 'clinical-need-changed',
    'condition-of-chair', 'no-change-in-need-or-chair', 'not-eligible-for-the-service')),
  need text not null check (need in ('low', 'medium', 'high', 'specialist')),
  chair text not null,
  value bigint not null check (value >= 0),
  repair_yearly bigint not null default 0 check (repair_yearly >= 0),
  -- An old voucher that becomes this budget: its worth and its last day.
  voucher_value bigint check (voucher_value > 0),
  voucher_until date,
  written_by uuid,
  written_by_name text not null,
  written_on date not null,
  unique (reference, number),
  check (referred_on <= assessed_on),
  check ((voucher_value is null) = (voucher_until is null)),
  check ((standing in ('referred-and-eligible', 'clinical-need-changed', 'condition-of-chair'))
    = (value > 0 and chair <> ''))
);
create index on wheelchairs.round (organisation_id);

create table wheelchairs.quote (
  id uuid primary key,
  round_id uuid not null references wheelchairs.round (id),
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  kind text not null check (kind in ('features', 'chair')),
  supplier text not null check (supplier <> ''),
  says text not null check (says <> ''),
  net bigint not null check (net > 0),
  vat bigint not null check (vat >= 0),
  total bigint not null,
  valid_until date not null,
  noted_by uuid,
  noted_by_name text not null,
  noted_on date not null,
  unique (round_id, number),
  check (net + vat = total)
);

-- Which way the person chose; the newest counts until it is agreed.
create table wheelchairs.choice (
  id uuid primary key,
  round_id uuid not null references wheelchairs.round (id),
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  way text not null check (way in ('notional', 'notional-with-contribution', 'third-party',
    'direct-payment')),
  quote_id uuid references wheelchairs.quote (id),
  because text not null,
  chosen_on date not null,
  noted_by uuid,
  noted_by_name text not null,
  unique (round_id, number),
  check ((way = 'notional') = (quote_id is null))
);

create table wheelchairs.contribution (
  id uuid primary key,
  round_id uuid not null references wheelchairs.round (id),
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  giver text not null check (giver in ('person', 'charity', 'access-to-work', 'council', 'education')),
  who text not null check (who <> ''),
  amount bigint not null check (amount > 0),
  promised_on date not null,
  noted_by uuid,
  noted_by_name text not null,
  unique (round_id, number)
);
create table wheelchairs.received (
  contribution_id uuid primary key references wheelchairs.contribution (id),
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  noted_by uuid,
  noted_by_name text not null
);

-- What was agreed, as it was worked out on that day.
create table wheelchairs.agreed (
  round_id uuid primary key references wheelchairs.round (id),
  organisation_id uuid not null,
  person_id uuid not null,
  choice_id uuid not null references wheelchairs.choice (id),
  starts_on date not null,
  ends_on date not null,
  nhs_pays bigint not null check (nhs_pays > 0),
  person_pays bigint not null check (person_pays >= 0),
  repair_money bigint not null check (repair_money >= 0 and repair_money < nhs_pays),
  owner text not null check (owner in ('nhs', 'person')),
  repairs text not null check (repairs in ('nhs', 'nhs-basic-chair-only', 'person')),
  rules jsonb not null,
  agreed_by uuid,
  agreed_by_name text not null,
  agreed_on date not null,
  check (starts_on < ends_on)
);

create table wheelchairs.handed_over (
  round_id uuid primary key references wheelchairs.agreed (round_id),
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  serial text not null check (serial <> ''),
  gs1 text check (gs1 ~ '^[0-9]{14}$'),
  noted_by uuid,
  noted_by_name text not null
);

create table wheelchairs.repair (
  id uuid primary key,
  round_id uuid not null references wheelchairs.handed_over (round_id),
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  words text not null check (length(words) between 1 and 2000),
  asked_on date not null,
  asked_by uuid,
  asked_by_name text not null,
  on_behalf_of uuid,
  unique (round_id, number)
);
create table wheelchairs.repaired (
  repair_id uuid primary key references wheelchairs.repair (id),
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  says text not null check (says <> ''),
  part text not null check (part in ('basic', 'added')),
  cost bigint not null check (cost >= 0),
  nhs_pays bigint not null check (nhs_pays between 0 and cost),
  noted_by uuid,
  noted_by_name text not null
);

-- Somebody says that need or chair has changed, and asks for a new look.
create table wheelchairs.new_look (
  id uuid primary key,
  round_id uuid not null unique references wheelchairs.handed_over (round_id),
  organisation_id uuid not null,
  person_id uuid not null,
  why text not null check (why in ('clinical-need-changed', 'condition-of-chair')),
  words text not null check (length(words) between 1 and 2000),
  asked_on date not null,
  asked_by uuid,
  asked_by_name text not null,
  on_behalf_of uuid
);

create table wheelchairs.ending (
  round_id uuid not null references wheelchairs.agreed (round_id),
  what text not null check (what in ('closed', 'handed-back')),
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  because text not null check (because <> ''),
  noted_by uuid,
  noted_by_name text not null,
  primary key (round_id, what)
);

do $$
declare name text; cell text;
begin
  foreach name in array array['round', 'quote', 'choice', 'contribution', 'received', 'agreed', 'handed_over',
    'repair', 'repaired', 'new_look', 'ending'] loop
    cell := 'wheelchairs.' || name;
    perform access.guard(cell::regclass, 'money');
    perform platform.write_once(cell::regclass);
  end loop;
end $$;

-- A chair that is the person's own is never handed back to the NHS.
create function wheelchairs.only_the_nhs_takes_back() returns trigger language plpgsql as $$
begin
  if new.what = 'handed-back' and not exists (select 1 from wheelchairs.agreed a
      join wheelchairs.handed_over h on h.round_id = a.round_id
      where a.round_id = new.round_id and a.owner = 'nhs') then
    raise exception 'only a chair of the NHS that was handed over is handed back';
  end if;
  return new;
end $$;
create trigger only_the_nhs_takes_back before insert on wheelchairs.ending
  for each row execute function wheelchairs.only_the_nhs_takes_back();

-- Every round with the days of what happened to it, for lists.
create view wheelchairs.round_shown with (security_invoker = true) as
  select r.id, r.organisation_id, r.person_id, r.reference, r.number, r.referred_on, r.assessed_on,
    r.standing, r.need, a.starts_on, a.ends_on, h.on_day as handed_on, n.asked_on as asked_again_on,
    (select min(q.noted_on) from wheelchairs.quote q where q.round_id = r.id) as quoted_on,
    (select max(c.chosen_on) from wheelchairs.choice c where c.round_id = r.id) as chosen_on,
    (select min(e.on_day) from wheelchairs.ending e where e.round_id = r.id) as ended_on,
    (select count(*) from wheelchairs.repair p where p.round_id = r.id and not exists
      (select 1 from wheelchairs.repaired d where d.repair_id = p.id)) as open_repairs
  from wheelchairs.round r
    left join wheelchairs.agreed a on a.round_id = r.id
    left join wheelchairs.handed_over h on h.round_id = r.id
    left join wheelchairs.new_look n on n.round_id = r.id;
grant select on wheelchairs.round_shown to openphb_app;
