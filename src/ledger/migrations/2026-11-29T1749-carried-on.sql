-- An account moves with its case to the body that follows: in nothing else is it changed.
create or replace function ledger.keep_account() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'account % is never taken out', old.name using errcode = 'restrict_violation';
  end if;
  if platform.only_moved(to_jsonb(old), to_jsonb(new)) then return new; end if;
  if (new.id, new.name, new.kind, new.organisation_id, new.person_id, new.floor, new.opened_at)
     is distinct from
     (old.id, old.name, old.kind, old.organisation_id, old.person_id, old.floor, old.opened_at) then
    raise exception 'account % is opened once', old.name using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

-- A fund stays with its own body, and the entries on it move: so every fund of the old body lets the entries
-- of the new one in, for all days, and so does every fund that let the old body's in.
create function ledger.let_successor_in(old_body uuid, new_body uuid, today date) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into ledger.let_in (account_id, organisation_id, to_organisation_id, from_on, let_on)
    select account_id, organisation_id, new_body, min(from_on), today from (
      select a.id as account_id, a.organisation_id, date '2000-01-01' as from_on from ledger.account a
        where a.kind = 'fund' and a.organisation_id = old_body
      union all
      select i.account_id, i.organisation_id, i.from_on from ledger.let_in i
        where i.to_organisation_id = old_body and i.organisation_id <> new_body) funds
    group by account_id, organisation_id
    on conflict (account_id, to_organisation_id)
      do update set from_on = least(ledger.let_in.from_on, excluded.from_on)
$$;
revoke execute on function ledger.let_successor_in(uuid, uuid, date) from public, openphb_app;

-- An entry that is asked for again after its case moved names another body and another fund than when it was
-- posted. It is the same where its key, its day, its words and its person are, and what it says of the
-- budget.
create function ledger.same_but_moved(known ledger.entry, day date, words text, person uuid, postings jsonb)
returns boolean language sql stable security definer set search_path = pg_catalog as $$
  select known.effective_on = day and known.because = words and known.person_id is not distinct from person
    and exists (select from access.moved_shown m
      where m.person_id = known.person_id and m.moved_at > known.recorded_at)
    and not exists (select from (
      select p.account, p.pence from jsonb_to_recordset(postings) as p (account text, pence bigint)
      union all
      select a.name, -q.pence from ledger.posting q join ledger.account a on a.id = q.account_id
        where q.entry_id = known.id) them
      where account not like 'fund:%' group by account having sum(pence) <> 0)
$$;
revoke execute on function ledger.same_but_moved(ledger.entry, date, text, uuid, jsonb)
  from public, openphb_app;

-- The one place of ledger.post that changes, in its text as it stands: whoever changed it before keeps that.
do $$
declare
  was text := pg_get_functiondef('ledger.post(jsonb)'::regprocedure);
  now text := replace(replace(was,
    'where e.id is null or e.input_hash <> w.hash;',
    'where e.id is null or (e.input_hash <> w.hash
        and not ledger.same_but_moved(e, w."on", w.because, w.person, w.postings));'),
    'as w (key text, hash text) left join ledger.entry e on e.key = w.key',
    'as w (key text, hash text, "on" date, because text, person uuid, postings jsonb)
      left join ledger.entry e on e.key = w.key');
begin
  if position('same_but_moved' in now) = 0 or position('postings jsonb)
      left join' in now) = 0 then
    raise exception 'ledger.post is not as this change knows it';
  end if;
  execute now;
end $$;

-- What of a budget is open: not yet spent, owed, or not yet explained. What was spent stays where it was
-- paid.
create function ledger.open_kinds() returns text[] language sql immutable parallel safe as $$
  select array['allocated', 'held', 'contingency', 'outside-plan', 'to-recover', 'in-dispute',
    'owed-by-supplier']
$$;
grant execute on function ledger.open_kinds() to openphb_app;
