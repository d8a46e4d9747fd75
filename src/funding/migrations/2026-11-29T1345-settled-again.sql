-- A settlement whose charges were corrected: what is in the dispute since then, and what the body carries of
-- it.
-- The settlement itself stands as it was written; the newest row here is what counts.
create table funding.settlement_again (
  id uuid primary key,
  place bigint generated always as identity,
  dispute_id uuid not null references funding.settlement (dispute_id),
  correction_id uuid not null references funding.correction (id),
  organisation_id uuid not null,
  person_id uuid not null,
  body_id uuid not null,
  disputed bigint not null check (disputed >= 0),
  body_pence bigint not null check (body_pence between 0 and disputed),
  unique (dispute_id, correction_id)
);
create index on funding.settlement_again (dispute_id, place desc);
select access.guard('funding.settlement_again', 'money');
select platform.write_once('funding.settlement_again');
create policy seen_by_body on funding.settlement_again for select to openphb_app using (
  body_id = any ((select access.works_for())::uuid[]));
