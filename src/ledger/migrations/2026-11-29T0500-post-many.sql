-- Posting thousands at once, as before and in less time: what was asked is read out of its text once, what
-- an actor may see is worked out once and not for every entry, and the sort of each account once.

create type ledger.asked_entry as (
  id uuid, key text, hash text, effective_on date, recorded_at timestamptz, recorded_on date, because text,
  actor uuid, actor_name text, reverses uuid, organisation_id uuid, person_id uuid, postings jsonb,
  place bigint);

create or replace function ledger.post(entries jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog as $$
declare
  bound boolean := coalesce(current_setting('role', true), '') <> 'openphb_owner';
  bound_name text;
  asked ledger.asked_entry[];
  fresh uuid[];
  lines ledger.asked_posting[];
  problems jsonb;
  said text;
begin
  select array_agg(row(e.id, e.key, e.hash, e."on", e.recorded_at, e.recorded_on, e.because, e.actor,
      e.actor_name, e.reverses, e.organisation, e.person, e.postings, e.ordinality)::ledger.asked_entry)
    into asked
    from rows from (jsonb_to_recordset(entries) as (id uuid, key text, hash text, "on" date,
      recorded_at timestamptz, recorded_on date, because text, actor uuid, actor_name text, reverses uuid,
      organisation uuid, person uuid, postings jsonb)) with ordinality as e;
  if bound then
    if exists (
      select from (select distinct organisation_id, person_id from unnest(asked)) e
      where not coalesce(e.organisation_id = any ((select access.works_for())::uuid[]), false)
        and not coalesce(e.person_id = any ((select access.people('money'))::uuid[]), false)) then
      return jsonb_build_object('problems', jsonb_build_array(
        jsonb_build_object('problem', 'not-yours', 'about', null)));
    end if;
    select name into bound_name from access.actor where id = access.actor_id();
  end if;

  -- Numbered as they were asked for, written in the order of their keys: opposite orders would deadlock.
  with numbered as materialized (
    select a.*, nextval('ledger.entry_number') as number
    from (select * from unnest(asked) order by place) a
  ), made as (
    insert into ledger.entry (id, key, input_hash, effective_on, recorded_at, recorded_on, because,
      actor_id, actor_name, reverses, organisation_id, person_id, number)
    select id, key, hash, effective_on, recorded_at, recorded_on, because,
      case when bound then (select access.actor_id()) else actor end, coalesce(bound_name, actor_name),
      reverses, organisation_id, person_id, number
    from numbered order by key collate "C" on conflict do nothing returning id
  )
  select coalesce(array_agg(id), '{}') into fresh from made;

  if cardinality(fresh) < cardinality(asked) then
    select jsonb_agg(jsonb_build_object('about', w.key, 'problem',
        case when e.id is null then 'already-reversed' else 'key-used-for-another-entry' end))
      into problems
      from unnest(asked) w left join ledger.entry e on e.key = w.key
      where e.id is null or e.input_hash <> w.hash;
    if problems is not null then perform ledger.refuse(problems); end if;
  end if;

  if cardinality(fresh) > 0 then
    select array_agg(row(e.id, p.place, p.account, p.pence, e.effective_on, e.recorded_on, e.recorded_at,
        e.organisation_id, e.person_id)::ledger.asked_posting)
      into lines
      from unnest(asked) e
      join unnest(fresh) as f (id) on f.id = e.id
      cross join lateral rows from (jsonb_to_recordset(e.postings) as (account text, pence bigint))
        with ordinality as p (account, pence, place);
    if cardinality(fresh) > (select count(*) from (select distinct entry_id from unnest(lines)) l) then
      raise exception 'an entry has no postings'
        using errcode = 'check_violation', constraint = 'entry_has_postings';
    end if;
    perform ledger.write_postings(lines);
  end if;

  return jsonb_build_object('earlier', coalesce((
    select jsonb_agg(jsonb_build_object('key', e.key, 'entry', e.id))
    from unnest(asked) w
    join ledger.entry e on e.key = w.key and e.id <> w.id
    where cardinality(fresh) < cardinality(asked)), '[]'));
exception when sqlstate 'PHB01' then
  get stacked diagnostics said = pg_exception_detail;
  return jsonb_build_object('problems', said::jsonb);
end $$;

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
    from (select distinct account, organisation_id, person_id from unnest(lines)) l
      join ledger.account a on a.name = l.account
    where a.organisation_id <> l.organisation_id
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

  -- A reversal is the mirror of what it reverses.
  select jsonb_agg(jsonb_build_object('problem', 'not-the-mirror', 'about', e.key)) into problems
    from ledger.entry e
    join (select distinct entry_id from unnest(lines)) l on l.entry_id = e.id
    where e.reverses is not null and exists (
      select from ledger.posting p where p.entry_id in (e.id, e.reverses)
      group by p.account_id having sum(p.pence) <> 0);
  if problems is not null then perform ledger.refuse(problems); end if;
end $$;
