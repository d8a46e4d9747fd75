-- How many people are on each board's list, for the national team: counts without people, kept back and
-- rounded before they leave the database, as cases.figures does (general knowledge: no source that we have
-- read says it of this list).
create function registers.printed(count bigint) returns text language sql immutable as $$
  select case when count = 0 then '0' when count < 8 then '*' else (round(count / 5.0) * 5)::bigint::text end
$$;

-- One row for each board, and one for all of them (null). Where exactly one board is kept back, so is the
-- whole.
create function registers.figures(today date, year_from date)
returns table (organisation_id uuid, on_list text, in_hospital text, not_on text)
language sql stable security definer set search_path = pg_catalog as $$
  with allowed as (select exists (select from access.roles_of(access.actor_id(), today) r
      where r.role = 'national-team') as is_so),
  boards as (select distinct organisation_id from registers.entry
    union select distinct organisation_id from registers.not_on),
  counted as (select b.organisation_id,
      (select count(*) from registers.entry e where e.organisation_id = b.organisation_id
        and e.put_on <= today
        and not exists (select from registers.ending n where n.entry_id = e.id)) as listed,
      (select count(*) from registers.entry e where e.organisation_id = b.organisation_id
        and not exists (select from registers.ending n where n.entry_id = e.id)
        and exists (select from registers.admission a where a.entry_id = e.id and not exists (
          select from registers.discharge d where d.admission_id = a.id))) as inside,
      (select count(*) from registers.not_on o where o.organisation_id = b.organisation_id
        and o.month >= year_from) as without
    from boards b, allowed where allowed.is_so)
  select c.organisation_id, registers.printed(c.listed), registers.printed(c.inside),
    registers.printed(c.without) from counted c
  union all
  select null,
    case when count(*) filter (where listed between 1 and 7) = 1 then '*'
      else registers.printed(sum(listed)::bigint) end,
    case when count(*) filter (where inside between 1 and 7) = 1 then '*'
      else registers.printed(sum(inside)::bigint) end,
    case when count(*) filter (where without between 1 and 7) = 1 then '*'
      else registers.printed(sum(without)::bigint) end
  from counted having count(*) > 0
$$;
revoke execute on function registers.figures(date, date) from public;
grant execute on function registers.figures(date, date), registers.printed(bigint) to openphb_app;
