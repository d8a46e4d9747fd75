-- Payments that one person proposes and another agrees to: once, as an emergency advance that is taken off
-- the payments to come, or again and again up to a ceiling.
create table payments.proposal (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  agreement_id uuid not null references agreements.agreement (id),
  what text not null check (what in ('one-off', 'emergency', 'repeat')),
  part text not null check (part in ('direct-payment', 'third-party', 'notional')),
  -- The sum; of a repeat the ceiling.
  amount bigint not null check (amount > 0),
  -- The day it is due; of a repeat the first and the last day that count, both inside.
  from_on date not null,
  until_on date check (until_on >= from_on),
  -- An advance: in how many payments it is taken off, and below which sum none of them goes.
  parts integer check (parts between 1 and 24),
  floor bigint check (floor > 0),
  -- A repeat: to whom, for which line of the plan, how many times at most.
  supplier text,
  line_key text,
  most_times integer check (most_times between 1 and 1000),
  because text not null check (length(because) between 1 and 300),
  who uuid,
  who_name text not null,
  on_day date not null,
  check ((what = 'emergency') = (parts is not null) and (parts is null) = (floor is null)),
  check ((what = 'repeat') = (most_times is not null) and (what <> 'repeat' or until_on is not null)),
  check ((part = 'notional') = (supplier is not null and line_key is not null))
);
create index on payments.proposal (organisation_id);
create index on payments.proposal (reference);
select access.guard('payments.proposal', 'money');
select platform.write_once('payments.proposal');

create table payments.proposal_decision (
  proposal_id uuid primary key references payments.proposal (id),
  organisation_id uuid not null,
  person_id uuid not null,
  agreed boolean not null,
  because text not null check (length(because) between 1 and 300),
  who uuid not null,
  who_name text not null,
  who_role text not null,
  on_day date not null,
  notice_id uuid
);
select access.guard('payments.proposal_decision', 'money');
select platform.write_once('payments.proposal_decision');

create function payments.another_agrees() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  if exists (select from payments.proposal p where p.id = new.proposal_id and p.who = new.who) then
    raise exception 'somebody else agrees to a payment' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger another_agrees before insert on payments.proposal_decision
  for each row execute function payments.another_agrees();

-- A repeat that is over before its last day.
create table payments.proposal_ended (
  proposal_id uuid primary key references payments.proposal (id),
  organisation_id uuid not null,
  person_id uuid not null,
  because text not null check (length(because) between 1 and 300),
  who uuid,
  who_name text not null,
  on_day date not null
);
select access.guard('payments.proposal_ended', 'money');
select platform.write_once('payments.proposal_ended');

-- What of an advance was taken off which payment.
create table payments.netted (
  instruction_id uuid not null references payments.instruction (id),
  obligation_id uuid not null references payments.obligation (id),
  organisation_id uuid not null,
  person_id uuid not null,
  amount bigint not null check (amount > 0),
  primary key (instruction_id, obligation_id)
);
create index on payments.netted (obligation_id);
select access.guard('payments.netted', 'money');
select platform.write_once('payments.netted');

-- Never more is taken off than was paid ahead, in any order and however many runs are prepared at once.
create function payments.no_more_than_advanced() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('obligation ' || f.obligation_id, 0)) from (
    select distinct obligation_id from fresh order by obligation_id) f;
  if exists (
    select from payments.obligation o where o.id in (select obligation_id from fresh) and (
      o.kind <> 'emergency' or o.amount < (
        select sum(n.amount) from payments.netted n join payments.instruction i on i.id = n.instruction_id
        where n.obligation_id = o.id and i.stopped_because = '{}'))) then
    raise exception 'more is taken off than was paid ahead' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger no_more_than_advanced after insert on payments.netted
  referencing new table as fresh for each statement execute function payments.no_more_than_advanced();

-- One time of something agreed ahead: a session, a delivery.
create table payments.repeat_use (
  id uuid primary key,
  proposal_id uuid not null references payments.proposal (id),
  obligation_id uuid not null unique references payments.obligation (id),
  organisation_id uuid not null,
  person_id uuid not null,
  reference text not null,
  used_on date not null,
  times integer not null check (times > 0),
  amount bigint not null check (amount > 0),
  warnings text[] not null default '{}',
  who uuid,
  who_name text not null,
  on_day date not null
);
create index on payments.repeat_use (proposal_id);
select access.guard('payments.repeat_use', 'money');
select platform.write_once('payments.repeat_use');

-- A ceiling is never passed, in any order and by however many people at once.
create function payments.under_the_ceiling() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
declare
  agreed payments.proposal;
  used record;
begin
  perform pg_advisory_xact_lock(hashtextextended('proposal ' || new.proposal_id, 0));
  select * into agreed from payments.proposal p where p.id = new.proposal_id;
  select coalesce(sum(u.amount), 0) as amount, coalesce(sum(u.times), 0) as times into used
    from payments.repeat_use u where u.proposal_id = new.proposal_id
      and not exists (select from payments.obligation_ended e where e.obligation_id = u.obligation_id);
  if agreed.what <> 'repeat' or used.amount > agreed.amount or used.times > agreed.most_times
    or not exists (select from payments.proposal_decision d where d.proposal_id = agreed.id and d.agreed) then
    raise exception 'the ceiling of what was agreed ahead is passed' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger under_the_ceiling after insert on payments.repeat_use
  for each row execute function payments.under_the_ceiling();
revoke execute on function payments.another_agrees(), payments.no_more_than_advanced(),
  payments.under_the_ceiling() from public;

create or replace view payments.instruction_shown with (security_invoker = true) as
  select i.id, i.run_id, i.organisation_id, i.person_id, i.reference, i.schedule_id, i.obligation_id,
    i.agreement_id, i.part, i.paid_to, i.due_on, coalesce(p.leaves_on, i.leaves_on) as leaves_on,
    i.period_from, i.period_until, i.amount,
    i.stopped_because, i.stopped_on, i.end_to_end_id, p.released_on, r.on_day as returned_on,
    r.because as returned_because, o.because as is_for, o.kind,
    coalesce((select sum(n.amount) from payments.netted n where n.instruction_id = i.id), 0)::bigint as netted
  from payments.instruction i
    left join payments.payment p on p.instruction_id = i.id
    left join payments.returned r on r.instruction_id = i.id
    left join payments.obligation o on o.id = i.obligation_id;

alter table payments.outlook_due add column netted bigint not null default 0;
