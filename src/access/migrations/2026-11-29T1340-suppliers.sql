-- A supplier that is let see a plan sees its own lines of it, and an organisation that holds money sees those
-- that it holds money for (its grant says so: `may` has 'holds-money'). Which lines those are, `plans` says;
-- who it is, is said here: access.people('supplies') and access.people('holds'), both in `part` too.
update access.grant set may = array_append(may, 'holds-money')
  where to_role = 'provider' and because = 'holds the third-party budget' and not 'holds-money' = any (may);

drop function access.sights_of(uuid, date);
-- What a grant to a provider lets see: the plan at most, whatever else it names.
create function access.sights_of(who uuid, today date)
returns table (person_id uuid, sees text, seen_as text)
language sql stable security definer set search_path = pg_catalog as $$
  with works as (select r.role, r.organisation_id from access.role r
      where r.actor_id = who and r.from_on <= today and (r.until_on is null or r.until_on >= today)),
    granted as (select g.person_id, g.sees, g.may, g.actor_id, g.to_organisation_id, g.to_role, g.to_person_id
      from access.grant g where g.ended_at is null and g.from_on <= today
        and (g.until_on is null or g.until_on >= today))
  select g.person_id, g.sees, case
      when exists (select from works where role = 'council-officer') then 'council'
      when g.sees = 'plan' and exists (select from works where role = 'provider') then
        case when 'holds-money' = any (g.may) then 'holder' else 'supplier' end end
    from granted g where g.actor_id = who
  union all
  select g.person_id,
      case when w.role = 'provider' and g.sees in ('all', 'money') then 'plan' else g.sees end,
      case when w.role = 'council-officer' then 'council' when w.role = 'provider' then
        case when 'holds-money' = any (g.may) then 'holder' else 'supplier' end end
    from works w join granted g on w.organisation_id = g.to_organisation_id and w.role = g.to_role
  union all
  select g.person_id, g.sees, null from access.actor a join granted g on g.to_person_id = a.person_id
    where a.id = who
  union all
  select a.person_id, 'all', null from access.actor a where a.id = who and a.person_id is not null
$$;
revoke execute on function access.sights_of(uuid, date) from openphb_app, public;

create or replace function access.enter(who uuid, today date) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  works uuid[]; sees_all uuid[]; sees_some uuid[]; manages uuid[];
  p_all uuid[]; p_money uuid[]; p_plan uuid[]; p_name uuid[];
  p_part uuid[]; p_supplies uuid[]; p_holds uuid[];
begin
  if who is not null then
    select array_agg(distinct organisation_id),
           array_agg(distinct organisation_id) filter (where role
             in ('team-leader', 'head-of-service', 'panel', 'auditor')),
           array_agg(distinct organisation_id) filter (where role
             in ('team-leader', 'head-of-service', 'panel', 'auditor', 'finance-officer')),
           array_agg(distinct organisation_id) filter (where role = 'administrator')
      into works, sees_all, sees_some, manages from access.roles_of(who, today);
    select array_agg(person_id) filter (where "all"), array_agg(person_id) filter (where money),
           array_agg(person_id) filter (where plan), array_agg(person_id),
           array_agg(person_id) filter (where plan and not whole),
           array_agg(person_id) filter (where supplies), array_agg(person_id) filter (where holds)
      into p_all, p_money, p_plan, p_name, p_part, p_supplies, p_holds
      from (select person_id, bool_or(sees = 'all') as "all", bool_or(sees in ('all', 'money')) as money,
          bool_or(sees in ('all', 'plan', 'money')) as plan,
          bool_or(sees in ('all', 'plan', 'money') and seen_as is null) as whole,
          bool_and(seen_as is not distinct from 'supplier') as supplies,
          bool_and(coalesce(seen_as in ('supplier', 'holder'), false))
            and bool_or(seen_as = 'holder') as holds
        from access.sights_of(who, today) group by person_id) as one;
  end if;
  perform set_config('openphb.actor', coalesce(who::text, ''), true),
    set_config('openphb.today', today::text, true),
    set_config('openphb.works_for', access.say(works), true),
    set_config('openphb.organisations_all', access.say(sees_all), true),
    set_config('openphb.organisations_money', access.say(sees_some), true),
    set_config('openphb.organisations_plan', access.say(sees_some), true),
    set_config('openphb.organisations_name', access.say(sees_some), true),
    set_config('openphb.organisations_bank', access.say(sees_some), true),
    set_config('openphb.organisations_manage', access.say(manages), true),
    set_config('openphb.people_bank', access.say(p_all), true),
    set_config('openphb.people_all', access.say(p_all), true),
    set_config('openphb.people_money', access.say(p_money), true),
    set_config('openphb.people_plan', access.say(p_plan), true),
    set_config('openphb.people_part', access.say(p_part), true),
    set_config('openphb.people_supplies', access.say(p_supplies), true),
    set_config('openphb.people_holds', access.say(p_holds), true),
    set_config('openphb.people_name', access.say(p_name), true);
end $$;
revoke execute on function access.enter(uuid, date) from openphb_app, public;

-- Closes a table to suppliers: what it says of a person is not theirs, although they see the name.
create function access.not_for_suppliers(of_table regclass) returns void language plpgsql as $$
begin
  execute format($p$create policy not_for_suppliers on %s as restrictive for select to openphb_app using (
    person_id not in (select unnest(access.people('supplies')))
      or organisation_id = any ((select access.organisations('name'))::uuid[]))$p$, of_table);
end $$;
revoke execute on function access.not_for_suppliers(regclass) from public;

-- Who else helps a person is not for those who only supply them to know by name.
create or replace function access.knows(who uuid, their_person uuid) returns boolean
language sql stable security definer cost 2000 set search_path = pg_catalog as $$
  select access.actor_id() is not null and (
    who = access.actor_id()
    or exists (select from access.role r where r.actor_id = who)
    or their_person = any (access.people('name'))
    or exists (select from access.grant g where (g.actor_id = who or g.to_person_id = their_person)
      and ((g.person_id in (select unnest(access.people('name')))
          and g.person_id not in (select unnest(access.people('supplies'))))
         or exists (select from access.happening h where h.person_id = g.person_id
           and h.organisation_id = any ((select access.organisations('name'))::uuid[]))))
    or exists (select from access.happening h where h.person_id = their_person
      and h.organisation_id = any ((select access.organisations('name'))::uuid[])))
$$;
-- Nor who was let see what.
create policy not_for_suppliers on access.grant as restrictive for select to openphb_app using (
  person_id not in (select unnest(access.people('supplies')))
    or actor_id = (select access.actor_id())
    or to_organisation_id = any ((select access.works_for())::uuid[]));
