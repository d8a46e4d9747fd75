-- Who has to do with which job: the assistant, the payroll firm, the third party, a helper with hours.

-- The person that the one who asks is; nobody for staff and visitors.
create function employment.me() returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select a.person_id from access.actor_shown a where a.id = access.actor_id() and a.ended_at is null
$$;
create function employment.today() returns date language sql stable as $$
  select current_setting('openphb.today')::date
$$;
create function employment.worked_by_me() returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(c.engagement_id), '{}') from employment.account c
    where c.assistant_id = employment.me()
$$;
create function employment.employed_by_us() returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(e.id), '{}') from employment.engagement e
    where e.employer_organisation_id = any ((select access.works_for())::uuid[])
$$;
-- Only the firm that works the pay out now, or did it last.
create function employment.paid_by_us() returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(p.engagement_id), '{}') from employment.payroll p
    where p.firm_id = any ((select access.works_for())::uuid[])
      and not exists (select from employment.payroll q where q.engagement_id = p.engagement_id
        and q.number > p.number and q.from_on <= employment.today())
$$;
-- People whose assistants' hours somebody was asked to help with: names, days and hours, never pay.
create function employment.hours_let() returns table (person_id uuid, may jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select r.person_id, r.may from people.relationship_shown r
    where r.other_person_id = employment.me() and r.kind = 'helper' and r.revoked_at is null
      and r.from_on <= employment.today() and (r.until_on is null or r.until_on >= employment.today())
      and (r.may -> 'sees' ? 'hours' or r.may @? '$.does[*] ? (@.act == "approve-hours")')
$$;
create function employment.hours_of_mine() returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(e.id), '{}') from employment.engagement e
    where e.person_id in (select h.person_id from employment.hours_let() h)
$$;
-- A nominee who holds the money employs, though the records of health stay shut to them.
create function employment.held_by_me() returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(e.id), '{}') from employment.engagement e
    join people.relationship_shown r on r.person_id = e.person_id
    where r.other_person_id = employment.me() and r.kind = 'nominee' and r.revoked_at is null
      and r.withdrawn_on is null and r.from_on <= employment.today()
      and (r.until_on is null or r.until_on >= employment.today())
      and e.person_id in (select unnest(access.people('money')))
$$;

-- A budget in which assistants may be employed, for those who see its money, and for the third party that
-- holds it: whose it is, and who employs.
create function employment.budget_of(of_reference text)
returns table (organisation_id uuid, person_id uuid, holder_kind text, holder_name text,
  third_party_id uuid, third_party_name text, insurance_from date, ours boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select a.organisation_id, a.person_id, a.holder_kind, a.holder_name, a.third_party_id,
      a.third_party_name, a.insurance_from, a.third_party_id = any (
        (select access.works_for())::uuid[]) as ours
    from agreements.agreement_shown a
    where a.reference = of_reference and a.signed_by_person_on is not null
      and a.signed_by_body_on is not null
      and (current_setting('role') <> 'openphb_app'
        or a.organisation_id = any ((select access.organisations('money'))::uuid[])
        or a.person_id in (select unnest(access.people('money')))
        or a.third_party_id = any ((select access.works_for())::uuid[]))
    order by a.number desc limit 1
$$;

-- Days on which the same assistant's hours on another timesheet overlap with these, or make more than 24
-- hours with them. Which employer's they are is not said.
create function employment.clashes_of(sheet uuid) returns table (on_day date, kind text)
language sql stable security definer set search_path = pg_catalog as $$
  with mine as (
    select s.on_day, s.units, s.begins, s.engagement_id, t.week_on, c.assistant_id
      from employment.spell s join employment.timesheet t on t.id = s.timesheet_id
      left join employment.account c on c.engagement_id = s.engagement_id
      where s.timesheet_id = sheet and s.unit = 'hour'),
  others as (
    select m.on_day, s.units, s.begins, m.units as mine, m.begins as mine_begins
      from mine m
      join employment.account c on c.assistant_id = m.assistant_id and c.engagement_id <> m.engagement_id
      join employment.timesheet t on t.engagement_id = c.engagement_id and t.week_on = m.week_on
        and not exists (select from employment.timesheet u where u.engagement_id = t.engagement_id
          and u.week_on = t.week_on and u.number > t.number)
        and not exists (select from employment.decision d where d.timesheet_id = t.id
          and d.decided = 'sent-back')
      join employment.spell s on s.timesheet_id = t.id and s.unit = 'hour' and s.on_day = m.on_day)
  select o.on_day, 'overlaps' from others o
    where o.begins is not null and o.mine_begins is not null
      and extract(epoch from o.begins) * 1000 < extract(epoch from o.mine_begins) * 1000 + o.mine * 3600
      and extract(epoch from o.mine_begins) * 1000 < extract(epoch from o.begins) * 1000 + o.units * 3600
  union
  select o.on_day, 'over-24' from others o group by o.on_day, o.mine having sum(o.units) + o.mine > 24000
$$;

-- Takes up a word: the one who asks becomes the assistant of the engagement that it names.
create function employment.take_up(hash text) returns table (engagement_id uuid, organisation_id uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare found employment.invitation;
begin
  select * into found from employment.invitation i where i.word_hash = hash and i.used_at is null
    and i.until_on >= employment.today() for update;
  if found is null or employment.me() is null or employment.me() = found.person_id then return; end if;
  if exists (select from employment.account c where c.engagement_id
    = found.engagement_id) then return; end if;
  update employment.invitation i set used_at = statement_timestamp() where i.word_hash = hash;
  insert into employment.account values (found.engagement_id, found.organisation_id, found.person_id,
    employment.me(), employment.today());
  return query select found.engagement_id, found.organisation_id;
end $$;
-- Which organisation would answer for somebody new who has this word: null where the word is not good.
create function employment.word_of(hash text) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select i.organisation_id from employment.invitation i where i.word_hash = hash and i.used_at is null
    and i.until_on >= employment.today()
$$;
