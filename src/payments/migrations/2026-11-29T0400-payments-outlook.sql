-- What comes next of each case, worked out ahead of being asked: so that what is due in the next days is
-- known at once for all of an organisation's budgets. A copy, never the truth. Whatever changes a case says
-- so here in its own transaction; until it has been worked out again the case is worked out when asked.

create table payments.outlook (
  reference text primary key,
  organisation_id uuid not null,
  person_id uuid not null,
  -- How often something of the case was changed, and what of that the copy knows.
  changes bigint not null default 0,
  known_changes bigint,
  -- The day it was worked out on, and up to which day on which money leaves.
  worked_on date,
  until_on date
);
create index on payments.outlook (organisation_id);
create index on payments.outlook (person_id);

create table payments.outlook_due (
  reference text not null references payments.outlook (reference),
  place integer not null,
  organisation_id uuid not null,
  person_id uuid not null,
  part text not null,
  due_on date not null,
  leaves_on date not null,
  period_from date not null,
  period_until date not null,
  amount bigint not null,
  is_for text,
  reasons text[] not null,
  primary key (reference, place)
);
create index on payments.outlook_due (organisation_id);
create index on payments.outlook_due (person_id);

-- Who sees the money sees this; nobody writes it but the service.
do $$
declare name text;
begin
  foreach name in array array['outlook', 'outlook_due'] loop
    execute format('alter table payments.%I enable row level security', name);
    execute format('create policy seen on payments.%I for select to openphb_app using (
      organisation_id = any ((select access.organisations(''money''))::uuid[])
      or person_id in (select unnest(access.people(''money''))))', name);
    execute format('grant select on payments.%I to openphb_app', name);
  end loop;
end $$;

insert into payments.outlook (reference, organisation_id, person_id)
  select distinct on (reference) reference, organisation_id, person_id from (
    select reference, organisation_id, person_id from payments.schedule
    union all select reference, organisation_id, person_id from payments.obligation) cases
  order by reference;

-- Cases are taken in the order of their references, so that two changes never wait for each other in turn.
create function payments.outlook_changed(of_references text[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform from payments.outlook where reference = any (of_references) order by reference for no key update;
  update payments.outlook set changes = changes + 1 where reference = any (of_references);
end $$;
revoke execute on function payments.outlook_changed(text[]) from public;

-- Something new is owed in a case, which may be the first of it.
create function payments.outlook_owed() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into payments.outlook as kept (reference, organisation_id, person_id)
    select distinct on (f.reference) f.reference, f.organisation_id, f.person_id from fresh f
    order by f.reference
    on conflict (reference) do update set changes = kept.changes + 1;
  return null;
end $$;
create trigger outlook after insert on payments.schedule
  referencing new table as fresh for each statement execute function payments.outlook_owed();
create trigger outlook after insert on payments.obligation
  referencing new table as fresh for each statement execute function payments.outlook_owed();

-- A payment was put into a run or stopped, has left.
create function payments.outlook_paid() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform payments.outlook_changed((select array_agg(distinct f.reference) from fresh f));
  return null;
end $$;
create trigger outlook after insert on payments.instruction
  referencing new table as fresh for each statement execute function payments.outlook_paid();
create trigger outlook_stopped after update on payments.instruction
  referencing new table as fresh for each statement execute function payments.outlook_paid();
create trigger outlook after insert on payments.payment
  referencing new table as fresh for each statement execute function payments.outlook_paid();

-- Every change of a person's record ends with a line in it: how a budget is held, who died, money set aside,
-- what a bank sent back.
create function payments.outlook_follow() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  cases text[];
begin
  select array_agg(o.reference) into cases from payments.outlook o
    where o.person_id in (select f.person_id from fresh f where f.kind = 'change');
  if cases is not null then
    perform payments.outlook_changed(cases);
  end if;
  return null;
end $$;
create trigger outlook_follow after insert on access.happening
  referencing new table as fresh for each statement execute function payments.outlook_follow();
revoke execute on function payments.outlook_owed(), payments.outlook_paid(), payments.outlook_follow()
  from public;
