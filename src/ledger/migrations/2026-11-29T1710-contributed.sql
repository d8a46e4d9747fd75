-- What somebody other than the NHS gave for a thing that is bought once, held until it is passed on to the
-- supplier. One account for each giver, and never below nought: nobody's gift pays for another's share.

-- accounts.ts has the same list.
create or replace function ledger.kind_of(name text) returns text language sql immutable parallel safe as $$
  select case
    when length(split_part(name, ':', 2)) > 60 or length(split_part(name, ':', 3)) > 60 then null
    when name ~ '^fund:[A-Za-z0-9-]+$' then 'fund'
    when name ~ '^bank:[A-Za-z0-9-]+$' then 'bank'
    when name ~ '^PHB-[0-9A-Z]{4}-[0-9A-Z]{3}:(allocated|held|contingency|outside-plan|to-recover)$'
      then split_part(name, ':', 2)
    when name ~ ('^PHB-[0-9A-Z]{4}-[0-9A-Z]{3}:(spent|commissioned|in-dispute|owed-by-supplier|contributed)'
      || ':[a-z0-9-]+$')
      then split_part(name, ':', 2)
  end
$$;

create or replace function ledger.floor_of(kind text) returns bigint
language sql immutable parallel safe as $$
  select case
    when kind in ('allocated', 'contingency', 'to-recover', 'owed-by-supplier', 'contributed') then 0 end
$$;
