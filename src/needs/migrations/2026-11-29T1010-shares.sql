-- Who carries which share of a budget's lines: health, social care and education, from a day. A split is
-- never changed: a new one takes its place from its own day, once every body that carries a part has agreed.

create table needs.split (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  number integer not null check (number > 0),
  from_on date not null,
  body_ids uuid[] not null check (cardinality(body_ids) > 0),
  because text not null check (length(because) between 1 and 500),
  made_by uuid,
  made_by_name text not null,
  made_on date not null,
  made_at timestamptz not null default statement_timestamp(),
  unique (reference, number)
);
create index on needs.split (person_id);
select access.guard('needs.split', 'money');
select platform.write_once('needs.split');

-- `part` is hundredths of a percent, or pence a week, or 1 where one body carries the whole line; `weekly`
-- what it came to when the split was written.
create table needs.share (
  split_id uuid not null references needs.split (id),
  line_key text not null,
  strand text not null check (strand in ('health', 'social-care', 'education')),
  organisation_id uuid not null,
  person_id uuid not null,
  body_id uuid not null,
  says text not null,
  way text not null check (way in ('percentage', 'amount', 'whole')),
  part bigint not null check (part > 0),
  weekly bigint not null check (weekly >= 0),
  primary key (split_id, line_key, strand),
  check (strand <> 'health' or body_id = organisation_id)
);
select access.guard('needs.share', 'money');
select platform.write_once('needs.share');

-- What each strand carried in all when the split was written: a body may know the others' totals, not their
-- lines.
create table needs.share_total (
  split_id uuid not null references needs.split (id),
  strand text not null,
  organisation_id uuid not null,
  person_id uuid not null,
  body_id uuid not null,
  body_ids uuid[] not null,
  weekly bigint not null check (weekly >= 0),
  primary key (split_id, strand)
);
select access.guard('needs.share_total', 'money');
select platform.write_once('needs.share_total');

-- A body's own word that it carries its part.
create table needs.share_agreed (
  split_id uuid not null references needs.split (id),
  organisation_id uuid not null,
  lead_id uuid not null,
  person_id uuid not null,
  agreed_on date not null,
  agreed_by uuid,
  agreed_by_name text not null,
  primary key (split_id, organisation_id)
);
select access.guard('needs.share_agreed', 'money');
select platform.write_once('needs.share_agreed');

-- A body's people who were let see this person see their own strand, and how much the others carry in all.
create policy seen_by_body on needs.split for select to openphb_app using (
  body_ids && (select access.works_for())::uuid[] and person_id in (select unnest(access.people('name'))));
create policy seen_by_body on needs.share for select to openphb_app using (
  body_id = any ((select access.works_for())::uuid[])
    and person_id in (select unnest(access.people('name'))));
create policy seen_by_body on needs.share_total for select to openphb_app using (
  body_ids && (select access.works_for())::uuid[] and person_id in (select unnest(access.people('name'))));
create policy seen_by_others on needs.share_agreed for select to openphb_app using (
  lead_id = any ((select access.organisations('money'))::uuid[])
    or organisation_id = any ((select access.works_for())::uuid[]));

-- The day on which the last of the bodies agreed; null while one has not. Whoever sees one agreement only is
-- told so too.
create function needs.all_agreed_on(split uuid) returns date
language sql stable security definer set search_path = pg_catalog as $$
  select max(a.agreed_on) from needs.split s join needs.share_agreed a on a.split_id = s.id
    where s.id = split group by s.id, s.body_ids
    having count(distinct a.organisation_id) = cardinality(s.body_ids)
$$;
revoke execute on function needs.all_agreed_on(uuid) from public;
grant execute on function needs.all_agreed_on(uuid) to openphb_app;

create view needs.split_shown with (security_invoker = true) as
  select id, organisation_id, person_id, reference, number, from_on, body_ids, because, made_by_name, made_on,
    needs.all_agreed_on(id) as agreed_on
  from needs.split;
create view needs.share_shown with (security_invoker = true) as
  select h.split_id, s.reference, s.number, s.from_on, h.line_key, h.strand, h.organisation_id, h.person_id,
    h.body_id, h.says, h.way, h.part, h.weekly
  from needs.share h join needs.split s on s.id = h.split_id;
create view needs.share_total_shown with (security_invoker = true) as
  select split_id, strand, organisation_id, person_id, body_id, weekly from needs.share_total;
create view needs.share_agreed_shown with (security_invoker = true) as
  select split_id, organisation_id, lead_id, person_id, agreed_on, agreed_by_name from needs.share_agreed;
grant select on needs.split_shown, needs.share_shown, needs.share_total_shown,
  needs.share_agreed_shown to openphb_app;
