-- People who might have to go into hospital: who is on the list and said yes to it, their reviews, and what
-- happened. What happens is a fact, written once; how it stands is worked out.
grant usage on schema registers to openphb_app;

-- Which levels of risk a body knows, in its own words, the most urgent first; each whole from a day.
create table registers.levels (
  id uuid primary key,
  organisation_id uuid not null,
  words jsonb not null,
  from_on date not null,
  because text not null check (because <> ''),
  set_by uuid,
  set_by_name text not null,
  set_at timestamptz not null default statement_timestamp()
);
create index on registers.levels (organisation_id, from_on);

-- Somebody was not put on the list, because nobody said yes. The month and why; never who.
create table registers.not_on (
  id uuid primary key,
  organisation_id uuid not null,
  month date not null check (extract(day from month) = 1),
  why text not null check (why in ('no-consent', 'cannot-decide'))
);
create index on registers.not_on (organisation_id, month);

create table registers.entry (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  put_on date not null,
  has text not null check (has in ('learning-disability', 'autism', 'both')),
  reason text not null check (reason <> ''),
  put_by uuid,
  put_by_name text not null
);
create index on registers.entry (organisation_id);
create index on registers.entry (person_id);

-- Who said yes, for which bodies, from which day. The newest counts.
create table registers.consent (
  id uuid primary key,
  entry_id uuid not null references registers.entry (id),
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  given_on date not null,
  said_by text not null check (said_by in ('the-person', 'representative', 'best-interests')),
  name text not null check (name <> ''),
  -- Of a decision in somebody's best interests: what it was about, and who was asked.
  about text,
  asked text,
  noted_by uuid,
  noted_by_name text not null,
  noted_on date not null,
  unique (entry_id, number),
  check ((said_by = 'best-interests') = (about is not null and asked is not null))
);
create table registers.consent_body (
  consent_id uuid not null references registers.consent (id),
  body_id uuid not null references people.organisation (id),
  entry_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  primary key (consent_id, body_id)
);
create index on registers.consent_body (body_id);

create table registers.ending (
  entry_id uuid primary key references registers.entry (id),
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  why text not null check (why in ('consent-withdrawn', 'no-longer-at-risk', 'moved-away', 'died')),
  said_by text not null check (said_by <> ''),
  because text not null,
  noted_by uuid,
  noted_by_name text not null
);

create table registers.level_given (
  id uuid primary key,
  entry_id uuid not null references registers.entry (id),
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  says text not null check (says <> ''),
  place int not null check (place >= 0),
  because text not null,
  on_day date not null,
  noted_by uuid,
  noted_by_name text not null,
  unique (entry_id, number)
);

create table registers.review (
  id uuid primary key,
  entry_id uuid not null references registers.entry (id),
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  kind text not null check (kind in ('care-and-treatment', 'care-education-and-treatment')),
  asked_on date not null,
  asked_by uuid,
  asked_by_name text not null,
  why text not null check (why <> ''),
  unique (entry_id, number)
);
create table registers.held (
  review_id uuid primary key references registers.review (id),
  entry_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  took_part text not null check (took_part <> ''),
  -- Somebody who knows it from their own life; null where nobody was there, with the reason.
  expert text,
  no_expert text,
  safe text not null,
  care text not null,
  future text not null,
  hospital text not null,
  noted_by uuid,
  noted_by_name text not null,
  check ((expert is null) <> (no_expert is null))
);
create index on registers.held (entry_id);
create table registers.action (
  id uuid primary key,
  review_id uuid not null references registers.held (review_id),
  entry_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  says text not null check (says <> ''),
  owner text not null check (owner <> ''),
  by_day date not null,
  noted_by uuid,
  noted_by_name text not null,
  unique (entry_id, number)
);
create table registers.action_done (
  action_id uuid primary key references registers.action (id),
  entry_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  says text not null,
  noted_by uuid,
  noted_by_name text not null
);

create table registers.crisis (
  id uuid primary key,
  entry_id uuid not null references registers.entry (id),
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  on_day date not null,
  happened text not null check (happened <> ''),
  instead text not null,
  bed text not null check (bed in ('not-asked-for', 'given', 'refused', 'not-needed')),
  bed_said_by text,
  noted_by uuid,
  noted_by_name text not null,
  unique (entry_id, number),
  check ((bed = 'not-asked-for') = (bed_said_by is null))
);

create table registers.admission (
  id uuid primary key,
  entry_id uuid not null references registers.entry (id),
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  hospital text not null check (hospital <> ''),
  kind text not null check (kind in ('agreed', 'detained', 'other')),
  from_on date not null,
  noted_by uuid,
  noted_by_name text not null,
  unique (entry_id, number)
);
create table registers.discharge (
  admission_id uuid primary key references registers.admission (id),
  entry_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  to_where text not null,
  noted_by uuid,
  noted_by_name text not null
);
-- The day on which somebody is to leave, each time it was set; the newest counts.
create table registers.planned_day (
  id uuid primary key,
  admission_id uuid not null references registers.admission (id),
  entry_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  on_day date not null,
  because text not null check (because <> ''),
  noted_on date not null,
  noted_by uuid,
  noted_by_name text not null,
  unique (admission_id, number)
);
-- What must be there before somebody leaves, so many days before: the day moves with the day of leaving.
create table registers.before_leaving (
  id uuid primary key,
  admission_id uuid not null references registers.admission (id),
  entry_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  kind text not null check (kind in ('home', 'team', 'budget', 'money', 'other')),
  says text not null check (says <> ''),
  owner text not null check (owner <> ''),
  days_before int not null check (days_before between 0 and 365),
  noted_by uuid,
  noted_by_name text not null,
  unique (admission_id, number)
);
create table registers.there (
  before_id uuid primary key references registers.before_leaving (id),
  entry_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  noted_by uuid,
  noted_by_name text not null
);

-- The budget that is to keep somebody out of hospital or to help them leave it; the newest counts.
create table registers.budget (
  id uuid primary key,
  entry_id uuid not null references registers.entry (id),
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  reference text not null,
  purpose text not null check (purpose in ('prevent-admission', 'plan-discharge')),
  linked_on date not null,
  linked_by uuid,
  linked_by_name text not null,
  unique (entry_id, number)
);
