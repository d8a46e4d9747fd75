-- Complaints, looking again, the ombudsman, and what was learnt. What happens to each is a fact, written
-- once; how it stands is worked out. The register (when, by whom, how far) is for those who see the money
-- too; what was said is only for those who see the whole record; working notes are for staff alone.
grant usage on schema complaints to openphb_app;

create table complaints.complaint (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  number int not null check (number > 0),
  made_by text not null check (made_by in ('person', 'parent', 'representative', 'somebody-else')),
  made_by_name text not null check (made_by_name <> ''),
  how text not null check (how in ('online', 'telephone', 'letter', 'meeting')),
  read_back boolean not null,
  about text not null check (about in ('nhs', 'council', 'both')),
  happened_on date not null,
  received_on date not null,
  -- The days as they were worked out when it came, with the rules behind them.
  last_day date not null,
  acknowledge_by date not null,
  explain_by date not null,
  answer_by date,
  rules jsonb not null,
  written_by uuid,
  written_by_name text not null,
  on_behalf_of uuid,
  unique (reference, number),
  check (happened_on <= received_on),
  check (how <> 'telephone' or read_back)
);
create index on complaints.complaint (organisation_id, received_on);
create index on complaints.complaint (person_id);

create table complaints.words (
  complaint_id uuid primary key references complaints.complaint (id),
  organisation_id uuid not null,
  person_id uuid not null,
  words text not null check (length(words) between 1 and 10000),
  wants text not null check (length(wants) between 1 and 5000),
  who text not null,
  late_because text not null
);

create table complaints.consent (
  complaint_id uuid primary key references complaints.complaint (id),
  organisation_id uuid not null,
  person_id uuid not null,
  given_on date not null,
  how text not null check (how <> ''),
  noted_by uuid,
  noted_by_name text not null
);

create table complaints.evidence (
  id uuid primary key,
  complaint_id uuid not null references complaints.complaint (id),
  organisation_id uuid not null,
  person_id uuid not null,
  note text not null,
  file_id uuid,
  added_on date not null,
  noted_by uuid,
  noted_by_name text not null
);
create index on complaints.evidence (complaint_id);

create table complaints.acknowledged (
  complaint_id uuid primary key references complaints.complaint (id),
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  letter_id uuid not null,
  noted_by uuid,
  noted_by_name text not null
);

-- Who may not answer: whoever is complained of, and whoever decided what it is about.
create table complaints.concern (
  complaint_id uuid not null references complaints.complaint (id),
  actor_id uuid not null,
  part text not null check (part in ('complained-of', 'decided')),
  organisation_id uuid not null,
  person_id uuid not null,
  name text not null,
  on_day date not null,
  noted_by uuid,
  noted_by_name text not null,
  primary key (complaint_id, actor_id, part)
);

-- A late one: is it heard all the same?
create table complaints.hearing (
  complaint_id uuid primary key references complaints.complaint (id),
  organisation_id uuid not null,
  person_id uuid not null,
  heard boolean not null,
  because text not null check (because <> ''),
  on_day date not null,
  noted_by uuid,
  noted_by_name text not null
);

create table complaints.plan (
  id uuid primary key,
  complaint_id uuid not null references complaints.complaint (id),
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  how text not null check (how <> ''),
  handler_id uuid not null,
  handler_name text not null,
  answer_by date not null,
  lead text not null check (lead in ('nhs', 'council')),
  agreed text not null check (agreed in ('agreed', 'not-agreed', 'not-reached')),
  on_day date not null,
  noted_by uuid,
  noted_by_name text not null,
  unique (complaint_id, number)
);
create table complaints.point (
  complaint_id uuid not null references complaints.complaint (id),
  number int not null check (number > 0),
  organisation_id uuid not null,
  person_id uuid not null,
  says text not null check (says <> ''),
  primary key (complaint_id, number)
);

create table complaints.note (
  id uuid primary key,
  complaint_id uuid not null references complaints.complaint (id),
  organisation_id uuid not null,
  person_id uuid not null,
  words text not null check (words <> ''),
  on_day date not null,
  noted_by uuid,
  noted_by_name text not null
);
create index on complaints.note (complaint_id);

create table complaints.delay (
  id uuid primary key,
  complaint_id uuid not null references complaints.complaint (id),
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  because text not null check (because <> ''),
  answer_by date not null,
  letter_id uuid not null,
  on_day date not null,
  noted_by uuid,
  noted_by_name text not null,
  unique (complaint_id, number)
);

-- One answer for each time it was open.
create table complaints.answer (
  id uuid primary key,
  complaint_id uuid not null references complaints.complaint (id),
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  outcome text not null check (outcome in ('upheld', 'partly', 'not')),
  on_day date not null,
  letter_id uuid not null,
  signed_by uuid not null,
  signed_by_name text not null,
  signed_by_role text not null,
  unique (complaint_id, number)
);
create table complaints.point_answer (
  answer_id uuid not null references complaints.answer (id),
  number int not null,
  organisation_id uuid not null,
  person_id uuid not null,
  outcome text not null check (outcome in ('upheld', 'partly', 'not')),
  reasons text not null check (reasons <> ''),
  rules jsonb not null,
  primary key (answer_id, number)
);

create table complaints.promise (
  id uuid primary key,
  answer_id uuid not null references complaints.answer (id),
  complaint_id uuid not null references complaints.complaint (id),
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  what text not null check (what <> ''),
  who text not null check (who <> ''),
  by_day date not null,
  is_money boolean not null,
  unique (complaint_id, number)
);
create index on complaints.promise (answer_id);
create table complaints.kept (
  promise_id uuid primary key references complaints.promise (id),
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  evidence text not null check (evidence <> ''),
  noted_by uuid,
  noted_by_name text not null
);
