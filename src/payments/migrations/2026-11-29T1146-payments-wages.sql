-- From which day the NHS pays the wages of a job itself, out of which line of the plan: what each payslip
-- asks to be paid becomes owed, each once.
create table payments.wages (
  engagement_id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  agreement_id uuid not null references agreements.agreement (id),
  line_key text not null,
  from_on date not null,
  who uuid,
  who_name text not null,
  on_day date not null
);
create index on payments.wages (organisation_id);
create index on payments.wages (reference);
select access.guard('payments.wages', 'money');
select platform.write_once('payments.wages');
