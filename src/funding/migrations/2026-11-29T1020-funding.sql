-- Joint funding after the split: recharges between bodies, disputes about a line, what the person pays.
create schema if not exists funding;
grant usage on schema funding to openphb_app;

-- What a body is asked to pay back to the one that paid all, for a period: one for each, never two for a day.
create table funding.statement (
  id uuid primary key,
  number integer not null check (number > 0),
  organisation_id uuid not null,
  person_id uuid,
  body_id uuid not null,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  made_on date not null,
  made_by uuid,
  made_by_name text not null,
  unique (organisation_id, number),
  exclude using gist (organisation_id with =, body_id with =, daterange(from_on, until_on, '[]') with &&)
);
select access.guard('funding.statement', 'money');
select platform.write_once('funding.statement');

-- A dispute is about one line, one strand of a body and a period. The rest is paid. `interim_id` pays the
-- disputed part meanwhile, without prejudice.
create table funding.dispute (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  body_id uuid not null,
  line_key text not null,
  says text not null,
  strand text not null check (strand in ('social-care', 'education')),
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  interim_id uuid not null,
  because text not null check (length(because) between 1 and 1000),
  raised_on date not null,
  raised_by uuid,
  raised_by_name text not null,
  check (interim_id in (organisation_id, body_id)),
  exclude using gist (reference with =, line_key with =, strand with =,
    daterange(from_on, until_on, '[]') with &&)
);
create index on funding.dispute (person_id);
select access.guard('funding.dispute', 'money');
select platform.write_once('funding.dispute');

create table funding.settlement (
  dispute_id uuid primary key references funding.dispute (id),
  organisation_id uuid not null,
  person_id uuid not null,
  body_id uuid not null,
  hundredths integer not null check (hundredths between 0 and 10000),
  disputed bigint not null check (disputed >= 0),
  body_pence bigint not null check (body_pence >= 0),
  because text not null check (length(because) between 1 and 1000),
  settled_on date not null,
  settled_by uuid,
  settled_by_name text not null,
  check (body_pence <= disputed)
);
select access.guard('funding.settlement', 'money');
select platform.write_once('funding.settlement');

-- One line of a statement: the body's part of what a line cost for some days. In dispute: `dispute_id`.
create table funding.charge (
  id uuid primary key,
  statement_id uuid not null references funding.statement (id),
  organisation_id uuid not null,
  person_id uuid not null,
  reference text not null,
  body_id uuid not null,
  line_key text not null,
  says text not null,
  strand text not null check (strand in ('social-care', 'education')),
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  pence bigint not null check (pence > 0),
  dispute_id uuid references funding.dispute (id)
);
create index on funding.charge (statement_id);
create index on funding.charge (reference);
select access.guard('funding.charge', 'money');
select platform.write_once('funding.charge');

-- What was charged before it was disputed: moved from the body's fund into the dispute.
create table funding.disputed_charge (
  dispute_id uuid not null references funding.dispute (id),
  charge_id uuid primary key references funding.charge (id),
  organisation_id uuid not null,
  person_id uuid not null,
  body_id uuid not null,
  pence bigint not null check (pence > 0)
);
select access.guard('funding.disputed_charge', 'money');
select platform.write_once('funding.disputed_charge');

-- What the person pays: a contribution by the council's own means test, or a top-up that the council lets
-- them add. Of social care only: the health part is free.
create table funding.contribution (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  body_id uuid not null,
  kind text not null check (kind in ('contribution', 'top-up')),
  line_key text,
  weekly bigint not null check (weekly >= 0),
  from_on date not null,
  because text not null check (length(because) between 1 and 500),
  set_on date not null,
  set_by uuid,
  set_by_name text not null,
  set_at timestamptz not null default statement_timestamp(),
  check ((kind = 'top-up') = (line_key is not null))
);
create index on funding.contribution (reference);
select access.guard('funding.contribution', 'money');
select platform.write_once('funding.contribution');

-- The body that carries a part sees and writes what is its own: its statements, its charges, its disputes.
create policy seen_by_body on funding.statement for select to openphb_app using (
  body_id = any ((select access.works_for())::uuid[]));
create policy seen_by_body on funding.charge for select to openphb_app using (
  body_id = any ((select access.works_for())::uuid[]));
create policy seen_by_body on funding.disputed_charge for select to openphb_app using (
  body_id = any ((select access.works_for())::uuid[]));
create policy seen_by_body on funding.settlement for select to openphb_app using (
  body_id = any ((select access.works_for())::uuid[]));
create policy seen_by_body on funding.dispute for select to openphb_app using (
  body_id = any ((select access.works_for())::uuid[]));
create policy written_by_body on funding.dispute for insert to openphb_app with check (
  body_id = any ((select access.works_for())::uuid[])
    and person_id in (select unnest(access.people('name'))));
create policy seen_by_body on funding.contribution for select to openphb_app using (
  body_id = any ((select access.works_for())::uuid[])
    and person_id in (select unnest(access.people('name'))));
create policy written_by_body on funding.contribution for insert to openphb_app with check (
  body_id = any ((select access.works_for())::uuid[])
    and person_id in (select unnest(access.people('name'))));
