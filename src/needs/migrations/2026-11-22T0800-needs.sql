-- Needs and the sum: what was assessed, what support it takes, the dated local rates, and every sum ever
-- worked out.
grant usage on schema needs to openphb_app;

-- A local rate from a day: an agency hour, an assistant's hour, a sleep-in, a mile. No two for one thing
-- overlap.
create table needs.rate (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  name text not null check (length(name) between 1 and 80),
  says text not null,
  unit text not null check (unit in ('hour', 'session', 'night', 'sleep-in', 'mile', 'visit', 'day',
    'week', 'month', 'year', 'item')),
  pence bigint not null check (pence >= 0),
  from_on date not null,
  until_on date check (until_on >= from_on),
  source text not null,
  checked_on date not null,
  set_by uuid,
  set_at timestamptz not null default statement_timestamp(),
  exclude using gist (organisation_id with =, name with =, daterange(from_on, until_on, '[]') with &&)
);

-- What an employer pays on top of a wage, from a day: rates as parts of ten thousand, thresholds and sums in
-- pence.
create table needs.employer_rate (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  from_on date not null,
  until_on date check (until_on >= from_on),
  figures jsonb not null,
  source text not null,
  checked_on date not null,
  set_by uuid,
  set_at timestamptz not null default statement_timestamp(),
  exclude using gist (organisation_id with =, daterange(from_on, until_on, '[]') with &&)
);

-- An assessment: the care domains with their levels, in the assessor's words and the person's own.
create table needs.assessment (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  number integer not null check (number > 0),
  assessed_on date not null,
  in_their_words text not null default '',
  domains jsonb not null,
  made_by uuid,
  made_at timestamptz not null default statement_timestamp(),
  unique (reference, number)
);
select access.guard('needs.assessment', 'all');
select platform.write_once('needs.assessment');

-- What support is needed, while it is being written: the lines that a sum is worked out of.
create table needs.draft (
  reference text primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  lines jsonb not null default '[]',
  version integer not null default 1,
  changed_by uuid,
  changed_at timestamptz not null default statement_timestamp()
);
select access.guard('needs.draft', 'all');

-- A sum that was worked out, with all that it takes to work it out again to the same penny.
create table needs.sum (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  version integer not null check (version > 0),
  kind text not null check (kind in ('indicative', 'final')),
  formula_version integer not null,
  rates_on date not null,
  from_on date not null,
  weekly bigint not null check (weekly >= 0),
  facts jsonb not null,
  lines jsonb not null,
  warnings jsonb not null default '[]',
  because text,
  made_by uuid,
  made_at timestamptz not null default statement_timestamp(),
  made_on date not null,
  unique (reference, version)
);
create index on needs.sum (person_id);
select access.guard('needs.sum', 'money');
select platform.write_once('needs.sum');

-- The day on which the family was shown a sum, and what they said to it.
create table needs.shown (
  sum_id uuid primary key references needs.sum (id),
  organisation_id uuid not null,
  person_id uuid not null,
  shown_on date not null,
  shown_by uuid
);
select access.guard('needs.shown', 'money');
select platform.write_once('needs.shown');

-- "I don't think this is right": the conversation starts here, with a day by which it is answered.
create table needs.doubt (
  id uuid primary key,
  sum_id uuid not null references needs.sum (id),
  organisation_id uuid not null,
  person_id uuid not null,
  words text not null,
  raised_by uuid,
  raised_on date not null,
  answer_by date not null,
  answered_on date,
  answer text,
  answered_by uuid,
  check ((answered_on is null) = (answer is null))
);
select access.guard('needs.doubt', 'money');

grant select, insert on needs.rate, needs.employer_rate to openphb_app;
grant update (until_on) on needs.rate, needs.employer_rate to openphb_app;

create view needs.rate_shown as select id, organisation_id, name, says, unit, pence, from_on, until_on,
  source, checked_on from needs.rate;
create view needs.sum_shown with (security_invoker = true) as
  select s.id, s.reference, s.organisation_id, s.person_id, s.version, s.kind, s.weekly, s.formula_version,
    s.rates_on, s.from_on, s.made_on,
    s.lines, h.shown_on
  from needs.sum s left join needs.shown h on h.sum_id = s.id;
create view needs.doubt_shown with (security_invoker = true) as
  select d.id, d.organisation_id, d.person_id, s.reference, d.raised_on, d.answer_by, d.answered_on
    from needs.doubt d join needs.sum s on s.id = d.sum_id;
create view needs.assessment_shown with (security_invoker = true) as
  select id, organisation_id, person_id, reference, number, assessed_on from needs.assessment;
grant select on needs.rate_shown, needs.sum_shown, needs.doubt_shown, needs.assessment_shown to openphb_app;
