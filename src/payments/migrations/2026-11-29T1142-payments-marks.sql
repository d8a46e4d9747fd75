-- Lists of what was paid by hand as they come back: each file once, and each row that was not taken.
create table payments.marks_file (
  id uuid primary key,
  run_id uuid not null references payments.leaving (run_id),
  organisation_id uuid not null,
  sha256 text not null,
  name text not null check (length(name) between 1 and 200),
  taken integer not null check (taken >= 0),
  already integer not null check (already >= 0),
  open integer not null check (open >= 0),
  sent_by uuid,
  sent_by_name text not null,
  sent_on date not null,
  sent_at timestamptz not null,
  unique (run_id, sha256)
);
select platform.write_once('payments.marks_file');
create table payments.marks_refused (
  marks_file_id uuid not null references payments.marks_file (id),
  place integer not null,
  organisation_id uuid not null,
  line integer not null,
  cells text not null,
  because text[] not null check (cardinality(because) > 0),
  primary key (marks_file_id, place)
);
select platform.write_once('payments.marks_refused');
do $$
declare name text;
begin
  foreach name in array array['marks_file', 'marks_refused'] loop
    execute format('alter table payments.%I enable row level security', name);
    execute format('create policy seen on payments.%I for select to openphb_app using (
      organisation_id = any ((select access.organisations(''money''))::uuid[]))', name);
    execute format('create policy written on payments.%I for insert to openphb_app with check (
      organisation_id = any ((select access.works_for())::uuid[]))', name);
    execute format('grant select, insert on payments.%I to openphb_app', name);
  end loop;
end $$;
