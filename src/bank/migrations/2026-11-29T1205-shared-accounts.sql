-- An account that is also used for other money: only the lines that its holder chose are kept. Of the others
-- stay how many there were and what they came to, so that the running balance can be proved, and a keyed
-- hash of
-- each, so that nobody is asked twice. No text, no day, no single sum of them is stored.

-- The approved accounts of a budget that are not kept for its money only.
create function bank.shared_accounts_of(of_reference text) returns table (id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select c.id from agreements.account_shown c
    where c.reference = of_reference and c.approved_on is not null and not c.sole_purpose
      and (current_setting('role') <> 'openphb_app'
        or c.organisation_id = any ((select access.organisations('bank'))::uuid[])
        or c.person_id in (select unnest(access.people('bank')))
        or c.person_id = any ((select bank.held_by_me())::uuid[]))
$$;
revoke execute on function bank.shared_accounts_of(text) from public;
grant execute on function bank.shared_accounts_of(text) to openphb_app;

-- The lines left out between two kept ones: after how many kept lines, how many, and their sum.
create table bank.left_out (
  statement_id uuid not null references bank.statement (id),
  place integer not null check (place >= 0),
  organisation_id uuid not null,
  person_id uuid not null,
  after_lines integer not null check (after_lines >= 0),
  many integer not null check (many > 0),
  sum bigint not null,
  primary key (statement_id, place)
);

-- What was chosen of a line, by a keyed hash of it. The newest choice counts.
create table bank.chosen (
  number bigint primary key generated always as identity,
  account_id uuid not null references agreements.account (id),
  organisation_id uuid not null,
  person_id uuid not null,
  mark text not null check (mark ~ '^[0-9a-f]{64}$'),
  kept boolean not null,
  chosen_on date not null
);
create index on bank.chosen (account_id, mark);

do $$
declare name text; cell text;
begin
  foreach name in array array['left_out', 'chosen'] loop
    cell := 'bank.' || name;
    perform access.guard(cell::regclass, 'bank');
    perform platform.write_once(cell::regclass);
    execute format('create policy seen_by_holder on %s for select to openphb_app using (
      person_id = any ((select bank.held_by_me())::uuid[]))', cell);
    execute format('create policy written_by_holder on %s for insert to openphb_app with check (
      person_id = any ((select bank.held_by_me())::uuid[]))', cell);
  end loop;
end $$;
