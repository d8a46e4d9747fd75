-- Who decides: what was found about one decision of a person, on what those who act for them rest, with whom
-- what may be shared, and who was told of a birthday that changes it. Every row is written once.
grant usage on schema consents to openphb_app;

-- One decision on one day: other decisions of the same day may be found otherwise.
create table consents.finding (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  decision text not null check (decision in ('hold-money', 'agree-plan', 'where-to-live',
    'share-information', 'name-nominee')),
  found text not null check (found in ('has', 'has-not')),
  on_day date not null,
  assessor text not null check (assessor <> ''),
  because text not null check (length(because) between 1 and 2000),
  help_tried text not null,
  review_on date check (review_on > on_day),
  noted_on date not null,
  noted_by uuid,
  noted_by_name text not null,
  unique (person_id, number),
  -- All help is tried before it is found that somebody cannot decide.
  check (found = 'has' or help_tried <> '')
);
create index on consents.finding (organisation_id, review_on);

create table consents.best_interests (
  finding_id uuid primary key references consents.finding (id),
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  asked text not null check (length(asked) between 1 and 1000),
  decided text not null check (length(decided) between 1 and 2000),
  noted_on date not null,
  noted_by uuid,
  noted_by_name text not null
);
create index on consents.best_interests (person_id);

-- The paper behind a relationship that `people` keeps: who saw it, when, what it lets its holder decide.
create table consents.evidence (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null,
  relationship_id uuid not null references people.relationship (id),
  registered text not null,
  scope text not null check (length(scope) between 1 and 1000),
  seen_on date not null,
  seen_by text not null check (seen_by <> ''),
  file_id uuid,
  noted_on date not null,
  noted_by uuid,
  noted_by_name text not null
);
create index on consents.evidence (person_id);
create index on consents.evidence (relationship_id);

-- What may be shared with one body for one purpose. The newest row of a purpose and body says how it stands.
create table consents.sharing (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null,
  number int not null check (number > 0),
  purpose text not null check (purpose in ('joint-plan', 'school', 'hospital', 'survey', 'research')),
  body_id uuid,
  body_name text not null check (length(body_name) between 1 and 200),
  answer text not null check (answer in ('given', 'refused', 'withdrawn')),
  from_on date not null,
  until_on date check (until_on >= from_on),
  by_name text not null check (by_name <> ''),
  as_who text not null check (as_who in ('the-person', 'parent', 'representative')),
  noted_on date not null,
  noted_at timestamptz not null,
  noted_by uuid,
  noted_by_name text not null,
  on_behalf_of uuid,
  unique (person_id, number),
  check (answer = 'given' or until_on is null)
);

-- One letter for each person, birthday and addressee.
create table consents.told (
  organisation_id uuid not null,
  person_id uuid not null,
  age int not null check (age in (14, 16, 17, 18)),
  addressee text not null,
  kind text not null check (kind in ('the-person', 'parent', 'case-worker')),
  name text not null,
  birthday date not null,
  told_on date not null,
  notice_id uuid,
  primary key (person_id, age, addressee)
);

-- Somebody near who may be paid: care and help with the money are two permissions.
create table consents.permission (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  relation text not null,
  same_household boolean not null,
  paid_for text not null check (paid_for in ('care', 'help-with-managing')),
  because text not null check (length(because) between 1 and 1000),
  from_on date not null,
  until_on date check (until_on >= from_on),
  rules text[] not null,
  permitted_on date not null,
  permitted_by uuid,
  permitted_by_name text not null
);
create index on consents.permission (person_id);
create table consents.permission_end (
  permission_id uuid primary key references consents.permission (id),
  organisation_id uuid not null,
  person_id uuid not null,
  last_on date not null,
  because text not null check (length(because) between 1 and 1000),
  noted_on date not null,
  noted_by uuid,
  noted_by_name text not null
);
create index on consents.permission_end (person_id);

