-- Posting, as before and in less time: the one version of it that there is, in place of those of earlier
-- migrations. What was measured, and what it rests on, stands in the README of this module.

-- A balance changes with every posting, so its row has to be light: room beside it for its next version, no
-- index of it, and no check or trigger that reads the name again. The name is read when the account is
-- opened; it never changes after that.
alter table ledger.account set (fillfactor = 70);
alter table ledger.account
  drop constraint account_check, drop constraint account_check1, drop constraint account_check2,
  add constraint fund_keeps_no_balance check (case when kind = 'fund'
    then person_id is null and kept_balance is null else kept_balance is not null end);

create function ledger.name_account() returns trigger language plpgsql as $$
begin
  if new.kind is distinct from ledger.kind_of(new.name) then
    raise exception 'no account of the sort % may be called %', new.kind, new.name
      using errcode = 'check_violation', constraint = 'account_has_its_sort';
  end if;
  return new;
end $$;
create trigger name_account before insert on ledger.account
  for each row execute function ledger.name_account();

drop trigger keep_account on ledger.account;
create trigger keep_account
  before delete or update of id, name, kind, organisation_id, person_id, floor, opened_at on ledger.account
  for each row execute function ledger.keep_account();

-- Postings lie in the order in which they were recorded, which is nearly the order of the days they count
-- from: a few pages say where the days after the end of a month are, and each posting is in one list less.
drop index ledger.posting_effective_on_account_id_recorded_on_pence_idx;
create index on ledger.posting using brin (effective_on date_minmax_multi_ops) with (autosummarize = on);

-- An entry's postings come all at once, add up to nought, are never added to, and are of their entry's days
-- and owner, on accounts that there are. Their places begin at 1 and leave none out: whoever added to them
-- later would need a place that is taken.
-- Every look-up here and in ledger.post goes by an index, whatever came first on this connection and however
-- small the tables were then: plans are kept.
create or replace function ledger.must_balance() returns trigger
language plpgsql security definer set search_path = pg_catalog
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  wrong uuid;
  placed boolean;
begin
  select f.entry_id, bool_and(e.id is not null and a.id is not null) into wrong, placed
    from fresh f
    left join ledger.entry e on e.id = f.entry_id
      and e.effective_on = f.effective_on and e.recorded_on = f.recorded_on
      and e.organisation_id = f.organisation_id and e.person_id is not distinct from f.person_id
    left join ledger.account a on a.id = f.account_id
    group by f.entry_id
    having sum(f.pence) <> 0 or count(*) < 2 or min(f.place) <> 1 or max(f.place) <> count(*)
      or not bool_and(e.id is not null and a.id is not null)
    limit 1;
  if wrong is null then return null; end if;
  if placed then
    raise exception 'entry % does not balance', wrong
      using errcode = 'check_violation', constraint = 'entry_balances';
  end if;
  raise exception 'a posting of % is not of its entry or on no account', wrong
    using errcode = 'foreign_key_violation', constraint = 'posting_has_entry_and_account';
end $$;

-- What a call changes of an account: what is locked, judged and added to it, once for all its postings.
create type ledger.asked_change as (
  account text, organisation_id uuid, person_id uuid, effective_on date, recorded_at timestamptz,
  pence bigint);

