-- Letters that were sent, and messages between a family and their team. Both are kept as they were said.
grant usage on schema notices to openphb_app;

-- A letter. Its paragraphs stand here as they were sent, so that it can be read years later without its
-- template.
create table notices.notice (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  person_id uuid not null references people.person (id),
  kind text not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
  title text not null check (length(title) between 1 and 200),
  to_name text not null,
  to_lines jsonb not null default '[]',
  paragraphs jsonb not null,
  from_name text not null,
  from_role text not null,
  from_reach text not null,
  reference text,
  subject_id uuid,
  sees text not null default 'all' check (sees in ('all', 'money', 'plan', 'name')),
  sent_on date not null,
  sent_at timestamptz not null default statement_timestamp(),
  sent_by uuid
);
create index on notices.notice (person_id, sent_at desc);
create index on notices.notice (subject_id);
select platform.write_once('notices.notice');

-- How a letter went out: on screen, to be printed and posted, by mail; and what stood in the way.
create table notices.delivery (
  id uuid primary key,
  notice_id uuid not null references notices.notice (id),
  organisation_id uuid not null,
  person_id uuid not null,
  way text not null check (way in ('screen', 'print', 'mail')),
  note text,
  made_at timestamptz not null default statement_timestamp()
);
create index on notices.delivery (notice_id);
select platform.write_once('notices.delivery');

-- The conversation of one case, opened when somebody asks. The reference leads to whose it is.
create table notices.thread (
  reference text primary key,
  organisation_id uuid not null references people.organisation (id),
  person_id uuid not null references people.person (id),
  opened_on date not null
);
select platform.write_once('notices.thread');

create table notices.message (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null,
  reference text not null references notices.thread (reference),
  words text not null check (length(words) between 1 and 5000),
  side text not null check (side in ('family', 'staff')),
  said_by uuid,
  said_by_name text not null,
  said_by_role text not null,
  said_on date not null,
  said_at timestamptz not null default statement_timestamp()
);
create index on notices.message (reference, said_at);
select platform.write_once('notices.message');

-- Up to when somebody has read a conversation: a mark of their own, which only they see.
create table notices.read_mark (
  actor_id uuid not null,
  reference text not null references notices.thread (reference),
  read_at timestamptz not null,
  primary key (actor_id, reference)
);

-- A letter about money may be read by whoever sees the money; a decision only by whoever sees all.
alter table notices.notice enable row level security;
create policy seen on notices.notice for select to openphb_app using (
  (sees = 'all' and (organisation_id = any ((select access.organisations('all'))::uuid[])
    or person_id in (select unnest(access.people('all')))))
  or (sees = 'money' and (organisation_id = any ((select access.organisations('money'))::uuid[])
    or person_id in (select unnest(access.people('money')))))
  or (sees = 'plan' and (organisation_id = any ((select access.organisations('plan'))::uuid[])
    or person_id in (select unnest(access.people('plan')))))
  or (sees = 'name' and (organisation_id = any ((select access.organisations('name'))::uuid[])
    or person_id in (select unnest(access.people('name'))))));
create policy written on notices.notice for insert to openphb_app with check (
  organisation_id = any ((select access.works_for())::uuid[])
  or person_id in (select unnest(access.people('name'))));
grant select, insert on notices.notice to openphb_app;

select access.guard('notices.delivery', 'name');
select access.guard('notices.thread', 'all');
select access.guard('notices.message', 'all');

alter table notices.read_mark enable row level security;
create policy own on notices.read_mark to openphb_app
  using (actor_id = (select access.actor_id())) with check (actor_id = (select access.actor_id()));
grant select, insert, update on notices.read_mark to openphb_app;

create view notices.notice_shown with (security_invoker = true) as
  select id, organisation_id, person_id, kind, title, sent_on, subject_id, reference from notices.notice;
create view notices.message_shown with (security_invoker = true) as
  select id, organisation_id, person_id, reference, side, said_by_name, said_on, said_at from notices.message;
grant select on notices.notice_shown, notices.message_shown to openphb_app;
