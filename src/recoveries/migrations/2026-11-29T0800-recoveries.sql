-- Asking for money back: what was found and protected, the notice, what was said against it, the second
-- decision, what was entered and what came back. Facts only, written once; how it stands is worked out.
grant usage on schema recoveries to openphb_app;

-- What somebody found and proposes. Nobody outside the office sees it before the notice is sent.
create table recoveries.proposal (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  number int not null check (number > 0),
  ground text not null check (ground in ('plan-changed-substantially', 'circumstances-changed-substantially',
    'substantial-share-unspent', 'spent-outside-plan', 'theft-fraud-or-other-offence', 'patient-died')),
  found_on date not null,
  working jsonb not null,
  amount bigint not null check (amount > 0),
  because text not null check (because <> ''),
  who_must_repay text not null check (who_must_repay <> ''),
  repay_days int not null check (repay_days between 1 and 1000),
  -- Whoever settles what somebody left who died: name and lines of the address.
  executor jsonb,
  proposed_by uuid,
  proposed_by_name text not null,
  proposed_on date not null,
  proposed_at timestamptz not null default statement_timestamp(),
  unique (reference, number),
  check ((ground = 'patient-died') = (executor is not null))
);
create index on recoveries.proposal (organisation_id);

-- The written notice: nothing moves before moves_on.
create table recoveries.notice (
  proposal_id uuid primary key references recoveries.proposal (id),
  organisation_id uuid not null,
  person_id uuid not null,
  sent_on date not null,
  object_by date not null,
  moves_on date not null,
  repay_by date not null,
  letters int not null check (letters > 0),
  decided_by uuid,
  decided_by_name text not null,
  decided_by_role text not null,
  check (sent_on < object_by and object_by < moves_on and moves_on <= repay_by)
);

create table recoveries.objection (
  id uuid primary key,
  proposal_id uuid not null unique references recoveries.proposal (id),
  organisation_id uuid not null,
  person_id uuid not null,
  how text not null check (how in ('online', 'telephone', 'letter', 'meeting')),
  words text not null check (words <> ''),
  file_id uuid,
  said_by_name text not null,
  said_on date not null,
  answer_by date not null,
  noted_by uuid,
  noted_by_name text not null
);

-- The second decision, by somebody who neither proposed it nor sent the notice.
create table recoveries.answer (
  proposal_id uuid primary key references recoveries.proposal (id),
  objection_id uuid not null references recoveries.objection (id),
  organisation_id uuid not null,
  person_id uuid not null,
  outcome text not null check (outcome in ('stays', 'less', 'dropped')),
  amount bigint not null check (amount >= 0),
  because text not null check (because <> ''),
  also_kept jsonb not null default '[]',
  answered_on date not null,
  moves_on date not null,
  repay_by date not null,
  decided_by uuid,
  decided_by_name text not null,
  decided_by_role text not null,
  check ((outcome = 'dropped') = (amount = 0)),
  check (answered_on < moves_on and moves_on <= repay_by)
);

create table recoveries.withdrawal (
  proposal_id uuid primary key references recoveries.proposal (id),
  organisation_id uuid not null,
  person_id uuid not null,
  because text not null check (because <> ''),
  withdrawn_on date not null,
  withdrawn_by uuid,
  withdrawn_by_name text not null
);

-- Days on which nothing counts, such as while a family buries somebody.
create table recoveries.pause (
  id uuid primary key,
  proposal_id uuid not null references recoveries.proposal (id),
  organisation_id uuid not null,
  person_id uuid not null,
  from_on date not null,
  until_on date not null,
  because text not null check (because <> ''),
  noted_by uuid,
  noted_by_name text not null,
  noted_on date not null,
  check (from_on <= until_on)
);
create index on recoveries.pause (proposal_id);

-- Entered in the ledger as money to be paid back.
create table recoveries.posting (
  proposal_id uuid primary key references recoveries.proposal (id),
  organisation_id uuid not null,
  person_id uuid not null,
  amount bigint not null check (amount > 0),
  posted_on date not null,
  posted_by uuid,
  posted_by_name text not null
);

create table recoveries.repayment (
  id uuid primary key,
  proposal_id uuid not null references recoveries.proposal (id),
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  amount bigint not null check (amount > 0),
  how text not null check (how in ('bank-transfer', 'cheque', 'card', 'other')),
  words text not null default '',
  noted_by uuid,
  noted_by_name text not null,
  noted_on date not null,
  noted_at timestamptz not null default statement_timestamp()
);
create index on recoveries.repayment (proposal_id);

do $$
declare name text; cell text;
begin
  foreach name in array array['proposal', 'notice', 'objection', 'answer', 'withdrawal', 'pause', 'posting',
    'repayment'] loop
    cell := 'recoveries.' || name;
    perform access.guard(cell::regclass, 'money');
    perform platform.write_once(cell::regclass);
  end loop;
end $$;

-- Each recovery with all that happened to it, for the pages of neighbours.
create view recoveries.recovery_shown with (security_invoker = true) as
  select p.id, p.organisation_id, p.person_id, p.reference, p.number, p.ground, p.proposed_on,
    coalesce(a.amount, p.amount) as amount, n.sent_on, coalesce(a.moves_on, n.moves_on) as moves_on,
    coalesce(a.repay_by, n.repay_by) as repay_by, o.said_on as objected_on, o.answer_by, a.answered_on,
    a.outcome, t.posted_on, w.withdrawn_on,
    coalesce((select sum(r.amount) from recoveries.repayment r where r.proposal_id = p.id),
      0)::bigint as repaid
  from recoveries.proposal p
    left join recoveries.notice n on n.proposal_id = p.id
    left join recoveries.objection o on o.proposal_id = p.id
    left join recoveries.answer a on a.proposal_id = p.id
    left join recoveries.posting t on t.proposal_id = p.id
    left join recoveries.withdrawal w on w.proposal_id = p.id;
grant select on recoveries.recovery_shown to openphb_app;
