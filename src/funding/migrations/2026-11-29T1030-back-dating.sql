-- A change from a day in the past: what it brings for the days that were paid already, and who carries that.
create table funding.change (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  kind text not null check (kind in ('rate', 'need', 'start')),
  line_key text not null,
  says text not null,
  before_weekly bigint not null check (before_weekly >= 0),
  after_weekly bigint not null check (after_weekly >= 0),
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  arrears bigint not null check (arrears > 0),
  obligation_id uuid not null,
  because text not null check (length(because) between 1 and 500),
  made_on date not null,
  made_by uuid,
  made_by_name text not null
);
create index on funding.change (reference);
select access.guard('funding.change', 'money');
select platform.write_once('funding.change');

create table funding.change_share (
  change_id uuid not null references funding.change (id),
  strand text not null check (strand in ('health', 'social-care', 'education')),
  organisation_id uuid not null,
  person_id uuid not null,
  body_id uuid not null,
  pence bigint not null check (pence > 0),
  primary key (change_id, strand)
);
select access.guard('funding.change_share', 'money');
select platform.write_once('funding.change_share');

-- Other bodies carry their part of it with the next statement: once.
alter table funding.charge add column change_id uuid references funding.change (id);
create unique index on funding.charge (change_id, strand) where change_id is not null;
