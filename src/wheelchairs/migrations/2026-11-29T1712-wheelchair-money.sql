-- The money of a wheelchair budget: what the supplier billed and how it is paid, who was paid for a repair,
-- and what of the repair money nobody needed.
create table wheelchairs.invoice (
  id uuid primary key,
  round_id uuid not null unique references wheelchairs.agreed (round_id),
  organisation_id uuid not null,
  person_id uuid not null,
  supplier text not null check (length(supplier) between 1 and 120),
  theirs text not null check (length(theirs) between 1 and 60),
  dated_on date not null,
  total bigint not null check (total > 0),
  -- What of it is the NHS's, and what it passes on from others; the rest the person pays the supplier.
  nhs_pays bigint not null check (nhs_pays > 0),
  passed_on bigint not null check (passed_on >= 0),
  -- Paid to the supplier by a run, bought by the wheelchair service itself, or paid to the person by a run.
  how text not null check (how in ('run', 'bought', 'to-person')),
  obligation_id uuid references payments.obligation (id),
  noted_by uuid,
  noted_by_name text not null,
  noted_on date not null,
  check (nhs_pays + passed_on <= total),
  check ((how = 'bought') = (obligation_id is null))
);

-- Who did a repair, and the number of their invoice: asked for where the repair money pays them.
alter table wheelchairs.repaired
  add column supplier text check (supplier <> ''),
  add column theirs text check (theirs <> ''),
  add column obligation_id uuid references payments.obligation (id),
  add constraint repairer_is_named check ((supplier is null) = (theirs is null));

-- What of the repair money went back, because the period was over or another budget took its place.
create table wheelchairs.unspent (
  round_id uuid primary key references wheelchairs.agreed (round_id),
  organisation_id uuid not null,
  person_id uuid not null,
  amount bigint not null check (amount > 0),
  on_day date not null,
  why text not null check (why in ('period-over', 'replaced')),
  noted_by uuid,
  noted_by_name text not null
);

-- Letters that go by themselves, each once.
create table wheelchairs.told (
  round_id uuid not null references wheelchairs.agreed (round_id),
  what text not null check (what in ('ending-soon')),
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  primary key (round_id, what)
);

do $$
declare cell text;
begin
  foreach cell in array array['wheelchairs.invoice', 'wheelchairs.unspent', 'wheelchairs.told'] loop
    perform access.guard(cell::regclass, 'money');
    perform platform.write_once(cell::regclass);
  end loop;
end $$;

-- Repairs never take more than was set aside for them, however many are noted at once.
create function wheelchairs.repair_money_lasts() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  if exists (select from wheelchairs.agreed a where a.repairs = 'person'
      and a.round_id in (select p.round_id from fresh f join wheelchairs.repair p on p.id = f.repair_id)
      and a.repair_money < (select sum(d.nhs_pays) from wheelchairs.repaired d
        join wheelchairs.repair p on p.id = d.repair_id where p.round_id = a.round_id)) then
    raise exception 'repairs take more than the repair money' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
revoke execute on function wheelchairs.repair_money_lasts() from public;
create trigger repair_money_lasts after insert on wheelchairs.repaired
  referencing new table as fresh for each statement execute function wheelchairs.repair_money_lasts();

-- Periods that end, found by their last day.
create index agreed_ends_on on wheelchairs.agreed (ends_on);
