-- What has to be settled before a case is closed, item by item: who does it, by when, what is owed, and the
-- evidence or why it does not apply. The newest row of an item counts.
create table reviews.settling (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  item text not null check (item in ('final-pay', 'notice-pay', 'redundancy', 'leave', 'tax', 'pension',
    'insurance', 'payroll', 'direct-debits', 'last-bills', 'equipment', 'records')),
  what text not null check (what in ('to-do', 'settled', 'does-not-apply')),
  who text not null default '',
  by_day date,
  owed bigint not null default 0 check (owed >= 0),
  words text not null default '',
  keep_until date,
  file_id uuid,
  noted_by uuid,
  noted_by_name text not null,
  noted_by_role text not null,
  noted_on date not null,
  noted_at timestamptz not null default clock_timestamp(),
  check (what <> 'to-do' or (who <> '' and by_day is not null)),
  check (what = 'to-do' or words <> ''),
  check (what <> 'does-not-apply' or owed = 0),
  check (item <> 'records' or what <> 'settled' or keep_until is not null)
);
create index on reviews.settling (reference, item, noted_at);
select access.guard('reviews.settling', 'money');
select platform.write_once('reviews.settling');
