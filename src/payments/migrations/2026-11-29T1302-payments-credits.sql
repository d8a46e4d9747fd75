-- What a supplier owes back for one line of a budget's plan, by its credit note. It is taken off the next
-- payments to that supplier for the same line of the same budget, so never across budgets or funders.
create table payments.credit (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  supplier text not null check (length(supplier) between 1 and 120),
  supplier_key text not null check (supplier_key <> ''),
  line_key text not null check (line_key ~ '^[a-z0-9-]{1,50}$'),
  amount bigint not null check (amount > 0),
  because text not null check (length(because) between 1 and 300),
  source text not null,
  source_id text not null,
  decided_by uuid,
  decided_on date not null,
  unique (source, source_id)
);
create index on payments.credit (reference);
create index on payments.credit (organisation_id);
select access.guard('payments.credit', 'money');
select platform.write_once('payments.credit');
create trigger outlook after insert on payments.credit
  referencing new table as fresh for each statement execute function payments.outlook_paid();

-- What of it was taken off which payment. It counts while that payment is neither stopped nor came back: then
-- the whole payment and the whole credit are open again.
create table payments.credit_used (
  instruction_id uuid not null references payments.instruction (id),
  credit_id uuid not null references payments.credit (id),
  organisation_id uuid not null,
  person_id uuid not null,
  amount bigint not null check (amount > 0),
  primary key (instruction_id, credit_id)
);
create index on payments.credit_used (credit_id);
select access.guard('payments.credit_used', 'money');
select platform.write_once('payments.credit_used');

-- No more than the supplier owes, and off nobody else's payment, however many runs are prepared at once.
create function payments.no_more_than_credited() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('credit ' || f.credit_id, 0)) from (
    select distinct credit_id from fresh order by credit_id) f;
  if exists (
    select from payments.credit c where c.id in (select credit_id from fresh) and c.amount < (
      select sum(u.amount) from payments.credit_used u join payments.instruction i on i.id = u.instruction_id
      where u.credit_id = c.id and i.stopped_because = '{}'
        and not exists (select from payments.returned r where r.instruction_id = i.id))) then
    raise exception 'more is taken off than the supplier owes' using errcode = 'restrict_violation';
  end if;
  if exists (
    select from fresh f join payments.credit c on c.id = f.credit_id
      join payments.instruction i on i.id = f.instruction_id
      left join payments.obligation o on o.id = i.obligation_id
    where i.reference <> c.reference or o.supplier_key is distinct from c.supplier_key
      or not exists (select from payments.obligation_line l
        where l.obligation_id = o.id and l.line_key = c.line_key)) then
    raise exception 'a credit is taken off its own line only' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
revoke execute on function payments.no_more_than_credited() from public;
create trigger no_more_than_credited after insert on payments.credit_used
  referencing new table as fresh for each statement execute function payments.no_more_than_credited();

-- How much of each is in a run, and how much was taken off a payment that left and stayed.
create view payments.credit_shown with (security_invoker = true) as
  select c.id, c.organisation_id, c.person_id, c.reference, c.supplier, c.supplier_key, c.line_key, c.amount,
    c.because, c.source, c.source_id, c.decided_on, coalesce(u.used, 0)::bigint as used,
    coalesce(u.taken, 0)::bigint as taken
  from payments.credit c left join lateral (
    select sum(w.amount) as used, sum(w.amount) filter (where p.instruction_id is not null) as taken
    from payments.credit_used w join payments.instruction i on i.id = w.instruction_id
      left join payments.payment p on p.instruction_id = i.id
    where w.credit_id = c.id and i.stopped_because = '{}'
      and not exists (select from payments.returned r where r.instruction_id = i.id)) u on true;
grant select on payments.credit_shown to openphb_app;

-- What a payment was made smaller by, with the payment.
create or replace view payments.instruction_shown with (security_invoker = true) as
  select i.id, i.run_id, i.organisation_id, i.person_id, i.reference, i.schedule_id, i.obligation_id,
    i.agreement_id, i.part, i.paid_to, i.due_on, coalesce(p.leaves_on, i.leaves_on) as leaves_on,
    i.period_from, i.period_until, i.amount,
    i.stopped_because, i.stopped_on, i.end_to_end_id, p.released_on, r.on_day as returned_on,
    r.because as returned_because, o.because as is_for, o.kind,
    coalesce((select sum(n.amount) from payments.netted n where n.instruction_id = i.id), 0)::bigint
      as netted,
    coalesce((select sum(u.amount) from payments.credit_used u where u.instruction_id = i.id), 0)::bigint
      as credited
  from payments.instruction i
    left join payments.payment p on p.instruction_id = i.id
    left join payments.returned r on r.instruction_id = i.id
    left join payments.obligation o on o.id = i.obligation_id;
