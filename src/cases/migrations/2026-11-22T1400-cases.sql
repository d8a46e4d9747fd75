-- One person's case in one place: the facts that every module knows of a case, gathered so that twenty
-- thousand of
-- them can be filtered at once. A copy, never the truth: `cases.found` says what it must be, a check
-- compares.
grant usage on schema cases to openphb_app;

create table cases.facts (
  reference text primary key,
  request_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  pathway text not null,
  worker_id uuid,
  outcome text,
  ways text[] not null default '{}',
  received_on date not null,
  withdrawn_on date,
  decided_on date,
  again_on date,
  again_by date,
  assessed_on date,
  sum_on date,
  sum_shown_on date,
  doubt_on date,
  doubt_by date,
  plan_on date,
  plan_to text,
  plan_since date,
  signed_off_on date,
  agreement_on date,
  person_signed_on date,
  body_signed_on date,
  held_from date,
  held_signed_on date,
  paid_out boolean not null default false,
  account_given_on date,
  account_approved_on date,
  first_due_on date,
  first_paid_on date,
  reviewed_on date,
  review_due_on date,
  audit_due_on date,
  eligibility_due_on date,
  notice_on date,
  ends_on date,
  closed_on date,
  died_on date
);
create index on cases.facts (person_id);
create index on cases.facts (organisation_id, worker_id);
create index undecided on cases.facts (organisation_id, pathway, received_on)
  where decided_on is null and withdrawn_on is null;

-- That a case exists and how it stands may be seen by whoever sees its name; nobody writes here but
-- `cases.gather`.
alter table cases.facts enable row level security;
create policy seen on cases.facts for select to openphb_app using (
  organisation_id = any ((select access.organisations('name'))::uuid[])
  or person_id in (select unnest(access.people('name'))));
grant select on cases.facts to openphb_app;

-- The filters that a member of staff comes back to: their own.
create table cases.saved_filter (
  id uuid primary key,
  actor_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  query text not null check (length(query) <= 500),
  made_at timestamptz not null default statement_timestamp(),
  unique (actor_id, name)
);
alter table cases.saved_filter enable row level security;
create policy own on cases.saved_filter to openphb_app
  using (actor_id = (select access.actor_id())) with check (actor_id = (select access.actor_id()));
grant select, insert, delete on cases.saved_filter to openphb_app;

-- What the facts of some people's cases are, asked of every module's shown views. Null asks for everybody's.
create function cases.found(of_people uuid[]) returns setof cases.facts
language sql stable set search_path = pg_catalog as $$
  select r.reference, r.id, r.organisation_id, r.person_id, r.pathway, r.case_worker_id, r.outcome,
    case when ag.id is not null then array_remove(array[
        case when ag.weekly_notional > 0 then 'notional' end,
        case when ag.weekly_third_party > 0 then 'third-party' end,
        case when ag.weekly_direct > 0 then 'direct-payment' end], null)
      else array(select distinct coalesce(p.decided_way, p.asked_way) from requests.part_shown p
        where p.request_id = r.id and coalesce(p.decided_way, p.asked_way) is not null
          and p.granted is distinct from false order by 1) end,
    r.received_on, r.withdrawn_on, r.decided_on, again.asked_on, again.answer_by,
    needed.assessed_on, worked.made_on, worked.shown_on, doubt.raised_on, doubt.answer_by,
    case when v.signed_off_on is null then v.made_on end,
    case when v.signed_off_on is null
      then coalesce(h.to_whom, case when v.id is not null then 'case-worker' end) end,
    case when v.signed_off_on is null then coalesce(h.handed_on, v.made_on) end,
    signed.signed_off_on, ag.made_on, ag.signed_by_person_on, ag.signed_by_body_on,
    held.from_on, held.signed_on,
    coalesce(ag.weekly_direct + ag.weekly_third_party > 0, false), given.given_on,
    case when (ag.weekly_direct > 0 and given.direct is null)
      or (ag.weekly_third_party > 0 and given.third is null) then null
      else greatest(case when ag.weekly_direct > 0 then given.direct end,
        case when ag.weekly_third_party > 0 then given.third end) end,
    due.first_due_on, paid.first_on, rev.plan_on,
    (coalesce(rev.plan_on + interval '12 months', paid.first_on + interval '3 months'))::date,
    (coalesce(rev.audit_on + interval '12 months', paid.first_on + make_interval(months => coalesce((
      select s.value::int from people.setting_shown s where s.organisation_id = r.organisation_id
        and s.name = 'first-money-audit-months' and s.value ~ '^\d{1,3}$'
        and now.day between s.from_on and coalesce(s.until_on, now.day)
        order by s.from_on desc limit 1), 6))))::date,
    (coalesce(rev.eligible_on + interval '12 months', paid.first_on + interval '3 months'))::date,
    e.notice_on, e.ends_on, c.closed_on, person.died_on
  from (select (platform.now() at time zone 'Europe/London')::date as day) now
  cross join requests.request_shown r
  join people.person_shown person on person.id = r.person_id
  left join lateral (select min(a.asked_on) as asked_on, min(a.answer_by) as answer_by
    from requests.again_shown a
    where a.request_id = r.id and a.answered_on is null) again on true
  left join lateral (select max(a.assessed_on) as assessed_on from needs.assessment_shown a
    where a.reference = r.reference) needed on true
  left join lateral (select max(s.made_on) as made_on, max(s.shown_on) as shown_on from needs.sum_shown s
    where s.reference = r.reference) worked on true
  left join lateral (select min(d.raised_on) as raised_on, min(d.answer_by) as answer_by
    from needs.doubt_shown d
    where d.reference = r.reference and d.answered_on is null) doubt on true
  left join lateral (select v.id, v.made_on, v.signed_off_on from plans.version_shown v
    where v.reference = r.reference order by v.number desc limit 1) v on true
  left join lateral (select h.to_whom, h.handed_on from plans.handing_shown h
    where h.version_id = v.id order by h.handed_at desc, h.id desc limit 1) h on true
  left join lateral (select max(v.signed_off_on) as signed_off_on from plans.version_shown v
    where v.reference = r.reference) signed on true
  left join lateral (select a.id, a.made_on, a.signed_by_person_on, a.signed_by_body_on, a.weekly_direct,
      a.weekly_third_party, a.weekly_notional from agreements.agreement_shown a
    where a.reference = r.reference order by a.number desc limit 1) ag on true
  left join lateral (select min(a.from_on) as from_on,
      min(greatest(a.signed_by_person_on, a.signed_by_body_on)) as signed_on from agreements.agreement_shown a
    where a.reference = r.reference and a.signed_by_person_on is not null
      and a.signed_by_body_on is not null) held on true
  left join lateral (select max(a.given_on) as given_on,
      min(a.approved_on) filter (where a.whose <> 'third-party') as direct,
      min(a.approved_on) filter (where a.whose = 'third-party') as third from agreements.account_shown a
    where a.reference = r.reference and a.closed_on is null) given on true
  left join lateral (select min(s.first_due_on) as first_due_on from payments.schedule_shown s
    where s.reference = r.reference) due on true
  left join lateral (select min(i.leaves_on) as first_on from payments.instruction_shown i
    where i.reference = r.reference and i.released_on is not null and i.returned_on is null) paid on true
  left join lateral (select max(w.held_on) filter (where w.lane = 'plan-review') as plan_on,
      max(w.held_on) filter (where w.lane = 'eligibility') as eligible_on,
      max(w.held_on) filter (where w.lane = 'money-audit') as audit_on from reviews.review_shown w
    where w.reference = r.reference) rev on true
  left join agreements.ending_shown e on e.reference = r.reference
  left join reviews.closing_shown c on c.reference = r.reference
  where of_people is null or r.person_id = any (of_people)
