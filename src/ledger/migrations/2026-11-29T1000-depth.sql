-- Money in dispute, funds of other bodies, money kept back before it is paid, and balances of old periods.

-- accounts.ts has the same list.
create or replace function ledger.kind_of(name text) returns text language sql immutable parallel safe as $$
  select case
    when length(split_part(name, ':', 2)) > 60 or length(split_part(name, ':', 3)) > 60 then null
    when name ~ '^fund:[A-Za-z0-9-]+$' then 'fund'
    when name ~ '^bank:[A-Za-z0-9-]+$' then 'bank'
    when name ~ '^PHB-[0-9A-Z]{4}-[0-9A-Z]{3}:(allocated|held|contingency|outside-plan|to-recover)$'
      then split_part(name, ':', 2)
    when name ~ '^PHB-[0-9A-Z]{4}-[0-9A-Z]{3}:(spent|commissioned|in-dispute):[a-z0-9-]+$'
      then split_part(name, ':', 2)
  end
$$;

-- From a day, a body lets the entries of another draw on its fund: what joint funding rests on. It is said by
-- the fund's own body, and never taken back for days that have been.
create table ledger.let_in (
  account_id uuid not null references ledger.account (id),
  organisation_id uuid not null,
  to_organisation_id uuid not null,
  from_on date not null,
  let_on date not null,
  let_by uuid,
  primary key (account_id, to_organisation_id)
);
alter table ledger.let_in enable row level security;
create policy seen on ledger.let_in for select to openphb_app using (
  organisation_id = any ((select access.works_for())::uuid[])
    or to_organisation_id = any ((select access.works_for())::uuid[]));
grant select on ledger.let_in to openphb_app;

-- Opens the fund where it is new. Under row-level security only the fund's own body may say so. An earlier
-- day takes the place of a later one. False where the fund is another body's.
create function ledger.let_in(fund text, owner uuid, other uuid, first_day date, today date) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if coalesce(current_setting('role', true), '') <> 'openphb_owner'
     and not coalesce(owner = any (access.works_for()), false) then
    return false;
  end if;
  insert into ledger.account (name, kind, organisation_id, opened_at)
    values (fund, 'fund', owner, statement_timestamp()) on conflict (name) do nothing;
  insert into ledger.let_in (account_id, organisation_id, to_organisation_id, from_on, let_on, let_by)
    select a.id, owner, other, first_day, today, access.actor_id()
    from ledger.account a where a.name = fund and a.organisation_id = owner
    on conflict (account_id, to_organisation_id)
      do update set from_on = least(ledger.let_in.from_on, excluded.from_on);
  return exists (select from ledger.account where name = fund and organisation_id = owner);
end $$;

-- Money kept back in an account for something that was agreed and is not yet paid. It ends once: when it is
-- paid, when it is not needed any more, or after its last day.
create table ledger.hold (
  id uuid primary key,
  account_id uuid not null references ledger.account (id),
  organisation_id uuid not null,
  person_id uuid,
  pence bigint not null check (pence > 0),
  because text not null check (length(because) between 1 and 300),
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  kept_by uuid,
  kept_by_name text not null,
  kept_at timestamptz not null default statement_timestamp()
);
create index on ledger.hold (account_id);
select access.guard('ledger.hold', 'money');
select platform.write_once('ledger.hold');

create table ledger.hold_end (
  hold_id uuid primary key references ledger.hold (id),
  organisation_id uuid not null,
  person_id uuid,
  because text not null check (length(because) between 1 and 300),
  ended_on date not null,
  ended_by uuid,
  ended_by_name text not null
);
select access.guard('ledger.hold_end', 'money');
select platform.write_once('ledger.hold_end');

create view ledger.hold_shown with (security_invoker = true) as
  select h.id, h.account_id, a.name as account, h.organisation_id, h.person_id, h.pence, h.because, h.from_on,
    h.until_on, h.kept_by_name, e.ended_on, e.because as ended_because, e.ended_by_name
  from ledger.hold h join ledger.account a on a.id = h.account_id
    left join ledger.hold_end e on e.hold_id = h.id;
grant select on ledger.hold_shown to openphb_app;

-- What a payment is judged by is the kept balance less what is kept back today.
create or replace view ledger.account_shown with (security_invoker = true) as
  select a.id, a.name, a.kind, a.organisation_id, a.person_id, a.floor, a.kept_balance, a.opened_at,
    coalesce((select sum(h.pence) from ledger.hold h
      where h.account_id = a.id
        and (platform.now() at time zone 'Europe/London')::date between h.from_on and h.until_on
        and not exists (select from ledger.hold_end e where e.hold_id = h.id)), 0)::bigint as held_back
  from ledger.account a;

-- What each account held at the end of a month, of all that had been recorded by a day: balances of old
-- periods are read from here, with what came later added. A fund's by whom its postings are about, so that
-- everybody adds up what they may see. Worked out of the postings, and may be taken again at any time.
create table ledger.snapshot (
  id uuid primary key default gen_random_uuid(),
  as_of date not null unique,
  known_on date not null check (known_on >= as_of)
);
alter table ledger.snapshot enable row level security;
create policy seen on ledger.snapshot for select to openphb_app using (true);
grant select on ledger.snapshot to openphb_app;

