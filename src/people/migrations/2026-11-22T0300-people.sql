-- People and organisations: who they are, what they are to each other, and how to reach and talk with them.
grant usage on schema people to openphb_app;

create table people.organisation (
  id uuid primary key,
  code text not null unique check (length(code) between 2 and 20),
  kind text not null check (kind in ('region', 'icb', 'ccg', 'council', 'provider', 'payroll', 'supplier',
    'charity')),
  name text not null check (length(name) between 1 and 200),
  from_on date,
  until_on date check (until_on >= from_on),
  within_code text,
  invented boolean not null default false,
  details jsonb not null default '{}'
);

-- How one body followed another; a body split among several is never guessed to be one of them.
create table people.succession (
  from_code text not null references people.organisation (code),
  to_code text not null references people.organisation (code),
  on_day date not null,
  kind text not null,
  confidence text not null,
  primary key (from_code, to_code, on_day)
);

-- A local figure that replaces or fills in a rule's, from a day, with who set it and why.
create table people.setting (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  name text not null,
  value text not null,
  from_on date not null,
  until_on date,
  because text not null,
  set_by uuid,
  set_at timestamptz not null default statement_timestamp()
);

-- A person. organisation_id is the body that answers for them (their ICB). Contact details are encrypted.
create table people.person (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  full_name text not null check (length(full_name) between 1 and 100),
  preferred_name text,
  nhs_number text unique check (nhs_number ~ '^\d{10}$'),
  born_on date,
  died_on date check (died_on >= born_on),
  contact bytea,
  communication jsonb not null default '{}',
  made_by uuid,
  made_at timestamptz not null default statement_timestamp()
);
create index on people.person (organisation_id);
create index on people.person (lower(full_name) text_pattern_ops);

-- What somebody is to a person. The other's name stands here, so that it can be read without their record.
create table people.relationship (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  person_id uuid not null references people.person (id),
  other_person_id uuid references people.person (id),
  other_organisation_id uuid references people.organisation (id),
  other_name text not null,
  kind text not null check (kind in ('parent', 'carer', 'representative', 'nominee', 'helper')),
  basis text check (basis in ('parental-responsibility', 'deputy', 'lasting-power-property',
    'lasting-power-health', 'attorney', 'appointed-by-icb')),
  from_on date not null,
  until_on date,
  named_on date,
  agreed_on date,
  body_agreed_on date,
  withdrawn_on date,
  may jsonb not null default '{}',
  revoked_at timestamptz,
  made_by uuid,
  made_at timestamptz not null default statement_timestamp(),
  check (kind <> 'representative' or basis is not null)
);
create index on people.relationship (person_id);
create index on people.relationship (other_person_id);

-- A person's own row is guarded by its id. Whoever asks for somebody new may write the row, and is then let
-- see it.
alter table people.person enable row level security;
create policy seen on people.person for select to openphb_app using (
  organisation_id = any ((select access.organisations('name'))::uuid[])
    or id in (select unnest(access.people('name'))));
create policy written on people.person for insert to openphb_app with
  check (made_by = (select access.actor_id()));
create policy changed on people.person for update to openphb_app using (
  organisation_id = any ((select access.organisations('all'))::uuid[])
    or id in (select unnest(access.people('all'))));
grant select, insert, update on people.person to openphb_app;

-- Whether a number is known anywhere, without saying whose it is.
create function people.nhs_number_known(number text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from people.person where nhs_number = number)
$$;
revoke execute on function people.nhs_number_known(text) from public;
grant execute on function people.nhs_number_known(text) to openphb_app;
select access.guard('people.relationship', 'name');
grant select on people.organisation, people.succession, people.setting to openphb_app;
grant insert on people.setting to openphb_app;

create view people.organisation_shown as select id, code, kind, name, from_on, until_on, within_code,
  invented, details from people.organisation;
create view people.succession_shown as select from_code, to_code, on_day, kind, confidence
  from people.succession;
create view people.setting_shown as select id, organisation_id, name, value, from_on, until_on, because,
  set_at from people.setting;
create view people.person_shown with (security_invoker = true) as
  select id, organisation_id, full_name, preferred_name, nhs_number, born_on, died_on from people.person;
create view people.relationship_shown with (security_invoker = true) as
  select id, organisation_id, person_id, other_person_id, other_organisation_id, other_name, kind, basis,
    from_on, until_on,
    named_on, agreed_on, body_agreed_on, withdrawn_on, may, revoked_at from people.relationship;
grant select on people.organisation_shown, people.succession_shown, people.setting_shown,
  people.person_shown, people.relationship_shown to openphb_app;

-- A word by which a helper who signs in says who they are: shown once, kept as a hash, good for 30 days and
-- one use.
create table people.invitation (
  word_hash text primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  helper_id uuid not null references people.person (id),
  made_by uuid,
  made_at timestamptz not null default statement_timestamp(),
  until_on date not null,
  used_at timestamptz
);
select access.guard('people.invitation', 'name');

-- Takes up an invitation: the one who asks becomes the helper named in it, if they are nobody here yet.
create function people.take_up(hash text, today date) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare found people.invitation;
begin
  select * into found from people.invitation i where i.word_hash = hash and i.used_at is null
    and i.until_on >= today for update;
  if found is null then return null; end if;
  if exists (select from access.actor a where a.person_id = found.helper_id) then return null; end if;
  update access.actor a set person_id = found.helper_id where a.id = access.actor_id()
    and a.person_id is null and a.ended_at is null;
  if not found.helper_id = any (select a.person_id from access.actor a
    where a.id = access.actor_id()) then return null; end if;
  update people.invitation i set used_at = statement_timestamp() where i.word_hash = hash;
  return found.person_id;
end $$;
revoke execute on function people.take_up(text, date) from public;
grant execute on function people.take_up(text, date) to openphb_app;

-- Somebody who is named by a number or a name: the search of staff, under what they may see.
create index on people.person (lower(preferred_name) text_pattern_ops);
