-- The statement of the account that an organisation pays from: money that came back, matched to the payments
-- that left, and what somebody decided about each.
create table bank.payer_file (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  sha256 text not null,
  name text not null check (length(name) between 1 and 200),
  lines integer not null,
  credits integer not null,
  fresh integer not null,
  refused integer not null,
  read_by uuid,
  read_by_name text not null,
  read_on date not null,
  read_at timestamptz not null,
  unique (organisation_id, sha256)
);
select platform.write_once('bank.payer_file');

-- Money in on that account, each once however many statements show it; `place` tells two that are alike
-- apart.
create table bank.payer_credit (
  id uuid primary key,
  payer_file_id uuid not null references bank.payer_file (id),
  organisation_id uuid not null,
  on_day date not null,
  amount bigint not null check (amount > 0),
  words text not null,
  place integer not null,
  unique (organisation_id, on_day, amount, words, place)
);
select platform.write_once('bank.payer_credit');

create table bank.payer_credit_decided (
  credit_id uuid primary key references bank.payer_credit (id),
  organisation_id uuid not null,
  -- The payment that came back; null where it is something else.
  instruction_id uuid unique,
  because text not null check (length(because) between 1 and 300),
  who uuid,
  who_name text not null,
  on_day date not null
);
select platform.write_once('bank.payer_credit_decided');

do $$
declare name text;
begin
  foreach name in array array['payer_file', 'payer_credit', 'payer_credit_decided'] loop
    execute format('alter table bank.%I enable row level security', name);
    execute format('create policy seen on bank.%I for select to openphb_app using (
      organisation_id = any ((select access.organisations(''money''))::uuid[]))', name);
    execute format('create policy written on bank.%I for insert to openphb_app with check (
      organisation_id = any ((select access.works_for())::uuid[]))', name);
    execute format('grant select, insert on bank.%I to openphb_app', name);
  end loop;
end $$;
