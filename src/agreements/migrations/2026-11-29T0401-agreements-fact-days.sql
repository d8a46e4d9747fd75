-- The days of an agreement's facts, kept beside them as they are written: asked of ten thousand agreements at
-- once, they were counted together again for each. Facts are written once, so only writing one changes this.
create table agreements.fact_days (
  agreement_id uuid primary key references agreements.agreement (id),
  organisation_id uuid not null,
  person_id uuid not null,
  signed_by_person_on date,
  signed_by_body_on date,
  consent_on date,
  consent_withdrawn_on date,
  nominee_agreed_on date,
  body_agreed_on date,
  nominee_withdrawn_on date,
  insurance_from date,
  -- The last day before a newer agreement of the case that both sides have signed.
  replaced_after date
);

alter table agreements.fact_days enable row level security;
create policy seen on agreements.fact_days for select to openphb_app using (
  organisation_id = any ((select access.organisations('money'))::uuid[])
  or person_id in (select unnest(access.people('money'))));
grant select on agreements.fact_days to openphb_app;

insert into agreements.fact_days
  select a.id, a.organisation_id, a.person_id,
    min(f.on_day) filter (where what = 'signed-by-person'),
    min(f.on_day) filter (where what = 'signed-by-body'),
    max(f.on_day) filter (where what = 'consent'),
    max(f.on_day) filter (where what = 'consent-withdrawn'),
    min(f.on_day) filter (where what = 'nominee-agreed'),
    min(f.on_day) filter (where what = 'body-agreed-nominee'),
    max(f.on_day) filter (where what = 'nominee-withdrawn'),
    min(f.on_day) filter (where what = 'employer-insurance'),
    null
  from agreements.agreement a left join agreements.fact f on f.agreement_id = a.id
  group by a.id, a.organisation_id, a.person_id;
update agreements.fact_days d set replaced_after = r.day
  from (select a.id, min(b.from_on) - 1 as day from agreements.agreement a
    join agreements.agreement b on b.reference = a.reference and b.number > a.number
    join agreements.fact_days s on s.agreement_id = b.id and s.signed_by_person_on is not null
      and s.signed_by_body_on is not null
    group by a.id) r
  where d.agreement_id = r.id;

create function agreements.days_begin() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into agreements.fact_days (agreement_id, organisation_id, person_id)
    select f.id, f.organisation_id, f.person_id from fresh f on conflict do nothing;
  return null;
end $$;
create trigger days after insert on agreements.agreement
  referencing new table as fresh for each statement execute function agreements.days_begin();

create function agreements.days_noted() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into agreements.fact_days as d
    select f.agreement_id, f.organisation_id, f.person_id,
      min(f.on_day) filter (where f.what = 'signed-by-person'),
      min(f.on_day) filter (where f.what = 'signed-by-body'),
      max(f.on_day) filter (where f.what = 'consent'),
      max(f.on_day) filter (where f.what = 'consent-withdrawn'),
      min(f.on_day) filter (where f.what = 'nominee-agreed'),
      min(f.on_day) filter (where f.what = 'body-agreed-nominee'),
      max(f.on_day) filter (where f.what = 'nominee-withdrawn'),
      min(f.on_day) filter (where f.what = 'employer-insurance'),
      null
    from fresh f group by f.agreement_id, f.organisation_id, f.person_id order by f.agreement_id
  on conflict (agreement_id) do update set
    signed_by_person_on = least(d.signed_by_person_on, excluded.signed_by_person_on),
    signed_by_body_on = least(d.signed_by_body_on, excluded.signed_by_body_on),
    consent_on = greatest(d.consent_on, excluded.consent_on),
    consent_withdrawn_on = greatest(d.consent_withdrawn_on, excluded.consent_withdrawn_on),
    nominee_agreed_on = least(d.nominee_agreed_on, excluded.nominee_agreed_on),
    body_agreed_on = least(d.body_agreed_on, excluded.body_agreed_on),
    nominee_withdrawn_on = greatest(d.nominee_withdrawn_on, excluded.nominee_withdrawn_on),
    insurance_from = least(d.insurance_from, excluded.insurance_from);
  update agreements.fact_days d set replaced_after = least(d.replaced_after, r.day)
    from (select a.id, min(b.from_on) - 1 as day from agreements.agreement b
      join agreements.fact_days s on s.agreement_id = b.id and s.signed_by_person_on is not null
        and s.signed_by_body_on is not null
      join agreements.agreement a on a.reference = b.reference and a.number < b.number
      where b.id in (select f.agreement_id from fresh f
        where f.what in ('signed-by-person', 'signed-by-body'))
      group by a.id) r
    where d.agreement_id = r.id;
  return null;
end $$;
create trigger days after insert on agreements.fact
  referencing new table as fresh for each statement execute function agreements.days_noted();
revoke execute on function agreements.days_begin(), agreements.days_noted() from public;

create or replace view agreements.agreement_shown with (security_invoker = true) as
  select a.id, a.reference, a.number, a.organisation_id, a.person_id, a.plan_version_id, a.holder_kind,
    a.holder_person_id, a.holder_organisation_id, a.holder_name, a.third_party_id, a.third_party_name,
    a.own_consent, a.one_off_items, a.weekly_direct, a.weekly_third_party, a.weekly_notional, a.from_on,
    a.notice_days, a.employs, a.made_on, d.signed_by_person_on, d.signed_by_body_on, d.consent_on,
    d.consent_withdrawn_on, d.nominee_agreed_on, d.body_agreed_on, d.nominee_withdrawn_on, d.insurance_from,
    e.ends_on, e.ground as end_ground, d.replaced_after
  from agreements.agreement a
    left join agreements.fact_days d on d.agreement_id = a.id
    left join agreements.ending e on e.reference = a.reference;
