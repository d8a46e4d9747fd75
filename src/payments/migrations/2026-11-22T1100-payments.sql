-- Money out: what is owed when, runs of payments, two signatures, the bank's file, what came back.
grant usage on schema payments to openphb_app;

-- When an agreement's money is paid. A new agreement brings a new schedule; none is changed.
create table payments.schedule (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  agreement_id uuid not null references agreements.agreement (id),
  part text not null check (part in ('direct-payment', 'third-party')),
  every text not null check (every in ('week', 'four-weeks', 'month')),
  first_due_on date not null,
  weekly bigint not null check (weekly > 0),
  from_on date not null,
  until_on date check (until_on >= from_on),
  in_advance boolean not null,
  method text not null check (method in ('level-months', 'by-days')),
  made_by uuid,
  made_on date not null,
  unique (agreement_id, part)
);
create index on payments.schedule (reference, from_on);
create index on payments.schedule (organisation_id);
select access.guard('payments.schedule', 'money');
select platform.write_once('payments.schedule');

-- Something owed once: equipment, a difference for days already paid, an emergency advance.
create table payments.obligation (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  agreement_id uuid not null references agreements.agreement (id),
  part text not null check (part in ('direct-payment', 'third-party')),
  kind text not null check (kind in ('one-off', 'difference', 'emergency')),
  amount bigint not null check (amount > 0),
  due_on date not null,
  period_from date not null,
  period_until date not null check (period_until >= period_from),
  because text not null check (length(because) between 1 and 300),
  decided_by uuid,
  decided_on date not null
);
create index on payments.obligation (reference);
create index on payments.obligation (organisation_id, due_on);
select access.guard('payments.obligation', 'money');
select platform.write_once('payments.obligation');

-- The account that an organisation pays from, from a day. Its numbers are encrypted.
create table payments.payer (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  name_on_account text not null check (length(name_on_account) between 1 and 70),
  details bytea not null,
  ending text not null check (ending ~ '^\d{4}$'),
  from_on date not null,
  set_by uuid,
  set_on date not null,
  unique (organisation_id, from_on)
);
select platform.write_once('payments.payer');

-- A run: all that is due up to a day, prepared by somebody. It leaves when two different people sign it.
create table payments.run (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  number integer not null check (number > 0),
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  prepared_by uuid,
  prepared_by_name text not null,
  prepared_on date not null,
  prepared_at timestamptz not null,
  unique (organisation_id, number)
);
select platform.write_once('payments.run');

-- Money that a bank sent back, or that never arrived. Only then may the same days be paid again.
create table payments.returned (
  id uuid primary key,
  instruction_id uuid not null unique,
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  because text not null check (length(because) between 1 and 300),
  noted_by uuid,
  noted_on date not null
);
select access.guard('payments.returned', 'money');
select platform.write_once('payments.returned');

-- One payment of a run, or the reasons why it is not made. What a run pays is never changed; before the
-- run leaves a payment may still be stopped.
create table payments.instruction (
  id uuid primary key,
  run_id uuid not null references payments.run (id),
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  schedule_id uuid references payments.schedule (id),
  obligation_id uuid references payments.obligation (id),
  agreement_id uuid not null references agreements.agreement (id),
  part text not null,
  account_id uuid references agreements.account (id),
  paid_to text not null,
  due_on date not null,
  leaves_on date not null,
  period_from date not null,
  period_until date not null check (period_until >= period_from),
  amount bigint not null check (amount >= 0),
  stopped_because text[] not null default '{}',
  stopped_on date,
  end_to_end_id text not null unique check (end_to_end_id ~ '^[A-Z0-9-]{8,35}$'),
  again_after uuid references payments.returned (id),
  check ((schedule_id is null) <> (obligation_id is null)),
  check ((stopped_because = '{}') = (stopped_on is null)),
  check (stopped_because <> '{}' or (amount > 0 and account_id is not null)),
  -- No day of a budget is paid for twice, whatever schedule, run, person or hurry asks for it.
  constraint no_day_paid_twice exclude using gist
    (reference platform.gist_text_ops with =, part platform.gist_text_ops with =,
      daterange(period_from, period_until, '[]') with &&)
    where (stopped_because = '{}' and again_after is null and schedule_id is not null)
);
create unique index period_paid_once on payments.instruction (schedule_id, period_from)
  where stopped_because = '{}' and again_after is null and schedule_id is not null;
