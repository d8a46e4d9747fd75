-- Monitoring by risk: flags with their days, and samples of lines drawn by lot that anybody can draw again.

-- Something about a budget's money that somebody should look at. It accuses nobody: both sides read it.
create table bank.flag (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null,
  reference text not null,
  kind text not null check (kind in ('over', 'under', 'unusual', 'out-of-plan', 'prohibited')),
  line_id uuid references bank.line (id),
  because text not null check (length(because) between 1 and 500),
  raised_on date not null,
  check ((line_id is null) = (kind in ('over', 'under')))
);
create index on bank.flag (reference);

-- Why a flag stands no longer: it does not hold any more, or somebody looked and wrote what they found.
create table bank.flag_ended (
  flag_id uuid primary key references bank.flag (id),
  organisation_id uuid not null,
  person_id uuid not null,
  because text not null check (length(because) between 1 and 1000),
  ended_on date not null,
  ended_by uuid,
  ended_by_name text not null
);

-- Which lines were looked at: how closely, why so, of how many, and what the lot was drawn from.
create table bank.sample (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null,
  reference text not null,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  tier text not null check (tier in ('light', 'usual', 'close')),
  reasons text[] not null check (cardinality(reasons) > 0),
  seed text not null,
  of_lines integer not null check (of_lines >= 0),
  drawn_on date not null,
  drawn_by uuid,
  drawn_by_name text not null,
  unique (reference, seed)
);
create table bank.sample_line (
  sample_id uuid not null references bank.sample (id),
  place integer not null check (place > 0),
  organisation_id uuid not null,
  person_id uuid not null,
  line_id uuid not null references bank.line (id),
  primary key (sample_id, place)
);
create index on bank.sample_line (line_id);

do $$
declare name text; cell text;
begin
  foreach name in array array['flag', 'flag_ended', 'sample', 'sample_line'] loop
    cell := 'bank.' || name;
    perform access.guard(cell::regclass, 'bank');
    perform platform.write_once(cell::regclass);
    execute format('create policy seen_by_holder on %s for select to openphb_app using (
      person_id = any ((select bank.held_by_me())::uuid[]))', cell);
    execute format('create policy written_by_holder on %s for insert to openphb_app with check (
      person_id = any ((select bank.held_by_me())::uuid[]))', cell);
  end loop;
end $$;

create view bank.flag_shown with (security_invoker = true) as
  select f.id, f.organisation_id, f.person_id, f.reference, f.kind, f.line_id, f.because, f.raised_on,
    e.ended_on, e.because as ended_because, e.ended_by_name
  from bank.flag f left join bank.flag_ended e on e.flag_id = f.id;
grant select on bank.flag_shown to openphb_app;
