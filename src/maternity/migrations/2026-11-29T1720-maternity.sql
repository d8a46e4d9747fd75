-- Maternity budgets: three parts, each with a provider that has a contract. What happens is a fact, written
-- once; how it stands is worked out.
grant usage on schema maternity to openphb_app;

-- An area, pioneer or not, with the bodies in it. Each body decides for itself whom it offers.
create table maternity.area (
  id uuid primary key,
  organisation_id uuid not null,
  name text not null check (name <> ''),
  pioneer boolean not null,
  from_on date not null,
  until_on date,
  noted_by uuid,
  noted_by_name text not null
);
create table maternity.area_body (
  area_id uuid not null references maternity.area (id),
  organisation_id uuid not null,
  from_on date not null,
  until_on date,
  primary key (area_id, organisation_id, from_on)
);
create index on maternity.area_body (organisation_id);

-- Whom a body offers a budget from a day, in its own words: no rule of the nation.
create table maternity.offering (
  id uuid primary key,
  organisation_id uuid not null,
  from_on date not null,
  audience text not null check (audience in ('all', 'first-time', 'low-risk', 'named-clinics', 'nobody')),
  words text not null check (words <> ''),
  because text not null check (because <> ''),
  set_at timestamptz not null,
  set_by uuid,
  set_by_name text not null
);
create index on maternity.offering (organisation_id, from_on);

-- What a stage is worth in a body's own figures from a day; with who set it and why.
create table maternity.price (
  id uuid primary key,
  organisation_id uuid not null,
  stage text not null check (stage in ('antenatal', 'intrapartum', 'postnatal')),
  from_on date not null,
  amount bigint not null check (amount > 0),
  because text not null check (because <> ''),
  set_at timestamptz not null,
  set_by uuid,
  set_by_name text not null
);
create index on maternity.price (organisation_id, stage, from_on);

-- A provider that has a contract with a body for a stage, and what is told of it, side by side with others.
create table maternity.contract (
  id uuid primary key,
  organisation_id uuid not null,
  key text not null check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 40),
  provider text not null check (provider <> ''),
  stage text not null check (stage in ('antenatal', 'intrapartum', 'postnatal')),
  from_on date not null,
  until_on date check (until_on >= from_on),
  place text not null,
  offers text not null,
  beds text not null,
  distance text not null,
  said text not null,
  said_source text not null,
  open_questions text not null,
  set_at timestamptz not null,
  set_by uuid,
  set_by_name text not null,
  check ((said = '') = (said_source = ''))
);
create index on maternity.contract (organisation_id, stage, from_on);

do $$
declare name text; cell text;
begin
  foreach name in array array['area', 'area_body', 'offering', 'price', 'contract'] loop
    cell := 'maternity.' || name;
    execute format('alter table %s enable row level security', cell);
    execute format('create policy seen on %s for select to openphb_app using (true)', cell);
    execute format('create policy written on %s for insert to openphb_app with check (
      organisation_id = any ((select access.works_for())::uuid[]))', cell);
    execute format('grant select, insert on %s to openphb_app', cell);
    perform platform.write_once(cell::regclass);
  end loop;
end $$;

-- A budget offered to a woman. Made or declined, it is a fact that is counted.
create table maternity.offer (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null unique,
  offered_on date not null,
  due_on date not null,
  fits text not null,
  counted_as uuid not null,
  noted_by uuid,
  noted_by_name text not null
);
create index on maternity.offer (organisation_id, due_on);
create index on maternity.offer (person_id);

-- What she said to it. Who says no may say yes later; with a yes the figures of that day are kept for good.
create table maternity.answer (
  id uuid primary key,
  offer_id uuid not null references maternity.offer (id),
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  said text not null check (said in ('accepted', 'declined')),
  words text not null,
  antenatal bigint check (antenatal > 0),
  intrapartum bigint check (intrapartum > 0),
  postnatal bigint check (postnatal > 0),
  on_day date not null,
  said_by uuid,
  said_by_name text not null,
  on_behalf_of uuid,
  unique (offer_id, number),
  check (case when said = 'accepted' then num_nulls(antenatal, intrapartum, postnatal) = 0
    else num_nulls(antenatal, intrapartum, postnatal) = 3 end)
);
create unique index on maternity.answer (offer_id) where said = 'accepted';

create table maternity.choice (
  id uuid primary key,
  offer_id uuid not null references maternity.offer (id),
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  stage text not null check (stage in ('antenatal', 'intrapartum', 'postnatal')),
  key text not null,
  provider text not null check (provider <> ''),
  price bigint not null check (price > 0),
  because text not null,
  chosen_on date not null,
  chosen_by uuid,
  chosen_by_name text not null,
  on_behalf_of uuid,
  unique (offer_id, number)
);
create table maternity.confirmed (
  choice_id uuid primary key references maternity.choice (id),
  offer_id uuid not null references maternity.offer (id),
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  entry_id uuid not null,
  noted_by uuid,
  noted_by_name text not null
);
create index on maternity.confirmed (offer_id);

-- Care of a stage was given: the stage is over, and its money goes to who gave it.
create table maternity.care (
  offer_id uuid not null references maternity.offer (id),
  organisation_id uuid not null,
  person_id uuid not null,
  stage text not null check (stage in ('antenatal', 'intrapartum', 'postnatal')),
  key text not null,
  provider text not null check (provider <> ''),
  price bigint not null check (price > 0),
  how text not null check (how in ('as-chosen', 'emergency')),
  words text not null,
  on_day date not null,
  noted_by uuid,
  noted_by_name text not null,
  primary key (offer_id, stage)
);

-- Something private that she pays for herself: beside the budget, never in it.
create table maternity.extra (
  id uuid primary key,
  offer_id uuid not null references maternity.offer (id),
  organisation_id uuid not null,
  person_id uuid not null,
  says text not null check (says <> ''),
  amount bigint not null check (amount > 0),
  noted_on date not null,
  noted_by uuid,
  noted_by_name text not null,
  on_behalf_of uuid
);
create index on maternity.extra (offer_id);

create table maternity.ending (
  offer_id uuid primary key references maternity.offer (id),
  organisation_id uuid not null,
  person_id uuid not null,
  what text not null check (what in ('pregnancy-ended', 'moved-away', 'not-wanted')),
  on_day date not null,
  words text not null,
  to_body text not null,
  noted_by uuid,
  noted_by_name text not null,
  check ((what = 'moved-away') = (to_body <> ''))
);

do $$
declare name text; cell text;
begin
  foreach name in array array['offer', 'answer', 'choice', 'confirmed', 'care', 'extra', 'ending'] loop
    cell := 'maternity.' || name;
    perform access.guard(cell::regclass, 'all');
    perform platform.write_once(cell::regclass);
  end loop;
end $$;

-- The money of a stage is the same whoever is chosen, and nothing is chosen for a stage that is over.
create function maternity.choice_stands() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from maternity.answer a where a.offer_id = new.offer_id and a.said = 'accepted'
      and new.price = case new.stage when 'antenatal' then a.antenatal
        when 'intrapartum' then a.intrapartum else a.postnatal end) then
    raise exception 'a stage has the price that was kept when the budget was taken up';
  end if;
  if exists (select 1 from maternity.ending e where e.offer_id = new.offer_id)
      or exists (select 1 from maternity.care c where c.offer_id = new.offer_id and c.stage = new.stage) then
    raise exception 'this stage is over';
  end if;
  return new;
end $$;
create trigger choice_stands before insert on maternity.choice
  for each row execute function maternity.choice_stands();
create trigger care_stands before insert on maternity.care
  for each row execute function maternity.choice_stands();
