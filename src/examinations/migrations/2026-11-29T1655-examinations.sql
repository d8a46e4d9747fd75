-- What would change for the cases of a body if a rule were another one. The question, what each batch of
-- cases gave, and the cases that change: written once. How far it has come is worked out.
grant usage on schema examinations to openphb_app;

create table examinations.examination (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  change jsonb not null,
  because text not null check (length(because) between 1 and 500),
  cases int not null check (cases >= 0),
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null default statement_timestamp()
);
create index on examinations.examination (organisation_id, asked_at desc);
select platform.write_once('examinations.examination');
alter table examinations.examination enable row level security;
create policy seen on examinations.examination for select to openphb_app
  using (organisation_id = any ((select access.organisations('name'))::uuid[]));
create policy written on examinations.examination for insert to openphb_app
  with check (organisation_id = any ((select access.works_for())::uuid[])
    and asked_by = (select access.actor_id()));
grant select, insert on examinations.examination to openphb_app;

-- One batch of cases, in the order of their references; the last one says that there are no more.
create table examinations.batch (
  examination_id uuid not null references examinations.examination (id),
  organisation_id uuid not null,
  number int not null check (number > 0),
  looked int not null check (looked >= 0),
  last_reference text not null,
  is_last boolean not null,
  -- How many cases of a pathway go from one answer to another: those that stay as they are, too.
  counts jsonb not null,
  made_at timestamptz not null default statement_timestamp(),
  primary key (examination_id, number)
);
create unique index on examinations.batch (examination_id) where is_last;
select platform.write_once('examinations.batch');
alter table examinations.batch enable row level security;
create policy seen on examinations.batch for select to openphb_app
  using (organisation_id = any ((select access.organisations('name'))::uuid[]));
grant select on examinations.batch to openphb_app;

create table examinations.changed (
  examination_id uuid not null references examinations.examination (id),
  organisation_id uuid not null,
  person_id uuid not null,
  reference text not null,
  pathway text not null,
  before text not null,
  after text not null,
  primary key (examination_id, reference),
  check (before <> after)
);
select platform.write_once('examinations.changed');
select access.guard('examinations.changed', 'name');
revoke insert, update on examinations.changed from openphb_app;
