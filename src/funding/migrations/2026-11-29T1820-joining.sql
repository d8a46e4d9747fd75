-- How the bodies of one budget hold their money together: side by side, or in a pool; and who leads. From a
-- day; a newer one takes its place. Each body stays liable for its own part, whichever it is.
create table funding.joining (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  number int not null check (number > 0),
  way text not null check (way in ('aligned', 'pooled')),
  lead_id uuid not null references people.organisation (id),
  -- The agreement of the bodies under which money is pooled, as they call it.
  under text check (length(under) between 1 and 200),
  from_on date not null,
  because text not null check (length(because) between 1 and 500),
  set_on date not null,
  set_by uuid,
  set_by_name text not null,
  unique (reference, number),
  check ((way = 'pooled') = (under is not null))
);
create index on funding.joining (person_id);
select access.guard('funding.joining', 'plan');
select platform.write_once('funding.joining');