do $$
declare name text; cell text;
begin
  foreach name in array array['finding', 'best_interests', 'evidence', 'sharing', 'told', 'permission',
    'permission_end'] loop
    cell := 'consents.' || name;
    perform access.guard(cell::regclass, 'all');
    perform platform.write_once(cell::regclass);
  end loop;
end $$;

-- A board's own line of what its money does not buy: a local setting, and no rule of law.
create table consents.local_line (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  says text not null check (length(says) between 1 and 120),
  words text[] not null check (cardinality(words) between 1 and 20),
  from_on date not null,
  because text not null check (length(because) between 1 and 500),
  set_on date not null,
  set_by uuid,
  set_by_name text not null
);
create index on consents.local_line (organisation_id, from_on);
create table consents.local_line_end (
  line_id uuid primary key references consents.local_line (id),
  organisation_id uuid not null,
  last_on date not null,
  because text not null check (length(because) between 1 and 500),
  set_on date not null,
  set_by uuid,
  set_by_name text not null
);
select platform.write_once('consents.local_line');
select platform.write_once('consents.local_line_end');
alter table consents.local_line enable row level security;
create policy seen on consents.local_line for select to openphb_app using (true);
create policy written on consents.local_line for insert to openphb_app with check (
  organisation_id = any ((select access.organisations('manage'))::uuid[]));
grant select, insert on consents.local_line to openphb_app;
alter table consents.local_line_end enable row level security;
create policy seen on consents.local_line_end for select to openphb_app using (true);
create policy written on consents.local_line_end for insert to openphb_app with check (
  organisation_id = any ((select access.organisations('manage'))::uuid[])
    and exists (select from consents.local_line l where l.id = line_id
      and l.organisation_id = local_line_end.organisation_id));
grant select, insert on consents.local_line_end to openphb_app;

-- The day on which somebody reaches an age: born on 29 February it is 1 March in a common year.
create function consents.birthday(born date, years int) returns date
language sql immutable parallel safe as $$
  select (born + make_interval(years => years))::date + case when extract(day from born) = 29
    and extract(day from born + make_interval(years => years)) = 28 then 1 else 0 end
$$;

-- The newest finding of each decision, with what was decided in the person's best interests.
create view consents.finding_shown with (security_invoker = true) as
  select distinct on (f.person_id, f.decision) f.id, f.organisation_id, f.person_id, f.number, f.decision,
    f.found, f.on_day, f.review_on, b.on_day as decided_on
  from consents.finding f left join consents.best_interests b on b.finding_id = f.id
  order by f.person_id, f.decision, f.on_day desc, f.number desc;
-- How each purpose and body stands.
create view consents.sharing_shown with (security_invoker = true) as
  select distinct on (person_id, purpose, lower(body_name)) id, organisation_id, person_id, number, purpose,
    body_id, body_name, answer, from_on, until_on, by_name, as_who, noted_on
  from consents.sharing order by person_id, purpose, lower(body_name), number desc;
create view consents.permission_shown with (security_invoker = true) as
  select p.id, p.organisation_id, p.person_id, p.name, p.relation, p.same_household, p.paid_for, p.because,
    p.from_on, least(p.until_on, e.last_on) as until_on, e.because as ended_because, p.rules,
    p.permitted_on, p.permitted_by_name
  from consents.permission p left join consents.permission_end e on e.permission_id = p.id;
create view consents.local_line_shown with (security_invoker = true) as
  select l.id, l.organisation_id, l.says, l.words, l.from_on, e.last_on as until_on, l.because,
    e.because as ended_because, l.set_on, l.set_by_name
  from consents.local_line l left join consents.local_line_end e on e.line_id = l.id;
grant select on consents.finding_shown, consents.sharing_shown, consents.permission_shown,
  consents.local_line_shown to openphb_app;

-- A birthday is looked for among the people of a body; an authority that ends, among its relationships.
create index on people.person (organisation_id, born_on);
create index on people.relationship (organisation_id, until_on);
