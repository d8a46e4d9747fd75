-- How many budgets each board has, for the national team: counts without people, suppressed and rounded
-- before they leave the database. 1 to 7 is kept back, nought stays, all else goes to the nearest 5
-- (convention K12: general knowledge of how national figures are kept; no source says so of this return).
create function cases.printed(count bigint) returns text language sql immutable as $$
  select case when count = 0 then '0' when count < 8 then '*' else (round(count / 5.0) * 5)::bigint::text end
$$;

-- One row for each board that has cases, and one for all of them (null). The whole is worked out from the
-- truth; where exactly one board is kept back the whole is too, or it would give the one away.
create function cases.figures(today date, quarter_from date, quarter_until date)
returns table (organisation_id uuid, running text, asked text)
language sql stable security definer set search_path = pg_catalog as $$
  with allowed as (select exists (select from access.roles_of(access.actor_id(), today) r
      where r.role = 'national-team') as is_so),
  counted as (select f.organisation_id,
      count(*) filter (where f.held_from <= today and (f.ends_on is null or f.ends_on >= today)
        and (f.died_on is null or f.died_on > today)) as running,
      count(*) filter (where f.received_on between quarter_from and quarter_until) as asked
    from cases.facts f, allowed where allowed.is_so group by f.organisation_id)
  select c.organisation_id, cases.printed(c.running), cases.printed(c.asked) from counted c
  union all
  select null,
    case when count(*) filter (where running between 1 and 7) = 1 then '*'
      else cases.printed(sum(running)::bigint) end,
    case when count(*) filter (where asked between 1 and 7) = 1 then '*'
      else cases.printed(sum(asked)::bigint) end
  from counted having count(*) > 0
$$;
revoke execute on function cases.figures(date, date, date) from public;
grant execute on function cases.figures(date, date, date), cases.printed(bigint) to openphb_app;
