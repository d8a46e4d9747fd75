-- What the bank answered to a file of ours (pain.002): each answer once, what it says of each payment, and
-- what it names that we do not know.
create table payments.answer (
  id uuid primary key,
  run_id uuid not null references payments.run (id),
  file_id uuid not null references payments.file_made (id),
  organisation_id uuid not null,
  message_id text not null,
  group_status text,
  sha256 text not null,
  read_by uuid,
  read_by_name text not null,
  read_on date not null,
  read_at timestamptz not null,
  unique (run_id, sha256)
);
select platform.write_once('payments.answer');
create table payments.answered (
  answer_id uuid not null references payments.answer (id),
  instruction_id uuid not null references payments.payment (instruction_id),
  run_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  status text not null,
  became text not null check (became in ('taken', 'paid', 'pending', 'rejected')),
  because text,
  primary key (answer_id, instruction_id)
);
create index on payments.answered (instruction_id);
create index on payments.answered (run_id);
select access.guard('payments.answered', 'money');
select platform.write_once('payments.answered');
-- Kept apart: nothing was done about them.
create table payments.answer_unknown (
  answer_id uuid not null references payments.answer (id),
  place integer not null,
  run_id uuid not null,
  organisation_id uuid not null,
  end_to_end_id text not null,
  status text not null,
  why text not null check (why in ('unknown-payment', 'unknown-status', 'named-twice')),
  primary key (answer_id, place)
);
select platform.write_once('payments.answer_unknown');
do $$
declare name text;
begin
  foreach name in array array['answer', 'answer_unknown'] loop
    execute format('alter table payments.%I enable row level security', name);
    execute format('create policy seen on payments.%I for select to openphb_app using (
      organisation_id = any ((select access.organisations(''money''))::uuid[]))', name);
    execute format('create policy written on payments.%I for insert to openphb_app with check (
      organisation_id = any ((select access.works_for())::uuid[]))', name);
    execute format('grant select, insert on payments.%I to openphb_app', name);
  end loop;
end $$;

-- The note to the holder that a payment came back: written once, however often the job is run.
create table payments.return_told (
  returned_id uuid primary key references payments.returned (id),
  organisation_id uuid not null,
  person_id uuid not null,
  notice_id uuid not null,
  made_on date not null
);
select access.guard('payments.return_told', 'money');
select platform.write_once('payments.return_told');
