-- What is owed of all kinds in one place: what each is, which fact of which module it comes from, what the
-- one who is paid knows it by, and that it turned out not to be owed.
alter table payments.obligation drop constraint obligation_kind_check;
alter table payments.obligation add constraint obligation_kind_check
  check (kind in ('one-off', 'difference', 'emergency', 'wage', 'invoice', 'repeat'));
-- A module's word and its own name for the fact: nothing is owed twice for one fact.
alter table payments.obligation add column source text;
alter table payments.obligation add column source_id text;
alter table payments.obligation add constraint source_has_id check ((source is null) = (source_id is null));
create unique index owed_once_for_a_fact on payments.obligation (source, source_id)
  where source is not null;
alter table payments.obligation add column their_reference text
  check (length(their_reference) between 1 and 18);

-- It is not owed after all: written once, and only while no run holds it.
create table payments.obligation_ended (
  obligation_id uuid primary key references payments.obligation (id),
  organisation_id uuid not null,
  person_id uuid not null,
  reference text not null,
  because text not null check (length(because) between 1 and 300),
  who uuid,
  who_name text not null,
  on_day date not null
);
select access.guard('payments.obligation_ended', 'money');
select platform.write_once('payments.obligation_ended');
create trigger outlook after insert on payments.obligation_ended
  referencing new table as fresh for each statement execute function payments.outlook_paid();

create function payments.not_in_a_run() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('obligation ' || new.obligation_id, 0));
  if exists (select from payments.instruction i
    where i.obligation_id = new.obligation_id and i.stopped_because = '{}') then
    raise exception 'a run holds it' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger not_in_a_run before insert on payments.obligation_ended
  for each row execute function payments.not_in_a_run();

create function payments.still_owed() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('obligation ' || f.obligation_id, 0)) from (
    select obligation_id from fresh where obligation_id is not null and stopped_because = '{}'
    order by obligation_id) f;
  if exists (select from fresh f join payments.obligation_ended e on e.obligation_id = f.obligation_id
    where f.stopped_because = '{}' and f.again_after is null) then
    raise exception 'it is not owed any more' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger still_owed after insert on payments.instruction
  referencing new table as fresh for each statement execute function payments.still_owed();
revoke execute on function payments.not_in_a_run(), payments.still_owed() from public;

create or replace view payments.instruction_shown with (security_invoker = true) as
  select i.id, i.run_id, i.organisation_id, i.person_id, i.reference, i.schedule_id, i.obligation_id,
    i.agreement_id, i.part, i.paid_to, i.due_on, coalesce(p.leaves_on, i.leaves_on) as leaves_on,
    i.period_from, i.period_until, i.amount,
    i.stopped_because, i.stopped_on, i.end_to_end_id, p.released_on, r.on_day as returned_on,
    r.because as returned_because, o.because as is_for, o.kind
  from payments.instruction i
    left join payments.payment p on p.instruction_id = i.id
    left join payments.returned r on r.instruction_id = i.id
    left join payments.obligation o on o.id = i.obligation_id;

-- What became of something owed, for the module that it comes from: the last payment of it that counts.
create view payments.obligation_shown with (security_invoker = true) as
  select o.id, o.organisation_id, o.person_id, o.reference, o.agreement_id, o.part, o.kind, o.amount,
    o.due_on, o.period_from, o.period_until, o.because, o.supplier, o.source, o.source_id, o.decided_on,
    e.on_day as ended_on, e.because as ended_because, last.run_id, last.leaves_on, last.released_on,
    last.returned_on
  from payments.obligation o
    left join payments.obligation_ended e on e.obligation_id = o.id
    left join lateral (
      select i.run_id, coalesce(p.leaves_on, i.leaves_on) as leaves_on, p.released_on,
        r.on_day as returned_on
      from payments.instruction i
        left join payments.payment p on p.instruction_id = i.id
        left join payments.returned r on r.instruction_id = i.id
      where i.obligation_id = o.id and i.stopped_because = '{}' order by i.id desc limit 1) last on true;
grant select on payments.obligation_shown to openphb_app;

-- The list of what is due says what each is and to whom it goes.
alter table payments.outlook_due add column kind text;
alter table payments.outlook_due add column paid_to text not null default '';
update payments.outlook set known_changes = null;
