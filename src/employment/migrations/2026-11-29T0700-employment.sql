-- Personal assistants: who is employed by whom on what terms, the hours, the leave, what may be done by whom,
-- and what the payroll firm worked out. Facts with dates; nothing is overwritten.
grant usage on schema employment to openphb_app;

create table employment.engagement (
  id uuid primary key,
  -- What the payroll firm and the assistant call it: PA-7K3M-9QT.
  code text not null unique,
  organisation_id uuid not null references people.organisation (id),
  person_id uuid not null references people.person (id),
  reference text not null,
  employer_name text not null check (length(employer_name) between 1 and 200),
  -- The third party that employs; null where the holder does.
  employer_organisation_id uuid references people.organisation (id),
  assistant_name text not null check (length(assistant_name) between 1 and 200),
  job text not null,
  from_on date not null,
  made_by uuid,
  made_by_name text not null,
  made_on date not null
);
create index on employment.engagement (person_id);
create index on employment.engagement (reference);

-- The written particulars, from a day; a change is a new number.
create table employment.contract (
  engagement_id uuid not null references employment.engagement (id),
  number integer not null check (number > 0),
  organisation_id uuid not null,
  person_id uuid not null,
  from_on date not null,
  line_key text,
  contract_on date,
  particulars_on date,
  born_on date,
  -- Thousandths of a day a week.
  days_a_week bigint not null check (days_a_week between 1 and 7000),
  notice_weeks integer check (notice_weeks between 0 and 52),
  until_on date check (until_on >= from_on),
  made_by uuid,
  made_on date not null,
  primary key (engagement_id, number)
);

-- What is paid for a unit, and how many were agreed for a week; from a day. Of one day the last one counts.
create table employment.term (
  id uuid primary key,
  engagement_id uuid not null references employment.engagement (id),
  organisation_id uuid not null,
  person_id uuid not null,
  unit text not null,
  rate bigint not null check (rate > 0),
  weekly bigint not null check (weekly >= 0),
  from_on date not null,
  number integer not null check (number > 0),
  because text not null,
  made_by uuid,
  made_on date not null,
  unique (engagement_id, unit, number)
);

create table employment.ending (
  engagement_id uuid primary key references employment.engagement (id),
  organisation_id uuid not null,
  person_id uuid not null,
  ends_on date not null,
  notice_on date not null,
  ground text not null,
  words text not null,
  made_by uuid,
  made_on date not null
);

-- Who signs in as the assistant.
create table employment.account (
  engagement_id uuid primary key references employment.engagement (id),
  organisation_id uuid not null,
  person_id uuid not null,
  assistant_id uuid not null references people.person (id),
  from_on date not null
);
create index on employment.account (assistant_id);

-- A word by which an assistant says whose they are: kept as a hash, one use.
create table employment.invitation (
  word_hash text primary key,
  engagement_id uuid not null references employment.engagement (id),
  organisation_id uuid not null,
  person_id uuid not null,
  made_by uuid,
  until_on date not null,
  used_at timestamptz
);

-- Which firm works out the pay, from a day. Without an organisation it has no account here.
create table employment.payroll (
  engagement_id uuid not null references employment.engagement (id),
  number integer not null check (number > 0),
  organisation_id uuid not null,
  person_id uuid not null,
  firm_id uuid references people.organisation (id),
  firm_name text not null,
  from_on date not null,
  made_by uuid,
  made_on date not null,
  primary key (engagement_id, number)
);
create index on employment.payroll (firm_id);

-- A week of work. A correction is the same week with the next number.
create table employment.timesheet (
  id uuid primary key,
  engagement_id uuid not null references employment.engagement (id),
  organisation_id uuid not null,
  person_id uuid not null,
  week_on date not null check (extract(isodow from week_on) = 1),
  number integer not null check (number > 0),
  tasks uuid[] not null default '{}',
  note text not null default '',
  sent_by uuid,
  sent_by_name text not null,
  sent_as text not null,
  sent_on date not null,
  sent_at timestamptz not null,
  on_behalf_of uuid,
  unique (engagement_id, week_on, number)
);
create table employment.spell (
  timesheet_id uuid not null references employment.timesheet (id),
  engagement_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  unit text not null,
  units bigint not null check (units > 0),
  begins time,
  -- No day has more than 24 hours.
  constraint within_a_day check (unit <> 'hour' or units <= 24000),
  primary key (timesheet_id, on_day, unit)
);
create index on employment.spell (engagement_id, on_day);
create table employment.decision (
  timesheet_id uuid primary key references employment.timesheet (id),
  engagement_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  decided text not null check (decided in ('approved', 'sent-back')),
  because text check (decided <> 'sent-back' or length(because) > 0),
  decided_by uuid,
  decided_by_name text not null,
  decided_as text not null,
  decided_on date not null,
  decided_at timestamptz not null,
  on_behalf_of uuid
);

-- Days of leave or sickness. A correction names the row that it replaces.
create table employment.leave (
  id uuid primary key,
  engagement_id uuid not null references employment.engagement (id),
  organisation_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('holiday', 'sick', 'unpaid', 'none')),
  first_on date not null,
  last_on date not null check (last_on >= first_on),
  days bigint not null check (days >= 0),
  fit_note boolean not null default false,
  replaces uuid unique references employment.leave (id),
  made_by uuid,
  made_by_name text not null,
  made_on date not null
);
create index on employment.leave (engagement_id);

-- A healthcare task that was handed over. What it is stands apart: it says something of somebody's health.
create table employment.task (
  id uuid primary key,
  engagement_id uuid not null references employment.engagement (id),
  organisation_id uuid not null,
  person_id uuid not null,
  from_on date not null,
  until_on date,
  made_by uuid,
  made_on date not null
);
create table employment.task_words (
  task_id uuid primary key references employment.task (id),
  engagement_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  says text not null
);
create table employment.sign_off (
  id uuid primary key,
  task_id uuid not null references employment.task (id),
  engagement_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  trained_by text not null, trained_on date not null,
  signed_by text not null,
  signed_role text not null,
  signed_on date not null,
  until_on date not null check (until_on >= signed_on),
  made_by uuid,
  made_on date not null
);
create index on employment.sign_off (task_id);

-- A file of payslips, and what could be read of it.
create table employment.payslip_file (
  id uuid primary key,
  sender text not null,
  sha256 text not null,
  name text not null,
  firm_id uuid,
  given_by uuid,
  given_by_name text not null,
  given_on date not null,
  given_at timestamptz not null,
  unique (sender, sha256)
);
create table employment.payslip (
  id uuid primary key,
  payslip_file_id uuid not null references employment.payslip_file (id),
  line integer not null,
  engagement_id uuid not null references employment.engagement (id),
  organisation_id uuid not null,
  person_id uuid not null,
  number integer not null check (number > 0),
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  paid_on date not null,
  gross bigint not null check (gross >= 0),
  tax bigint not null,
  employee_ni bigint not null check (employee_ni >= 0),
  employer_ni bigint not null check (employer_ni >= 0),
  employee_pension bigint not null check (employee_pension >= 0),
  employer_pension bigint not null check (employer_pension >= 0),
  other bigint not null,
  net bigint not null check (net >= 0),
  fee bigint not null check (fee >= 0),
  given_at timestamptz not null,
  unique (engagement_id, from_on, until_on, number)
);
create table employment.payslip_refused (
  payslip_file_id uuid not null references employment.payslip_file (id),
  line integer not null,
  cells text not null, because text[] not null,
  primary key (payslip_file_id, line)
);