create unique index obligation_paid_once on payments.instruction (obligation_id)
  where stopped_because = '{}' and again_after is null and obligation_id is not null;
create unique index returned_paid_once on payments.instruction (again_after) where stopped_because = '{}';
create index on payments.instruction (run_id);
create index on payments.instruction (reference, period_from);
select access.guard('payments.instruction', 'money');
alter table payments.returned add foreign key (instruction_id) references payments.instruction (id);

-- A signature is of a count and a total: if a payment is stopped afterwards, it counts no longer.
create table payments.release (
  id uuid primary key,
  run_id uuid not null references payments.run (id),
  organisation_id uuid not null,
  who uuid not null,
  who_name text not null,
  who_role text not null check (who_role in ('finance-officer', 'head-of-service')),
  payments integer not null check (payments > 0),
  total bigint not null check (total > 0),
  signed_on date not null,
  signed_at timestamptz not null,
  unique (run_id, who, payments, total)
);
select platform.write_once('payments.release');

-- The run left: written once, by the second signature.
create table payments.leaving (
  run_id uuid primary key references payments.run (id),
  organisation_id uuid not null,
  payments integer not null,
  total bigint not null,
  leaves_from date not null,
  released_on date not null,
  released_at timestamptz not null
);
select platform.write_once('payments.leaving');

create table payments.withdrawal (
  run_id uuid primary key references payments.run (id),
  organisation_id uuid not null,
  because text not null check (length(because) between 1 and 300),
  withdrawn_by uuid,
  withdrawn_by_name text not null,
  withdrawn_on date not null
);
select platform.write_once('payments.withdrawal');

-- A payment that has left.
create table payments.payment (
  instruction_id uuid primary key references payments.instruction (id),
  run_id uuid not null references payments.leaving (run_id),
  organisation_id uuid not null,
  person_id uuid not null,
  reference text not null,
  amount bigint not null check (amount > 0),
  leaves_on date not null,
  released_on date not null
);
create index on payments.payment (reference, leaves_on);
create index on payments.payment (run_id);
select access.guard('payments.payment', 'money');
select platform.write_once('payments.payment');

-- The note to the holder about one payment: written once, however often the job is run.
create table payments.remittance (
  instruction_id uuid primary key references payments.payment (instruction_id),
  organisation_id uuid not null,
  person_id uuid not null,
  notice_id uuid not null,
  made_on date not null
);
select access.guard('payments.remittance', 'money');
select platform.write_once('payments.remittance');

-- Each time the bank's file was made: the same run gives the same bytes, which the sum shows.
create table payments.file_made (
  id uuid primary key,
  run_id uuid not null references payments.leaving (run_id),
  organisation_id uuid not null,
  kind text not null check (kind in ('pain.001.001.09', 'print')),
  sha256 text not null,
  made_by uuid,
  made_by_name text not null,
  made_on date not null,
  made_at timestamptz not null
);
create index on payments.file_made (run_id);
select platform.write_once('payments.file_made');

-- What belongs to no one person is seen by those who see the organisation's money.
do $$
declare name text;
begin
  foreach name in array array['payer', 'run', 'release', 'leaving', 'withdrawal', 'file_made'] loop
    execute format('alter table payments.%I enable row level security', name);
    execute format('create policy seen on payments.%I for select to openphb_app using (
      organisation_id = any ((select access.organisations(''money''))::uuid[]))', name);
    execute format('grant select, insert on payments.%I to openphb_app', name);
    if name <> 'release' then
      execute format('create policy written on payments.%I for insert to openphb_app with check (
        organisation_id = any ((select access.works_for())::uuid[]))', name);
    end if;
  end loop;
end $$;
-- Nobody signs for somebody else.
create policy written on payments.release for insert to openphb_app with check (
  organisation_id = any ((select access.works_for())::uuid[]) and who = (select access.actor_id()));
create policy locked on payments.run for update to openphb_app using (
  organisation_id = any ((select access.organisations('money'))::uuid[]));
grant update (number) on payments.run to openphb_app;
