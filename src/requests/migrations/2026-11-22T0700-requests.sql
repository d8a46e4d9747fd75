-- Asking for a budget and deciding: facts with days. Where a request stands is worked out from them.
grant usage on schema requests to openphb_app;

-- Answers given so far by somebody who has not sent them yet. Theirs alone; gone once they are sent.
create table requests.draft (
  actor_id uuid not null,
  kind text not null check (kind in ('own', 'referral')),
  answers jsonb not null default '{}',
  started_at timestamptz not null default statement_timestamp(),
  changed_at timestamptz not null default statement_timestamp(),
  primary key (actor_id, kind)
);

create table requests.request (
  id uuid primary key,
  reference text not null unique check (reference ~ '^PHB-[0-9A-Z]{4}-[0-9A-Z]{3}$'),
  organisation_id uuid not null references people.organisation (id),
  person_id uuid not null references people.person (id),
  pathway text not null,
  asked_on date not null,
  received_on date not null check (received_on >= asked_on),
  reached_by text not null check (reached_by in ('online', 'telephone', 'letter', 'referral', 'offer')),
  asked_by uuid, asked_by_name text not null, asked_by_relation text not null,
  made_by uuid,
  made_at timestamptz not null default statement_timestamp()
);
create index on requests.request (organisation_id, received_on);
create index on requests.request (person_id);
select platform.write_once('requests.request');

-- What was said when asking, in the words used, and the right that was told with the rules behind it.
create table requests.words (
  request_id uuid primary key references requests.request (id),
  organisation_id uuid not null,
  person_id uuid not null,
  words text not null check (length(words) between 1 and 5000),
  said jsonb not null default '{}',
  right_told jsonb
);
select platform.write_once('requests.words');

-- Each thing the budget is asked for, decided by itself.
create table requests.part (
  id uuid primary key,
  request_id uuid not null references requests.request (id),
  organisation_id uuid not null,
  person_id uuid not null,
  place int not null check (place between 1 and 12),
  says text not null check (length(says) between 1 and 300),
  asked_way text check (asked_way in ('notional', 'third-party', 'direct-payment')),
  weekly bigint check (weekly >= 0),
  unique (request_id, place)
);
select platform.write_once('requests.part');

-- Who works on it, since when: the newest counts. Null hands it back to the queue.
create table requests.allocation (
  id uuid primary key,
  request_id uuid not null references requests.request (id),
  organisation_id uuid not null,
  person_id uuid not null,
  worker_id uuid,
  from_on date not null,
  given_by uuid,
  given_at timestamptz not null default clock_timestamp()
);
create index on requests.allocation (request_id, given_at desc);
select platform.write_once('requests.allocation');

create table requests.evidence (
  id uuid primary key,
  request_id uuid not null references requests.request (id),
  organisation_id uuid not null,
  person_id uuid not null,
  kind text not null,
  dated_on date not null,
  note text not null check (length(note) between 1 and 2000),
  file_id uuid references platform.file (id),
  added_by uuid,
  added_by_name text not null,
  added_at timestamptz not null default clock_timestamp()
);
create index on requests.evidence (request_id, added_at);
select platform.write_once('requests.evidence');

-- A decision, once written, stays. A later one says which it replaces and from which day.
create table requests.decision (
  id uuid primary key,
  request_id uuid not null references requests.request (id),
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number >= 1),
  pathway text not null,
  outcome text not null check (outcome in ('granted', 'partly-granted', 'refused')),
  decided_on date not null,
  from_on date not null,
  replaces_id uuid references requests.decision (id),
  decided_by uuid,
  decided_by_name text not null,
  decided_by_role text not null,
  decided_at timestamptz not null default clock_timestamp(),
  unique (request_id, number),
  check ((number = 1) = (replaces_id is null))
);
select platform.write_once('requests.decision');

-- What a decision rested on: the right confirmed, the rules as they were, the facts they were fed.
create table requests.grounds (
  decision_id uuid primary key references requests.decision (id),
  organisation_id uuid not null,
  person_id uuid not null,
  summary text not null default '',
  rules jsonb not null,
  facts jsonb not null
);
select platform.write_once('requests.grounds');

create table requests.part_decision (
  decision_id uuid not null references requests.decision (id),
  part_id uuid not null references requests.part (id),
  organisation_id uuid not null,
  person_id uuid not null,
  granted boolean not null,
  decided_way text check (decided_way in ('notional', 'third-party', 'direct-payment')),
  weekly bigint check (weekly >= 0),
  reason text,
  primary key (decision_id, part_id),
  check (granted = (decided_way is not null)),
  -- A part that is refused has a reason of its own.
  check (granted or length(trim(coalesce(reason, ''))) > 0)
);
select platform.write_once('requests.part_decision');

