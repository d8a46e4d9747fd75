-- What the NHS pays itself: to a supplier, for lines of a plan that it arranges. A supplier's account is
-- given by one finance officer and checked by another.

create table payments.supplier_account (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  supplier text not null check (length(supplier) between 1 and 120),
  supplier_key text not null check (supplier_key <> ''),
  name_on_account text not null check (length(name_on_account) between 1 and 70),
  details bytea not null,
  ending text not null check (ending ~ '^\d{4}$'),
  checked text not null check (checked in ('passes', 'could-not-be-checked')),
  given_by uuid,
  given_by_name text not null,
  given_on date not null
);
create index on payments.supplier_account (organisation_id, supplier_key);
select platform.write_once('payments.supplier_account');

create table payments.supplier_decision (
  id uuid primary key,
  account_id uuid not null references payments.supplier_account (id),
  organisation_id uuid not null,
  decided text not null check (decided in ('approved', 'refused', 'closed')),
  because text not null check (length(because) between 1 and 300),
  decided_by uuid,
  decided_by_name text not null,
  decided_on date not null,
  unique (account_id, decided)
);
select platform.write_once('payments.supplier_decision');

-- Nobody approves the account that they gave themselves.
create function payments.another_approves() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  if new.decided = 'approved' and exists (select from payments.supplier_account a
    where a.id = new.account_id and a.given_by = new.decided_by) then
    raise exception 'somebody else approves a supplier''s account' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger another_approves before insert on payments.supplier_decision
  for each row execute function payments.another_approves();

do $$
declare name text;
begin
  foreach name in array array['supplier_account', 'supplier_decision'] loop
    execute format('alter table payments.%I enable row level security', name);
    execute format('create policy seen on payments.%I for select to openphb_app using (
      organisation_id = any ((select access.organisations(''money''))::uuid[]))', name);
    execute format('create policy written on payments.%I for insert to openphb_app with check (
      organisation_id = any ((select access.works_for())::uuid[]))', name);
    execute format('grant select, insert on payments.%I to openphb_app', name);
  end loop;
end $$;

-- How far the accounts of suppliers are, for everybody who asks when somebody is paid: never their numbers.
create function payments.supplier_accounts(of_organisations uuid[], of_keys text[])
returns table (id uuid, organisation_id uuid, supplier_key text, ending text, given_on date,
  approved_on date, closed_on date)
language sql stable security definer set search_path = pg_catalog as $$
  select a.id, a.organisation_id, a.supplier_key, a.ending, a.given_on,
    (select min(d.decided_on) from payments.supplier_decision d
      where d.account_id = a.id and d.decided = 'approved'),
    (select min(d.decided_on) from payments.supplier_decision d
      where d.account_id = a.id and d.decided in ('refused', 'closed'))
  from payments.supplier_account a
  where a.organisation_id = any (of_organisations) and a.supplier_key = any (of_keys)
$$;
revoke execute on function payments.supplier_accounts(uuid[], text[]), payments.another_approves()
  from public;
grant execute on function payments.supplier_accounts(uuid[], text[]) to openphb_app;

alter table payments.obligation drop constraint obligation_part_check;
alter table payments.obligation add constraint obligation_part_check
  check (part in ('direct-payment', 'third-party', 'notional'));
alter table payments.obligation add column supplier text;
alter table payments.obligation add column supplier_key text;
alter table payments.obligation add constraint supplier_of_what_we_pay
  check ((part = 'notional') = (supplier is not null) and (supplier is null) = (supplier_key is null));

-- Which lines of the plan a payment to a supplier is for, to the penny.
create table payments.obligation_line (
  obligation_id uuid not null references payments.obligation (id),
  organisation_id uuid not null,
  person_id uuid not null,
  line_key text not null check (line_key ~ '^[a-z0-9-]{1,60}$'),
  amount bigint not null check (amount > 0),
  primary key (obligation_id, line_key)
);
select access.guard('payments.obligation_line', 'money');
select platform.write_once('payments.obligation_line');

create function payments.lines_add_up() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  if new.part = 'notional' and new.amount is distinct from (
    select sum(l.amount) from payments.obligation_line l where l.obligation_id = new.id) then
    raise exception 'the lines of a payment to a supplier add up to it' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
revoke execute on function payments.lines_add_up() from public;
create constraint trigger lines_add_up after insert on payments.obligation
  deferrable initially deferred for each row execute function payments.lines_add_up();

alter table payments.instruction add column supplier_account_id uuid
  references payments.supplier_account (id);
do $$
declare name text;
begin
  select conname into strict name from pg_constraint
    where conrelid = 'payments.instruction'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) like '%account_id IS NOT NULL%';
  execute format('alter table payments.instruction drop constraint %I', name);
end $$;
alter table payments.instruction add constraint leaves_for_an_account check (stopped_because <> '{}'
  or (amount > 0 and num_nonnulls(account_id, supplier_account_id) = 1));
alter table payments.instruction add constraint supplier_where_we_pay
  check (supplier_account_id is null or part = 'notional');