-- Moves the money of new entries from account to account, or refuses with every reason.
create or replace function ledger.write_postings(lines ledger.asked_posting[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  changes ledger.asked_change[];
  problems jsonb;
begin
  select array_agg(row(account, organisation_id, person_id, first_day, opened, pence)::ledger.asked_change)
    into changes
    from (select account, organisation_id, person_id, min(effective_on) as first_day,
        min(recorded_at) as opened, sum(pence) as pence
      from unnest(lines) group by account, organisation_id, person_id) changed;

  if exists (select from unnest(changes) c
      where not exists (select from ledger.account a where a.name = c.account)) then
    insert into ledger.account
        (name, kind, organisation_id, person_id, floor, kept_balance, opened_at)
      select c.account, k.kind, c.organisation_id,
        case when k.kind = 'fund' then null else c.person_id end, ledger.floor_of(k.kind),
        case when k.kind = 'fund' then null else 0 end, c.recorded_at
      from (select distinct on (account collate "C") * from unnest(changes)
          order by account collate "C", recorded_at) c
        cross join lateral (select ledger.kind_of(c.account) as kind offset 0) k
      where not exists (select from ledger.account a where a.name = c.account)
      order by c.account collate "C" on conflict (name) do nothing;
  end if;

  -- In the order of their names: opposite orders would deadlock. A fund is not locked.
  perform from unnest(changes) c join ledger.account a on a.name = c.account and a.kept_balance is not null
    order by a.name for no key update of a;

  select jsonb_agg(distinct jsonb_build_object('problem', problem, 'about', account)) into problems
    from (select c.account, case
        when (a.organisation_id <> c.organisation_id and not (a.kind = 'fund' and exists (
            select from ledger.let_in i where i.account_id = a.id
              and i.to_organisation_id = c.organisation_id and i.from_on <= c.effective_on)))
          or (a.kind <> 'fund' and a.person_id is distinct from c.person_id) then 'account-of-another'
        when c.pence < 0 and a.kept_balance + c.pence < a.floor then 'below-its-floor' end as problem
      from unnest(changes) c join ledger.account a on a.name = c.account) judged
    where problem is not null;
  if problems is not null then perform ledger.refuse(problems); end if;

  update ledger.account a set kept_balance = a.kept_balance + c.pence
    from unnest(changes) c
    where a.name = c.account and a.kept_balance is not null and c.pence <> 0;

  insert into ledger.posting
      (entry_id, place, account_id, pence, effective_on, recorded_on, organisation_id, person_id)
    select l.entry_id, l.place, a.id, l.pence, l.effective_on, l.recorded_on, l.organisation_id, l.person_id
    from unnest(lines) l join ledger.account a on a.name = l.account;

  -- Balances of an old period no longer hold when something is recorded for a day they already knew.
  if exists (select from ledger.snapshot where known_on >= (select min(recorded_on) from unnest(lines))) then
    delete from ledger.snapshot s where exists (select from unnest(lines) l
      where l.recorded_on <= s.known_on and l.effective_on <= s.as_of);
  end if;
end $$;

-- Posts one entry or ten thousand in a few statements: all of them or none. Answers
-- {"earlier": [{"key", "entry"}]}, the entries that were there already, or {"problems": [{"problem",
-- "about"}]}. Asked for under row-level security, it takes entries of the actor's own organisations, or of
-- people whose money they see, and says itself who posted.
create or replace function ledger.post(entries jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  bound boolean := coalesce(current_setting('role', true), '') <> 'openphb_owner';
  bound_id uuid;
  bound_name text;
  made integer;
  lines ledger.asked_posting[];
  bare boolean;
  reversing boolean;
  problems jsonb;
  said text;
begin
  if bound then
    if exists (
      select from (select distinct organisation, person
        from jsonb_to_recordset(entries) as e (organisation uuid, person uuid)) e
      where not coalesce(e.organisation = any ((select access.works_for())::uuid[]), false)
        and not coalesce(e.person = any ((select access.people('money'))::uuid[]), false)) then
      return jsonb_build_object('problems', jsonb_build_array(
        jsonb_build_object('problem', 'not-yours', 'about', null)));
    end if;
    bound_id := access.actor_id();
    select name into bound_name from access.actor where id = bound_id;
  end if;

  -- Numbered as they were asked for, written in the order of their keys: opposite orders would deadlock.
  with asked as materialized (
    select *, nextval('ledger.entry_number') as number
    from jsonb_to_recordset(entries) as e (id uuid, key text, hash text, "on" date,
      recorded_at timestamptz, recorded_on date, because text, actor uuid, actor_name text, reverses uuid,
      organisation uuid, person uuid)
  )
  insert into ledger.entry (id, key, input_hash, effective_on, recorded_at, recorded_on, because,
      actor_id, actor_name, reverses, organisation_id, person_id, number)
    select id, key, hash, "on", recorded_at, recorded_on, because,
      case when bound then bound_id else actor end, coalesce(bound_name, actor_name), reverses,
      organisation, person, number
    from asked order by key collate "C", number on conflict do nothing;
  get diagnostics made = row_count;

  -- An id is new: whose is in the table now was written by this call.
  if made > 0 then
    select array_agg(row(e.id, p.place, p.account, p.pence, e.effective_on, e.recorded_on, e.recorded_at,
        e.organisation_id, e.person_id)::ledger.asked_posting),
        bool_or(p.account is null), bool_or(e.reverses is not null)
      into lines, bare, reversing
      from jsonb_to_recordset(entries) as w (id uuid, postings jsonb)
      join ledger.entry e on e.id = w.id
      left join lateral rows from (jsonb_to_recordset(w.postings) as (account text, pence bigint))
        with ordinality as p (account, pence, place) on true;
    if bare then
      raise exception 'an entry has no postings'
        using errcode = 'check_violation', constraint = 'entry_has_postings';
    end if;
  end if;

  if made < jsonb_array_length(entries) then
    select jsonb_agg(jsonb_build_object('about', w.key, 'problem',
        case when e.id is null then 'already-reversed' else 'key-used-for-another-entry' end))
      into problems
      from jsonb_to_recordset(entries) as w (key text, hash text) left join ledger.entry e on e.key = w.key
      where e.id is null or e.input_hash <> w.hash;
    if problems is not null then perform ledger.refuse(problems); end if;
  end if;

  if made > 0 then perform ledger.write_postings(lines); end if;

  -- A reversal is the mirror of what it reverses.
  if reversing then
    select jsonb_agg(jsonb_build_object('problem', 'not-the-mirror', 'about', e.key)) into problems
      from ledger.entry e join (select distinct entry_id from unnest(lines)) l on l.entry_id = e.id
      where e.reverses is not null and exists (
        select from ledger.posting p where p.entry_id in (e.id, e.reverses)
        group by p.account_id having sum(p.pence) <> 0);
    if problems is not null then perform ledger.refuse(problems); end if;
  end if;

  if made = jsonb_array_length(entries) then return '{"earlier": []}'; end if;
  return jsonb_build_object('earlier', coalesce((
    select jsonb_agg(jsonb_build_object('key', e.key, 'entry', e.id))
    from jsonb_to_recordset(entries) as w (id uuid, key text)
    join ledger.entry e on e.key = w.key and e.id <> w.id), '[]'));
exception when sqlstate 'PHB01' then
  get stacked diagnostics said = pg_exception_detail;
  return jsonb_build_object('problems', said::jsonb);
end $$;
drop type ledger.asked_entry;
