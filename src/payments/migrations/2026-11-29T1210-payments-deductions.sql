-- Money that is taken off one coming payment, after its own notice and time to object: whoever decided that
-- hands
-- it in with its own name for it, and nothing is taken off twice for one fact.
create table payments.deduction (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  part text not null check (part in ('direct-payment', 'third-party')),
  amount bigint not null check (amount > 0),
  from_on date not null,
  because text not null check (length(because) between 1 and 300),
  source text not null,
  source_id text not null,
  decided_by uuid,
  decided_on date not null,
  unique (source, source_id)
);
create index on payments.deduction (reference);
select access.guard('payments.deduction', 'money');
select platform.write_once('payments.deduction');
create trigger outlook after insert on payments.deduction
  referencing new table as fresh for each statement execute function payments.outlook_paid();

-- What a payment of a run was made smaller by. It counts while the payment is not stopped: then it is open
-- again.
create table payments.deduction_taken (
  instruction_id uuid primary key references payments.instruction (id),
  deduction_id uuid not null references payments.deduction (id),
  organisation_id uuid not null,
  person_id uuid not null,
  reference text not null,
  amount bigint not null check (amount > 0),
  taken_on date not null
);
create index on payments.deduction_taken (deduction_id);
select access.guard('payments.deduction_taken', 'money');
select platform.write_once('payments.deduction_taken');

create function payments.taken_once() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('deduction ' || new.deduction_id, 0));
  if exists (select from payments.deduction_taken t join payments.instruction i on i.id = t.instruction_id
    where t.deduction_id = new.deduction_id and i.stopped_because = '{}') then
    raise exception 'it was taken off another payment' using errcode = 'unique_violation';
  end if;
  if new.amount > (select d.amount from payments.deduction d where d.id = new.deduction_id) then
    raise exception 'more than was decided' using errcode = 'check_violation';
  end if;
  return new;
end $$;
revoke execute on function payments.taken_once() from public;
create trigger taken_once before insert on payments.deduction_taken
  for each row execute function payments.taken_once();

-- What became of it, for the module that decided it.
create view payments.deduction_shown with (security_invoker = true) as
  select d.id, d.organisation_id, d.person_id, d.reference, d.part, d.amount, d.from_on, d.because, d.source,
    d.source_id, d.decided_on, t.instruction_id, t.amount as taken, p.leaves_on, p.released_on
  from payments.deduction d
    left join lateral (
      select w.instruction_id, w.amount from payments.deduction_taken w
        join payments.instruction i on i.id = w.instruction_id
      where w.deduction_id = d.id and i.stopped_because = '{}' limit 1) t on true
    left join payments.payment p on p.instruction_id = t.instruction_id;
grant select on payments.deduction_shown to openphb_app;
