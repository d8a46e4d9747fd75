-- What was found when a run was prepared that is no reason to stop a payment: for information, or a warning
-- that somebody has to acknowledge by name before the run leaves.
create table payments.check_found (
  id uuid primary key,
  run_id uuid not null references payments.run (id),
  instruction_id uuid not null references payments.instruction (id),
  organisation_id uuid not null,
  person_id uuid not null,
  what text not null,
  grade text not null check (grade in ('information', 'warning')),
  figures jsonb not null default '{}',
  found_on date not null,
  unique (instruction_id, what)
);
create index on payments.check_found (run_id, grade);
select access.guard('payments.check_found', 'money');
select platform.write_once('payments.check_found');

create table payments.acknowledgement (
  check_id uuid primary key references payments.check_found (id),
  run_id uuid not null references payments.run (id),
  organisation_id uuid not null,
  person_id uuid not null,
  because text not null check (length(because) between 1 and 300),
  who uuid not null,
  who_name text not null,
  on_day date not null,
  at timestamptz not null
);
create index on payments.acknowledgement (run_id);
alter table payments.acknowledgement enable row level security;
create policy seen on payments.acknowledgement for select to openphb_app using (
  organisation_id = any ((select access.organisations('money'))::uuid[]));
-- Nobody acknowledges for somebody else.
create policy written on payments.acknowledgement for insert to openphb_app with check (
  organisation_id = any ((select access.works_for())::uuid[]) and who = (select access.actor_id()));
grant select, insert on payments.acknowledgement to openphb_app;
select platform.write_once('payments.acknowledgement');

-- A run leaves when each warning about a payment that leaves with it was acknowledged.
create function payments.warnings_seen() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  if exists (
    select from payments.check_found c join payments.instruction i on i.id = c.instruction_id
    where c.run_id = new.run_id and c.grade = 'warning' and i.stopped_because = '{}'
      and not exists (select from payments.acknowledgement a where a.check_id = c.id)) then
    raise exception 'a warning was not acknowledged' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger warnings_seen before insert on payments.leaving
  for each row execute function payments.warnings_seen();
revoke execute on function payments.warnings_seen() from public;
