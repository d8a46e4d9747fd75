-- Reviews in three lanes that are kept apart: the plan, the money, eligibility. What was found and what
-- follows.
grant usage on schema reviews to openphb_app;

create table reviews.booking (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  lane text not null check (lane in ('plan-review', 'money-audit', 'eligibility')),
  on_day date not null,
  place text not null default '',
  because text,
  booked_by uuid,
  booked_on date not null,
  booked_at timestamptz not null default statement_timestamp()
);
create index on reviews.booking (reference, lane);
select access.guard('reviews.booking', 'money');
select platform.write_once('reviews.booking');

-- A review that was held: that it was, and what follows. Anybody who may see the money may see this much.
create table reviews.review (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  lane text not null check (lane in ('plan-review', 'money-audit', 'eligibility')),
  held_on date not null,
  held_by uuid,
  held_by_name text not null,
  asked_by text not null check (asked_by in ('schedule', 'person', 'event')),
  follows text not null check (follows in ('continue', 'change', 'stop')),
  change_from date,
  noted_on date not null,
  noted_at timestamptz not null default statement_timestamp(),
  check ((follows = 'change') = (change_from is not null))
);
create index on reviews.review (reference, lane);
select access.guard('reviews.review', 'money');
select platform.write_once('reviews.review');

-- What was found, in words, and the answers to what the lane must test.
create table reviews.finding (
  review_id uuid primary key references reviews.review (id),
  organisation_id uuid not null,
  person_id uuid not null,
  tests jsonb not null,
  words text not null,
  their_words text not null default ''
);
select access.guard('reviews.finding', 'all');
select platform.write_once('reviews.finding');

-- Something heard of between reviews: a change of health, a price, a question. What must follow is a rule's
-- answer.
create table reviews.event (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  on_day date not null,
  kind text not null check (kind in ('health-change', 'cost-change', 'other')),
  significant boolean not null default false,
  cost_weekly bigint,
  words text not null,
  must text[] not null default '{}',
  noted_by uuid,
  noted_on date not null
);
select access.guard('reviews.event', 'all');
select platform.write_once('reviews.event');

-- The case is closed: what was left is settled, each point looked at.
create table reviews.closing (
  reference text primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  points jsonb not null,
  closed_by uuid,
  closed_on date not null
);
select access.guard('reviews.closing', 'money');
select platform.write_once('reviews.closing');

create view reviews.review_shown with (security_invoker = true) as
  select id, organisation_id, person_id, reference, lane, held_on, held_by_name, asked_by, follows,
    change_from, noted_at from reviews.review;
create view reviews.booking_shown with (security_invoker = true) as
  select id, organisation_id, person_id, reference, lane, on_day, booked_on, booked_at from reviews.booking;
create view reviews.closing_shown with (security_invoker = true) as select reference, organisation_id,
  person_id, closed_on from reviews.closing;
grant select on reviews.review_shown, reviews.booking_shown, reviews.closing_shown to openphb_app;
