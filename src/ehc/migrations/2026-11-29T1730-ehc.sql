-- EHC plans: what a council and others do for one child, each a fact with its day, written once. How far it
-- is, whose turn it is and when something is due is worked out.
grant usage on schema ehc to openphb_app;

create table ehc.plan (
  id uuid primary key,
  reference text not null unique,
  -- The council whose plan it is, and the NHS body of the child.
  organisation_id uuid not null references people.organisation (id),
  health_id uuid not null references people.organisation (id),
  person_id uuid not null references people.person (id),
  received_on date not null,
  asked_by_name text not null check (length(asked_by_name) between 1 and 120),
  noted_by uuid,
  noted_by_name text not null,
  noted_on date not null check (noted_on >= received_on)
);
create index on ehc.plan (organisation_id);
create index on ehc.plan (health_id);
create index on ehc.plan (person_id);

create table ehc.fact (
  id uuid primary key,
  plan_id uuid not null references ehc.plan (id),
  organisation_id uuid not null,
  health_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  what text not null check (what in ('will-assess', 'will-not-assess', 'advice-asked', 'advice-received',
    'pause', 'no-plan', 'draft-sent', 'comments', 'budget-asked', 'final-plan', 'annual-review',
    'reassessment', 'plan-ended', 'payment-began', 'payment-reviewed', 'asked-again', 'budget-joined',
    'early-indication', 'adult-asked', 'handover-childrens', 'handover-adults', 'moved')),
  on_day date not null,
  until_day date,
  choice text,
  -- Of whom advice is asked, who accepted a pause, who told the young person.
  who text check (length(who) between 1 and 120),
  words text check (length(words) between 1 and 2000),
  -- The number of the fact or line that it is about.
  about int,
  accepted boolean,
  noted_by uuid,
  noted_by_name text not null,
  noted_on date not null,
  unique (plan_id, number),
  check (until_day is null or until_day >= on_day),
  check ((what = 'pause') = (until_day is not null and accepted is not null)),
  check (what <> 'pause' or choice in ('exceptional-circumstances', 'absence', 'missed-appointment',
    'school-holiday')),
  check (what <> 'budget-asked' or choice in ('draft-plan', 'review', 'reassessment'))
);

-- A line of section J. Each body writes its own strand.
create table ehc.line (
  id uuid primary key,
  plan_id uuid not null references ehc.plan (id),
  organisation_id uuid not null,
  health_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  strand text not null check (strand in ('health', 'social-care', 'education')),
  says text not null check (length(says) between 1 and 200),
  yearly bigint not null check (yearly >= 0),
  block_contract boolean not null,
  place boolean not null check (not place or strand = 'education'),
  payment_asked boolean not null,
  used_there boolean not null,
  setting_agrees boolean,
  noted_by uuid,
  noted_by_name text not null,
  noted_on date not null,
  unique (plan_id, number),
  check (used_there or setting_agrees is null)
);

-- What the body of the strand decided of a line: the newest counts; there is one look again at most.
create table ehc.decided (
  line_id uuid not null references ehc.line (id),
  round int not null check (round in (1, 2)),
  plan_id uuid not null references ehc.plan (id),
  organisation_id uuid not null,
  health_id uuid not null,
  person_id uuid not null,
  strand text not null,
  answer text not null check (answer in ('direct-payment', 'arranged', 'not-in-budget')),
  met text[] not null,
  because text not null check (length(because) between 1 and 2000),
  rules text[] not null,
  decided_on date not null,
  decided_by uuid,
  decided_by_name text not null,
  primary key (line_id, round)
);
create index on ehc.decided (plan_id);

do $$
declare name text; cell text;
begin
  foreach name in array array['plan', 'fact', 'line', 'decided'] loop
    cell := 'ehc.' || name;
    perform access.guard(cell::regclass, 'money');
    perform platform.write_once(cell::regclass);
    execute format($p$create policy seen_by_council on %s for select to openphb_app using (
      organisation_id = any ((select access.works_for())::uuid[])
        and person_id in (select unnest(access.people('name'))))$p$, cell);
    execute format($p$create policy seen_by_health on %s for select to openphb_app using (
      health_id = any ((select access.organisations('money'))::uuid[]))$p$, cell);
    execute format($p$create policy written_by_health on %s for insert to openphb_app with check (
      health_id = any ((select access.works_for())::uuid[]))$p$, cell);
  end loop;
  -- Of section J each body sees its own strand, and of the others how much they are in all.
  foreach name in array array['line', 'decided'] loop
    cell := 'ehc.' || name;
    execute format($p$create policy own_strand on %s as restrictive for select to openphb_app using (
      case when strand = 'health' then organisation_id <> all ((select access.works_for())::uuid[])
        else health_id <> all ((select access.works_for())::uuid[]) end)$p$, cell);
  end loop;
end $$;

-- How much each strand is in all, for those who see the plan but not every line of it.
create function ehc.strands_of(plan uuid)
returns table (strand text, lines int, in_budget bigint, not_separable bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select l.strand, count(*)::int,
    coalesce(sum(l.yearly) filter (where not l.block_contract and not l.place
      and d.answer is distinct from 'not-in-budget'), 0)::bigint,
    coalesce(sum(l.yearly) filter (where l.block_contract), 0)::bigint
  from ehc.line l left join lateral (select answer from ehc.decided d where d.line_id = l.id
    order by d.round desc limit 1) d on true
  where l.plan_id = plan group by l.strand
$$;
-- The next number of a line: also lines of another body's strand have one.
create function ehc.next_line(plan uuid) returns int
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(max(number), 0) + 1 from ehc.line where plan_id = plan
$$;
-- The lines agreed as direct payments: what the joint budget is made of, which the NHS body leads.
create function ehc.agreed_lines(plan uuid) returns table (number int, strand text, says text, yearly bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select l.number, l.strand, l.says, l.yearly from ehc.line l
    join lateral (select answer from ehc.decided d where d.line_id = l.id order by d.round desc limit 1) d
      on d.answer = 'direct-payment'
  where l.plan_id = plan
$$;
-- Whether a child has continuing care: whoever sees only the EHC plan is told no more than that.
create function ehc.with_continuing_care(people uuid[]) returns table (person_id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select distinct r.person_id from requests.request_shown r
  where r.person_id = any (people) and r.pathway = 'childrens-continuing-care' and r.outcome <> 'refused'
$$;
revoke execute on function ehc.strands_of(uuid), ehc.next_line(uuid), ehc.agreed_lines(uuid),
  ehc.with_continuing_care(uuid[]) from public;
grant execute on function ehc.strands_of(uuid), ehc.next_line(uuid), ehc.agreed_lines(uuid),
  ehc.with_continuing_care(uuid[]) to openphb_app;

create view ehc.plan_shown with (security_invoker = true) as
  select id, reference, organisation_id, health_id, person_id, received_on from ehc.plan;
grant select on ehc.plan_shown to openphb_app;