create table requests.withdrawal (
  request_id uuid primary key references requests.request (id),
  organisation_id uuid not null,
  person_id uuid not null,
  withdrawn_on date not null,
  because text not null,
  by_actor uuid,
  by_name text not null
);
select platform.write_once('requests.withdrawal');

-- "Please look at it again": asked with words and perhaps a paper; whether the body must, with the rules.
create table requests.reconsideration (
  id uuid primary key,
  request_id uuid not null references requests.request (id),
  decision_id uuid not null references requests.decision (id),
  organisation_id uuid not null,
  person_id uuid not null,
  asked_on date not null,
  asked_by uuid,
  asked_by_name text not null,
  words text not null check (length(words) between 1 and 5000),
  file_id uuid references platform.file (id),
  must boolean not null,
  answer_by date,
  rules jsonb not null,
  asked_at timestamptz not null default clock_timestamp()
);
create index on requests.reconsideration (request_id, asked_at);
select platform.write_once('requests.reconsideration');

create table requests.answer (
  reconsideration_id uuid primary key references requests.reconsideration (id),
  organisation_id uuid not null,
  person_id uuid not null,
  outcome text not null check (outcome in ('upheld', 'changed', 'not-looked-at-again')),
  answered_on date not null,
  reasons text not null check (length(reasons) between 1 and 5000),
  decision_id uuid references requests.decision (id),
  answered_by uuid, answered_by_name text not null, answered_by_role text not null,
  check ((outcome = 'changed') = (decision_id is not null))
);
select platform.write_once('requests.answer');

-- A budget offered by staff, and what the person said to it.
create table requests.offer (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  person_id uuid not null references people.person (id),
  pathway text not null,
  made_on date not null,
  how text not null,
  made_by uuid,
  made_by_name text not null
);
create index on requests.offer (person_id);
select platform.write_once('requests.offer');
create table requests.offer_answer (
  offer_id uuid primary key references requests.offer (id),
  organisation_id uuid not null,
  person_id uuid not null,
  said text not null check (said in ('accepted', 'declined')),
  answered_on date not null,
  reason text,
  noted_by uuid
);
select platform.write_once('requests.offer_answer');

alter table requests.draft enable row level security;
create policy own on requests.draft to openphb_app
  using (actor_id = (select access.actor_id())) with check (actor_id = (select access.actor_id()));
grant select, insert, update, delete on requests.draft to openphb_app;

select access.guard('requests.request', 'name');
select access.guard('requests.words', 'all');
select access.guard('requests.part', 'all');
select access.guard('requests.allocation', 'name');
select access.guard('requests.evidence', 'all');
select access.guard('requests.decision', 'name');
select access.guard('requests.grounds', 'all');
select access.guard('requests.part_decision', 'all');
select access.guard('requests.withdrawal', 'name');
select access.guard('requests.reconsideration', 'all');
select access.guard('requests.answer', 'all');
select access.guard('requests.offer', 'all');
select access.guard('requests.offer_answer', 'all');

create view requests.request_shown with (security_invoker = true) as
  select r.id, r.reference, r.organisation_id, r.person_id, coalesce(d.pathway, r.pathway) as pathway,
    r.asked_on, r.received_on, r.reached_by, d.decided_on, d.outcome,
    a.worker_id as case_worker_id, w.withdrawn_on
  from requests.request r
  left join lateral (select pathway, decided_on, outcome from requests.decision
    where request_id = r.id order by number desc limit 1) d on true
  left join lateral (select worker_id from requests.allocation
    where request_id = r.id order by given_at desc, id desc limit 1) a on true
  left join requests.withdrawal w on w.request_id = r.id;
create view requests.part_shown with (security_invoker = true) as
  select p.id, p.request_id, p.organisation_id, p.person_id, p.place, p.says, p.asked_way,
    d.granted, d.decided_way, coalesce(d.weekly, p.weekly) as weekly, d.reason
  from requests.part p
  left join lateral (select pd.granted, pd.decided_way, pd.weekly, pd.reason from requests.part_decision pd
    join requests.decision dd on dd.id = pd.decision_id
    where pd.part_id = p.id order by dd.number desc limit 1) d on true;
-- That somebody asked for another look, and until when it is to be answered: not what they wrote.
create view requests.again_shown with (security_invoker = true) as
  select x.id, x.request_id, x.organisation_id, x.person_id, x.asked_on, x.answer_by, y.answered_on
  from requests.reconsideration x left join requests.answer y on y.reconsideration_id = x.id;
grant select on requests.request_shown, requests.part_shown, requests.again_shown to openphb_app;
