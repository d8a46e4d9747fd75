-- Shares that changed from a past day: what was charged before is replaced, charge by charge, and both stand.
create table funding.correction (
  id uuid primary key,
  statement_id uuid not null references funding.statement (id),
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  body_id uuid not null,
  reference text not null,
  counts_on text not null check (counts_on in ('original-day', 'correction-day')),
  before_pence bigint not null check (before_pence >= 0),
  after_pence bigint not null check (after_pence >= 0),
  because text not null check (length(because) between 1 and 500),
  made_on date not null,
  made_by uuid,
  made_by_name text not null
);
create index on funding.correction (statement_id);
create index on funding.correction (reference);
select access.guard('funding.correction', 'money');
select platform.write_once('funding.correction');

alter table funding.charge add column correction_id uuid references funding.correction (id);

-- A charge that counts no longer: once replaced, never again.
create table funding.charge_replaced (
  charge_id uuid primary key references funding.charge (id),
  correction_id uuid not null references funding.correction (id),
  organisation_id uuid not null,
  person_id uuid not null,
  body_id uuid not null
);
create index on funding.charge_replaced (correction_id);
select access.guard('funding.charge_replaced', 'money');
select platform.write_once('funding.charge_replaced');

create policy seen_by_body on funding.correction for select to openphb_app using (
  body_id = any ((select access.works_for())::uuid[]));
create policy seen_by_body on funding.charge_replaced for select to openphb_app using (
  body_id = any ((select access.works_for())::uuid[]));
