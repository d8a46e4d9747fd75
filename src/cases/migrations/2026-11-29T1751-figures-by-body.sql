-- Counts of a day, by the body that answered on a day: budgets of 2014 by the bodies of 2014, or by today's.
-- Who may ask is a matter of today.
create function cases.figures_by(as_of date, quarter_from date, quarter_until date, bodies_on date)
returns table (organisation_id uuid, running text, asked text)
language sql stable security definer set search_path = pg_catalog as $$
  with allowed as (select exists (
      select from access.roles_of(access.actor_id(), current_setting('openphb.today')::date) r
      where r.role = 'national-team') as is_so),
  counted as (select coalesce(former.body_id, f.organisation_id) as organisation_id,
      count(*) filter (where f.held_from <= as_of and (f.ends_on is null or f.ends_on >= as_of)
        and (f.died_on is null or f.died_on > as_of)) as running,
      count(*) filter (where f.received_on between quarter_from and quarter_until) as asked
    from allowed, cases.facts f
      left join access.answered_on(bodies_on) former on former.person_id = f.person_id
    where allowed.is_so group by 1)
  select c.organisation_id, cases.printed(c.running), cases.printed(c.asked) from counted c
    where c.running + c.asked > 0 or bodies_on = current_setting('openphb.today')::date
  union all
  select null,
    case when count(*) filter (where running between 1 and 7) = 1 then '*'
      else cases.printed(sum(running)::bigint) end,
    case when count(*) filter (where asked between 1 and 7) = 1 then '*'
      else cases.printed(sum(asked)::bigint) end
  from counted having count(*) > 0
$$;
revoke execute on function cases.figures_by(date, date, date, date) from public;
grant execute on function cases.figures_by(date, date, date, date) to openphb_app;
drop function cases.figures(date, date, date);

-- Under whose figure a time began, and on which day that body last had it: a day that was promised stays when
-- another body follows.
create function cases.held_by(person uuid, body uuid, began date, today date)
returns table (body_id uuid, day date) language sql stable set search_path = pg_catalog as $$
  select coalesce(m.from_id, body), coalesce(m.on_day - 1, today) from (select) as one
    left join lateral (select m.from_id, m.on_day from access.moved_shown m
      where m.person_id = person and m.on_day > began order by m.on_day, m.number limit 1) m on true
$$;
revoke execute on function cases.held_by(uuid, uuid, date, date) from public;

-- The one place of cases.found that changes, in its text as it stands: whoever changed it before keeps that.
do $$
declare
  was text := pg_get_functiondef('cases.found(uuid[])'::regprocedure);
  now text := replace(replace(was,
    'from people.setting_shown s where s.organisation_id = r.organisation_id',
    'from people.setting_shown s, cases.held_by(r.person_id, r.organisation_id, paid.first_on, now.day) h
        where s.organisation_id = h.body_id'),
    'and now.day between s.from_on and coalesce(s.until_on, now.day)',
    'and h.day between s.from_on and coalesce(s.until_on, h.day)');
begin
  if position('cases.held_by' in now) = 0 or position('h.day between' in now) = 0 then
    raise exception 'cases.found is not as this change knows it';
  end if;
  execute now;
end $$;