create table ledger.snapshot_balance (
  snapshot_id uuid not null references ledger.snapshot (id) on delete cascade,
  account_id uuid not null,
  organisation_id uuid not null,
  person_id uuid,
  pence bigint not null check (pence <> 0)
);
create index on ledger.snapshot_balance (snapshot_id, account_id) include (pence);
select access.guard('ledger.snapshot_balance', 'money');
revoke insert, update on ledger.snapshot_balance from openphb_app;
-- What came after the end of a month, for all accounts at once. Postings lie in the order in which they were
-- recorded: a few pages say where a day's are.
create index on ledger.posting (effective_on, account_id) include (recorded_on, pence);
create index on ledger.posting using brin (recorded_on) with (autosummarize = on);

create function ledger.take_snapshot(day date, known date) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
  made uuid;
  rows bigint;
begin
  delete from ledger.snapshot where as_of = day;
  insert into ledger.snapshot (as_of, known_on) values (day, known) returning id into made;
  insert into ledger.snapshot_balance (snapshot_id, account_id, organisation_id, person_id, pence)
    select made, account_id, organisation_id, person_id, sum(pence) from ledger.posting
    where effective_on <= day and recorded_on <= known
    group by account_id, organisation_id, person_id having sum(pence) <> 0;
  get diagnostics rows = row_count;
  return rows;
end $$;

-- As before, with two things more: a fund of another body that let these entries in, and snapshots that no
-- longer hold because something was recorded for a day they already knew.
create or replace function ledger.write_postings(lines ledger.asked_posting[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  problems jsonb;
begin
  insert into ledger.account
      (name, kind, organisation_id, person_id, floor, kept_balance, opened_at)
    select l.account, k.kind, l.organisation_id,
      case when k.kind = 'fund' then null else l.person_id end, ledger.floor_of(k.kind),
      case when k.kind = 'fund' then null else 0 end, l.recorded_at
    from (select distinct on (account collate "C") * from unnest(lines) order by account collate "C") l
      cross join lateral (select ledger.kind_of(l.account) as kind offset 0) k
    where not exists (select from ledger.account a where a.name = l.account)
    order by l.account collate "C" on conflict (name) do nothing;

  select jsonb_agg(distinct jsonb_build_object('problem', 'account-of-another', 'about', a.name))
    into problems
    from (select account, organisation_id, person_id, min(effective_on) as effective_on
        from unnest(lines) group by 1, 2, 3) l
      join ledger.account a on a.name = l.account
    where (a.organisation_id <> l.organisation_id and not (a.kind = 'fund' and exists (
        select from ledger.let_in i where i.account_id = a.id
          and i.to_organisation_id = l.organisation_id and i.from_on <= l.effective_on)))
       or (a.kind <> 'fund' and a.person_id is distinct from l.person_id);
  if problems is not null then perform ledger.refuse(problems); end if;

  perform from ledger.account
    where name in (select account from unnest(lines)) and kept_balance is not null
    order by name for no key update;

  select jsonb_agg(jsonb_build_object('problem', 'below-its-floor', 'about', a.name) order by a.name)
    into problems
    from ledger.account a
    join (select account, sum(pence) as change from unnest(lines) group by account) c on c.account = a.name
    where a.floor is not null and c.change < 0 and a.kept_balance + c.change < a.floor;
  if problems is not null then perform ledger.refuse(problems); end if;

  update ledger.account a set kept_balance = a.kept_balance + c.change
    from (select account, sum(pence)::bigint as change from unnest(lines) group by account) c
    where c.account = a.name and a.kept_balance is not null and c.change <> 0;

  insert into ledger.posting
      (entry_id, place, account_id, pence, effective_on, recorded_on, organisation_id, person_id)
    select l.entry_id, l.place, a.id, l.pence, l.effective_on, l.recorded_on, l.organisation_id, l.person_id
    from unnest(lines) l join ledger.account a on a.name = l.account;

  delete from ledger.snapshot s
    where s.known_on >= (select min(recorded_on) from unnest(lines))
      and exists (select from unnest(lines) l
        where l.recorded_on <= s.known_on and l.effective_on <= s.as_of);

  -- A reversal is the mirror of what it reverses.
  select jsonb_agg(jsonb_build_object('problem', 'not-the-mirror', 'about', e.key)) into problems
    from ledger.entry e
    join (select distinct entry_id from unnest(lines)) l on l.entry_id = e.id
    where e.reverses is not null and exists (
      select from ledger.posting p where p.entry_id in (e.id, e.reverses)
      group by p.account_id having sum(p.pence) <> 0);
  if problems is not null then perform ledger.refuse(problems); end if;
end $$;

revoke execute on function ledger.let_in(text, uuid, uuid, date, date) from public;
grant execute on function ledger.let_in(text, uuid, uuid, date, date) to openphb_app;
revoke execute on function ledger.take_snapshot(date, date) from public;
