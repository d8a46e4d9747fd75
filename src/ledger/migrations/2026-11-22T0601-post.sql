-- The one way to write in the ledger.

create type ledger.asked_posting as (
  entry_id uuid, place smallint, account text, pence bigint, effective_on date, recorded_on date,
  recorded_at timestamptz, organisation_id uuid, person_id uuid);

create function ledger.refuse(problems jsonb) returns void language plpgsql as $$
begin
  raise exception 'refused' using errcode = 'PHB01', detail = problems::text;
end $$;

-- Posts one entry or ten thousand in a few statements: all of them or none. Answers
-- {"earlier": [{"key", "entry"}]}, the entries that were there already, or {"problems": [{"problem",
-- "about"}]}. Asked for under row-level security, it takes entries of the actor's own organisations, or of
-- people whose money they see, and says itself who posted.
create function ledger.post(entries jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog as $$
declare
  bound boolean := coalesce(current_setting('role', true), '') <> 'openphb_owner';
  bound_name text;
  fresh uuid[];
  lines ledger.asked_posting[];
  problems jsonb;
  said text;
begin
  if bound and exists (
    select from jsonb_to_recordset(entries) as e (organisation uuid, person uuid)
    where not coalesce(e.organisation = any (access.works_for()), false)
      and not coalesce(e.person = any (access.people('money')), false)) then
    return jsonb_build_object('problems', jsonb_build_array(
      jsonb_build_object('problem', 'not-yours', 'about', null)));
  end if;
  if bound then select name into bound_name from access.actor where id = access.actor_id(); end if;

  -- Numbered as they were asked for, written in the order of their keys: opposite orders would deadlock.
  with asked as (
    select * from rows from (jsonb_to_recordset(entries) as (id uuid, key text, hash text, "on" date,
      recorded_at timestamptz, recorded_on date, because text, actor uuid, actor_name text, reverses uuid,
      organisation uuid, person uuid)) with ordinality
  ), numbered as materialized (
    select a.*, nextval('ledger.entry_number') as number from (select * from asked order by ordinality) a
  ), made as (
    insert into ledger.entry (id, key, input_hash, effective_on, recorded_at, recorded_on, because,
      actor_id, actor_name, reverses, organisation_id, person_id, number)
    select id, key, hash, "on", recorded_at, recorded_on, because,
      case when bound then access.actor_id() else actor end, coalesce(bound_name, actor_name), reverses,
      organisation, person, number
    from numbered order by key collate "C" on conflict do nothing returning id
  )
  select coalesce(array_agg(id), '{}') into fresh from made;

  if cardinality(fresh) < jsonb_array_length(entries) then
    select jsonb_agg(jsonb_build_object('about', w.key, 'problem',
        case when e.id is null then 'already-reversed' else 'key-used-for-another-entry' end))
      into problems
      from jsonb_to_recordset(entries) as w (key text, hash text) left join ledger.entry e on e.key = w.key
      where e.id is null or e.input_hash <> w.hash;
    if problems is not null then perform ledger.refuse(problems); end if;
  end if;

  if cardinality(fresh) > 0 then
    select array_agg(row(e.id, p.place, p.account, p.pence, e."on", e.recorded_on, e.recorded_at,
        e.organisation, e.person)::ledger.asked_posting)
      into lines
      from jsonb_to_recordset(entries) as e (id uuid, "on" date, recorded_on date,
        recorded_at timestamptz, organisation uuid, person uuid, postings jsonb)
      join unnest(fresh) as f (id) on f.id = e.id
      cross join lateral rows from (jsonb_to_recordset(e.postings) as (account text, pence bigint))
        with ordinality as p (account, pence, place);
    if cardinality(fresh) > (select count(distinct entry_id) from unnest(lines)) then
      raise exception 'an entry has no postings'
        using errcode = 'check_violation', constraint = 'entry_has_postings';
    end if;
    perform ledger.write_postings(lines);
  end if;

  return jsonb_build_object('earlier', coalesce((
    select jsonb_agg(jsonb_build_object('key', e.key, 'entry', e.id))
    from jsonb_to_recordset(entries) as w (id uuid, key text)
    join ledger.entry e on e.key = w.key and e.id <> w.id
    where cardinality(fresh) < jsonb_array_length(entries)), '[]'));
exception when sqlstate 'PHB01' then
  get stacked diagnostics said = pg_exception_detail;
  return jsonb_build_object('problems', said::jsonb);
end $$;

-- The accounts of these postings opened where they are new, touched in the order of their names, and the
-- postings written.
create function ledger.write_postings(lines ledger.asked_posting[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  problems jsonb;
begin
  insert into ledger.account
      (name, kind, organisation_id, person_id, floor, kept_balance, opened_at)
    select distinct on (l.account collate "C") l.account, k.kind, l.organisation_id,
      case when k.kind = 'fund' then null else l.person_id end, ledger.floor_of(k.kind),
      case when k.kind = 'fund' then null else 0 end, l.recorded_at
    from unnest(lines) l cross join lateral (select ledger.kind_of(l.account) as kind) k
    where not exists (select from ledger.account a where a.name = l.account)
    order by l.account collate "C" on conflict (name) do nothing;

  select jsonb_agg(distinct jsonb_build_object('problem', 'account-of-another', 'about', a.name))
    into problems
    from unnest(lines) l join ledger.account a on a.name = l.account
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

revoke execute on function ledger.refuse(jsonb) from public;
revoke execute on function ledger.post(jsonb) from public;
revoke execute on function ledger.write_postings(ledger.asked_posting[]) from public;
grant execute on function ledger.post(jsonb) to openphb_app;
