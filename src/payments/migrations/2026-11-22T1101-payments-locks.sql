-- What must never be false of money out, held by the database, and what neighbours may read.

create function payments.has_left(run uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from payments.leaving where run_id = run)
$$;

-- What a run pays is never changed. Until it leaves a payment may be stopped, with the reasons.
create function payments.only_stop() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  if old.stopped_because <> '{}' or new.stopped_because = '{}'
    or to_jsonb(new) - 'stopped_because' - 'stopped_on'
      <> to_jsonb(old) - 'stopped_because' - 'stopped_on' then
    raise exception 'a payment of a run is not changed, only stopped' using errcode = 'restrict_violation';
  end if;
  if payments.has_left(new.run_id) then
    raise exception 'the run has left' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger only_stop before update on payments.instruction
  for each row execute function payments.only_stop();
create trigger never_deleted before delete on payments.instruction
  for each row execute function platform.refuse_change();
create trigger keep_all before truncate on payments.instruction
  for each statement execute function platform.refuse_change();

-- Nothing is added to a run that somebody has signed, and nobody signs one that has left or was withdrawn.
create function payments.not_after_signing() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  if exists (select from fresh f join payments.release r on r.run_id = f.run_id) then
    raise exception 'the run was signed' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger not_after_signing after insert on payments.instruction
  referencing new table as fresh for each statement execute function payments.not_after_signing();

create function payments.still_open() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  if payments.has_left(new.run_id)
    or exists (select from payments.withdrawal w where w.run_id = new.run_id) then
    raise exception 'the run has left or was withdrawn' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger still_open before insert on payments.release
  for each row execute function payments.still_open();
create trigger still_open before insert on payments.withdrawal
  for each row execute function payments.still_open();

-- A run leaves on the signatures of two different people, both of what leaves now, to the penny.
create function payments.two_people() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
declare
  people integer;
  now_payments integer;
  now_total bigint;
begin
  select count(*), coalesce(sum(amount), 0) into now_payments, now_total
    from payments.instruction where run_id = new.run_id and stopped_because = '{}';
  select count(distinct who) into people from payments.release
    where run_id = new.run_id and payments = now_payments and total = now_total;
  if people < 2 or (new.payments, new.total) is distinct from (now_payments, now_total) then
    raise exception 'a run leaves when two different people have signed it'
      using errcode = 'restrict_violation';
  end if;
  if exists (select from payments.withdrawal w where w.run_id = new.run_id) then
    raise exception 'the run was withdrawn' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger two_people before insert on payments.leaving
  for each row execute function payments.two_people();

-- All payments of a run leave in one statement, just as they were signed: none more, none fewer.
create function payments.as_signed() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  if exists (
    select from (select run_id, count(*) as payments, sum(amount) as total from fresh group by run_id) f
    join payments.leaving l on l.run_id = f.run_id
    where (f.payments, f.total) is distinct from (l.payments::bigint, l.total::numeric))
  or exists (
    select from fresh f join payments.instruction i on i.id = f.instruction_id
    where i.run_id <> f.run_id or i.stopped_because <> '{}' or i.amount <> f.amount) then
    raise exception 'what leaves is what was signed' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger as_signed after insert on payments.payment
  referencing new table as fresh for each statement execute function payments.as_signed();

revoke execute on all functions in schema payments from public;

create view payments.schedule_shown with (security_invoker = true) as
  select id, organisation_id, person_id, reference, agreement_id, part, every, first_due_on, weekly, from_on,
    until_on, in_advance, method, made_on
  from payments.schedule;
create view payments.instruction_shown with (security_invoker = true) as
  select i.id, i.run_id, i.organisation_id, i.person_id, i.reference, i.schedule_id, i.obligation_id,
    i.agreement_id, i.part, i.paid_to, i.due_on, coalesce(p.leaves_on, i.leaves_on) as leaves_on,
    i.period_from, i.period_until, i.amount,
    i.stopped_because, i.stopped_on, i.end_to_end_id, p.released_on, r.on_day as returned_on,
    r.because as returned_because, o.because as is_for
  from payments.instruction i
    left join payments.payment p on p.instruction_id = i.id
    left join payments.returned r on r.instruction_id = i.id
    left join payments.obligation o on o.id = i.obligation_id;
create view payments.payment_shown with (security_invoker = true) as
  select instruction_id, run_id, organisation_id, person_id, reference, amount, leaves_on, released_on
  from payments.payment;
create view payments.run_shown with (security_invoker = true) as
  select n.id, n.organisation_id, n.number, n.from_on, n.until_on, n.prepared_by, n.prepared_by_name,
    n.prepared_on, l.released_on, l.payments, l.total, w.withdrawn_on
  from payments.run n
    left join payments.leaving l on l.run_id = n.id
    left join payments.withdrawal w on w.run_id = n.id;
grant select on payments.schedule_shown, payments.instruction_shown, payments.payment_shown,
  payments.run_shown to openphb_app;
