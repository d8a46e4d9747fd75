-- Double entry, to the penny: accounts, entries that balance and are written once, and their postings.

-- What sort of account a name is; null where no account may be called so. accounts.ts has the same list.
-- Lengths are counted apart: a pattern with a count such as {1,60} is slow to match.
create function ledger.kind_of(name text) returns text language sql immutable parallel safe as $$
  select case
    when length(split_part(name, ':', 2)) > 60 or length(split_part(name, ':', 3)) > 60 then null
    when name ~ '^fund:[A-Za-z0-9-]+$' then 'fund'
    when name ~ '^bank:[A-Za-z0-9-]+$' then 'bank'
    when name ~ '^PHB-[0-9A-Z]{4}-[0-9A-Z]{3}:(allocated|held|contingency|outside-plan|to-recover)$'
      then split_part(name, ':', 2)
    when name ~ '^PHB-[0-9A-Z]{4}-[0-9A-Z]{3}:(spent|commissioned):[a-z0-9-]+$'
      then split_part(name, ':', 2)
  end
$$;

-- No more is paid out than was set aside, none recovered that is not owed. A holder's own account may run
-- below nought.
create function ledger.floor_of(kind text) returns bigint language sql immutable parallel safe as $$
  select case when kind in ('allocated', 'contingency', 'to-recover') then 0 end
$$;

-- A fund is busy: it keeps no balance, so that a thousand payments do not queue for one row.
create table ledger.account (
  id uuid primary key default gen_random_uuid(),
  name text collate "C" not null unique,
  kind text not null check (kind = ledger.kind_of(name)),
  organisation_id uuid not null,
  person_id uuid,
  floor bigint,
  kept_balance bigint,
  opened_at timestamptz not null,
  check (kind <> 'fund' or (person_id is null and kept_balance is null)),
  check (kind = 'fund' or kept_balance is not null),
  constraint never_below_its_floor check (floor is null or kept_balance >= floor)
);
create index on ledger.account (person_id);
create index on ledger.account (organisation_id);

create sequence ledger.entry_number;

-- The number says in which order entries of one moment were asked for; numbers may be left out.
create table ledger.entry (
  id uuid primary key,
  key text collate "C" not null unique check (length(key) <= 200 and key ~ '^[A-Za-z0-9:._/-]+$'),
  input_hash text not null,
  effective_on date not null,
  recorded_at timestamptz not null,
  recorded_on date not null,
  because text not null check (length(because) between 1 and 500),
  actor_id uuid,
  actor_name text not null,
  reverses uuid references ledger.entry (id),
  organisation_id uuid not null,
  person_id uuid,
  number bigint not null default nextval('ledger.entry_number')
);
create unique index on ledger.entry (reverses) where reverses is not null;
create index on ledger.entry (person_id, effective_on);
select platform.write_once('ledger.entry');

-- The two days and the owner are the entry's, carried here so that a balance on a day reads one index.
-- In place of foreign keys, which would lock a busy fund's row for each posting, one trigger checks the
-- whole statement; entries and accounts are never taken out.
create table ledger.posting (
  entry_id uuid not null,
  place smallint not null check (place > 0),
  account_id uuid not null,
  pence bigint not null check (pence <> 0),
  effective_on date not null,
  recorded_on date not null,
  organisation_id uuid not null,
  person_id uuid,
  primary key (entry_id, place)
);
create index on ledger.posting (account_id, effective_on) include (recorded_on, pence);
select platform.write_once('ledger.posting');

-- An entry's postings come all at once, add up to nought, are never added to, and are of their entry's days
-- and owner, on accounts that there are.
create function ledger.must_balance() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  wrong uuid;
begin
  select f.entry_id into wrong
    from (select entry_id, count(*) as parts, sum(pence) as rest from fresh group by entry_id) f
    where f.rest <> 0 or f.parts < 2
       or f.parts <> (select count(*) from ledger.posting p where p.entry_id = f.entry_id) limit 1;
  if wrong is not null then
    raise exception 'entry % does not balance', wrong
      using errcode = 'check_violation', constraint = 'entry_balances';
  end if;
  select f.entry_id into wrong
    from fresh f
    left join ledger.entry e on e.id = f.entry_id
      and e.effective_on = f.effective_on and e.recorded_on = f.recorded_on
      and e.organisation_id = f.organisation_id and e.person_id is not distinct from f.person_id
    left join ledger.account a on a.id = f.account_id
    where e.id is null or a.id is null limit 1;
  if wrong is not null then
    raise exception 'a posting of % is not of its entry or on no account', wrong
      using errcode = 'foreign_key_violation', constraint = 'posting_has_entry_and_account';
  end if;
  return null;
end $$;
create trigger must_balance after insert on ledger.posting
  referencing new table as fresh for each statement execute function ledger.must_balance();

-- A balance follows its postings and nothing else; an account keeps its name, its owner and its floor.
create function ledger.keep_account() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'account % is never taken out', old.name using errcode = 'restrict_violation';
  end if;
  if (new.id, new.name, new.kind, new.organisation_id, new.person_id, new.floor, new.opened_at)
     is distinct from
     (old.id, old.name, old.kind, old.organisation_id, old.person_id, old.floor, old.opened_at) then
    raise exception 'account % is opened once', old.name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger keep_account before update or delete on ledger.account
  for each row execute function ledger.keep_account();
create trigger keep_all before truncate on ledger.account
  for each statement execute function platform.refuse_change();

revoke execute on all functions in schema ledger from public;
grant usage on schema ledger to openphb_app;

-- Rows are written by ledger.post alone: the role of requests may only read what is theirs to see.
select access.guard('ledger.account', 'money');
select access.guard('ledger.entry', 'money');
select access.guard('ledger.posting', 'money');
revoke insert, update on ledger.account, ledger.entry, ledger.posting from openphb_app;

-- A fund's name is no secret from those who see a posting of theirs on it; its other postings are.
create function ledger.fund_name(of_account uuid) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select name from ledger.account where id = of_account and kind = 'fund'
$$;
revoke execute on function ledger.fund_name(uuid) from public;
grant execute on function ledger.fund_name(uuid) to openphb_app;

create view ledger.account_shown with (security_invoker = true) as
  select id, name, kind, organisation_id, person_id, floor, kept_balance, opened_at from ledger.account;
create view ledger.entry_shown with (security_invoker = true) as
  select id, key, effective_on, recorded_at, recorded_on, because, actor_id, actor_name, reverses,
    organisation_id, person_id, number
  from ledger.entry;
create view ledger.posting_shown with (security_invoker = true) as
  select p.entry_id, p.place, p.account_id, coalesce(a.name, ledger.fund_name(p.account_id)) as account,
    p.pence, p.effective_on, p.recorded_on, p.organisation_id, p.person_id
  from ledger.posting p left join ledger.account a on a.id = p.account_id;
grant select on ledger.account_shown, ledger.entry_shown, ledger.posting_shown to openphb_app;
