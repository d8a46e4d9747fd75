-- Whoever sees a plan only because their council has a part in it sees that part. Which lines that is, each
-- module says of its own tables; who it is, is said here: `access.people('part')`.
drop function access.sights_of(uuid, date);
create function access.sights_of(who uuid, today date)
returns table (person_id uuid, sees text, for_body boolean)
language sql stable security definer set search_path = pg_catalog as $$
  with officer as (select exists (select from access.role r
      where r.actor_id = who and r.role = 'council-officer' and r.from_on <= today
        and (r.until_on is null or r.until_on >= today)) as is_one)
  select g.person_id, g.sees, officer.is_one from access.grant g, officer
    where g.actor_id = who and g.ended_at is null and g.from_on <= today and (g.until_on is null
      or g.until_on >= today)
  union all
  select g.person_id, g.sees, r.role = 'council-officer' from access.grant g
    join access.role r on r.organisation_id = g.to_organisation_id and r.role = g.to_role
    where r.actor_id = who and r.from_on <= today and (r.until_on is null or r.until_on >= today)
      and g.ended_at is null and g.from_on <= today and (g.until_on is null or g.until_on >= today)
  union all
  select g.person_id, g.sees, false from access.actor a join access.grant g on g.to_person_id = a.person_id
    where a.id = who and g.ended_at is null and g.from_on <= today
      and (g.until_on is null or g.until_on >= today)
  union all
  select a.person_id, 'all', false from access.actor a where a.id = who and a.person_id is not null
$$;
revoke execute on function access.sights_of(uuid, date) from openphb_app, public;

create or replace function access.enter(who uuid, today date) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  works uuid[]; sees_all uuid[]; sees_some uuid[]; manages uuid[];
  p_all uuid[]; p_money uuid[]; p_plan uuid[]; p_whole uuid[]; p_name uuid[];
begin
  if who is not null then
    select array_agg(distinct organisation_id),
           array_agg(distinct organisation_id) filter (where role
             in ('team-leader', 'head-of-service', 'panel', 'auditor')),
           array_agg(distinct organisation_id) filter (where role
             in ('team-leader', 'head-of-service', 'panel', 'auditor', 'finance-officer')),
           array_agg(distinct organisation_id) filter (where role = 'administrator')
      into works, sees_all, sees_some, manages from access.roles_of(who, today);
    select array_agg(distinct person_id) filter (where sees = 'all'),
           array_agg(distinct person_id) filter (where sees in ('all', 'money')),
           array_agg(distinct person_id) filter (where sees in ('all', 'plan', 'money')),
           array_agg(distinct person_id) filter (where sees in ('all', 'plan', 'money') and not for_body),
           array_agg(distinct person_id)
      into p_all, p_money, p_plan, p_whole, p_name from access.sights_of(who, today);
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
    set_config('openphb.people_part', access.say(array(
      select unnest(p_plan) except select unnest(p_whole))), true),
    set_config('openphb.people_name', access.say(p_name), true);
end $$;
revoke execute on function access.enter(uuid, date) from openphb_app, public;