$$;

-- Copies what is found. Those who change the same case wait for each other, so that the later one sees
-- both changes.
create function cases.gather(of_people uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform from cases.facts f where of_people is null or f.person_id = any (of_people)
    order by f.reference for no key update;
  insert into cases.facts as kept select f.* from cases.found(of_people) f order by f.reference
  on conflict (reference) do update set
    (pathway, worker_id, outcome, ways, withdrawn_on, decided_on, again_on, again_by, assessed_on, sum_on,
     sum_shown_on, doubt_on, doubt_by, plan_on, plan_to, plan_since, signed_off_on, agreement_on,
     person_signed_on,
     body_signed_on, held_from, held_signed_on, paid_out, account_given_on, account_approved_on, first_due_on,
     first_paid_on, reviewed_on, review_due_on, audit_due_on, eligibility_due_on, notice_on, ends_on,
     closed_on, died_on)
    = (excluded.pathway, excluded.worker_id, excluded.outcome, excluded.ways, excluded.withdrawn_on,
     excluded.decided_on, excluded.again_on, excluded.again_by, excluded.assessed_on, excluded.sum_on,
     excluded.sum_shown_on, excluded.doubt_on, excluded.doubt_by, excluded.plan_on, excluded.plan_to,
     excluded.plan_since, excluded.signed_off_on, excluded.agreement_on, excluded.person_signed_on,
     excluded.body_signed_on, excluded.held_from, excluded.held_signed_on, excluded.paid_out,
     excluded.account_given_on, excluded.account_approved_on, excluded.first_due_on, excluded.first_paid_on,
     excluded.reviewed_on, excluded.review_due_on, excluded.audit_due_on, excluded.eligibility_due_on,
     excluded.notice_on, excluded.ends_on, excluded.closed_on, excluded.died_on)
    where kept is distinct from excluded;
end $$;
revoke execute on function cases.gather(uuid[]) from public;

-- Every action ends with a line in the record: then its person's cases are gathered again, in the same
-- transaction.
-- Work that brings in many cases at once says so, and gathers all of them at its end.
create function cases.follow() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  people uuid[];
begin
  select array_agg(distinct f.person_id) into people from fresh f
    where f.kind = 'change' and f.person_id is not null;
  if people is not null and coalesce(current_setting('openphb.cases_later', true), '') <> 'on' then
    perform cases.gather(people);
  end if;
  return null;
end $$;
create trigger follow after insert on access.happening
  referencing new table as fresh for each statement execute function cases.follow();

create view cases.facts_shown with (security_invoker = true) as select * from cases.facts;
grant select on cases.facts_shown to openphb_app;
