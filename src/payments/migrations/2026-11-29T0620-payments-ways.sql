-- Which file the payer's bank takes, from a day: a new choice is a new row.
alter table payments.payer
  add column file_kind text not null default 'pain.001.001.09'
    check (file_kind in ('pain.001.001.09', 'pain.001.001.03', 'bacs-18')),
  add column user_number text check (user_number ~ '^\d{6}$'),
  add constraint bacs_has_a_user_number check (file_kind <> 'bacs-18' or user_number is not null);
alter table payments.file_made drop constraint file_made_kind_check,
  add constraint file_made_kind_check
    check (kind in ('pain.001.001.09', 'pain.001.001.03', 'bacs-18', 'print', 'csv')),
  -- The file that this is the same bytes as: made again, it is still one file.
  add column same_as uuid references payments.file_made (id),
  -- The first, second, ... different file of its run, where it is one for the bank.
  add column number integer check (number > 0);

-- The bank has not taken a file and never will: what it held may go another way.
create table payments.file_given_up (
  file_id uuid primary key references payments.file_made (id),
  run_id uuid not null references payments.run (id),
  organisation_id uuid not null,
  because text not null check (length(because) between 1 and 300),
  who uuid not null,
  who_name text not null,
  on_day date not null,
  at timestamptz not null
);
select platform.write_once('payments.file_given_up');

-- Which way a payment went: in a bank's file or by hand. A second attempt only after the first file was
-- given up; nothing goes any way after it was paid by hand.
create table payments.way (
  instruction_id uuid not null references payments.payment (instruction_id),
  attempt integer not null check (attempt > 0),
  rail text not null check (rail in ('file', 'hand')),
  file_id uuid references payments.file_made (id),
  run_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  paid_on date,
  bank_reference text check (length(bank_reference) between 1 and 60),
  who uuid,
  who_name text not null,
  at timestamptz not null,
  primary key (instruction_id, attempt),
  check ((rail = 'file') = (file_id is not null)),
  check ((rail = 'hand') = (paid_on is not null and bank_reference is not null))
);
create index on payments.way (run_id);
create index on payments.way (file_id);
select access.guard('payments.way', 'money');
select platform.write_once('payments.way');

create function payments.one_way() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  if exists (
    select from fresh f join payments.way w on w.instruction_id = f.instruction_id and w.attempt <> f.attempt
    where w.attempt > f.attempt or w.rail = 'hand'
      or not exists (select from payments.file_given_up g where g.file_id = w.file_id)) then
    raise exception 'a payment goes one way only' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger one_way after insert on payments.way
  referencing new table as fresh for each statement execute function payments.one_way();
revoke execute on function payments.one_way() from public;

alter table payments.file_given_up enable row level security;
create policy seen on payments.file_given_up for select to openphb_app using (
  organisation_id = any ((select access.organisations('money'))::uuid[]));
create policy written on payments.file_given_up for insert to openphb_app with check (
  organisation_id = any ((select access.works_for())::uuid[]) and who = (select access.actor_id()));
grant select, insert on payments.file_given_up to openphb_app;

-- Files that were made before this was written down: the first of each run holds its payments.
alter table payments.file_made disable trigger write_once;
with numbered as (
  select id, run_id, row_number() over (partition by run_id order by made_at, id) as place,
    first_value(id) over (partition by run_id order by made_at, id) as first
  from payments.file_made where kind = 'pain.001.001.09')
update payments.file_made f set number = 1, same_as = case when n.place = 1 then null else n.first end
  from numbered n where n.id = f.id;
alter table payments.file_made enable trigger write_once;
insert into payments.way
    (instruction_id, attempt, rail, file_id, run_id, organisation_id, person_id, who, who_name, at)
  select p.instruction_id, 1, 'file', f.id, p.run_id, p.organisation_id, p.person_id, f.made_by,
    f.made_by_name, f.made_at
  from payments.payment p join payments.file_made f on f.run_id = p.run_id
  where f.kind = 'pain.001.001.09' and f.same_as is null;
