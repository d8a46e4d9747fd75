-- "Can I buy this?": what somebody wanted to buy in their own words, and every written answer to it.
grant usage on schema local_offer to openphb_app;

-- A question as it was asked. Who may see the money may see it, for they are the ones who buy.
create table local_offer.question (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  number integer not null check (number > 0),
  words text not null check (length(words) between 1 and 2000),
  sum bigint not null check (sum > 0),
  every text not null check (every in ('once', 'week', 'month', 'year')),
  what_for text not null,
  outcome text not null default '',
  line_key text,
  line_says text not null default '',
  in_plan text not null check (in_plan in ('yes', 'no', 'not-sure')),
  looks_like text[] not null default '{}',
  said_to_be text,
  payee text not null check (payee in ('firm', 'family')),
  relation text,
  same_household boolean,
  paid_for text check (paid_for in ('care', 'help-with-managing')),
  because text[] not null default '{}',
  answer_by date,
  asked_on date not null,
  asked_at timestamptz not null default statement_timestamp(),
  asked_by uuid,
  asked_by_name text not null,
  on_behalf_of uuid,
  unique (reference, number),
  check ((in_plan = 'yes') = (line_key is not null)),
  check ((payee = 'family') = (relation is not null and same_household is not null and paid_for is not null))
);
create index on local_offer.question (organisation_id, asked_on);
select access.guard('local_offer.question', 'money');
select platform.write_once('local_offer.question');

-- The written answer, by rule or by a person. A later one does not take away what an earlier one promised.
create table local_offer.answer (
  question_id uuid not null references local_offer.question (id),
  number integer not null check (number > 0),
  organisation_id uuid not null,
  person_id uuid not null,
  answer text not null check (answer in ('yes', 'yes-if', 'no', 'not-yet')),
  conditions text not null default '',
  reasons text not null check (length(reasons) > 0),
  instead text not null default '',
  rules jsonb not null default '[]',
  by_rule boolean not null,
  answered_on date not null,
  answered_at timestamptz not null default statement_timestamp(),
  answered_by uuid,
  answered_by_name text not null,
  answered_by_role text not null,
  primary key (question_id, number),
  check ((answer = 'yes-if') = (conditions <> ''))
);
select access.guard('local_offer.answer', 'money');
select platform.write_once('local_offer.answer');

-- Asked to be looked at again, by somebody else than who answered.
create table local_offer.again (
  question_id uuid not null,
  answer_number integer not null,
  organisation_id uuid not null,
  person_id uuid not null,
  words text not null check (length(words) between 1 and 2000),
  answer_by date,
  asked_on date not null,
  asked_at timestamptz not null default statement_timestamp(),
  asked_by uuid,
  asked_by_name text not null,
  on_behalf_of uuid,
  primary key (question_id, answer_number),
  foreign key (question_id, answer_number) references local_offer.answer (question_id, number)
);
select access.guard('local_offer.again', 'money');
select platform.write_once('local_offer.again');

-- Each question as it stands: its newest answer, and whether an answer is waited for.
create view local_offer.question_shown with (security_invoker = true) as
  select q.id, q.organisation_id, q.person_id, q.reference, q.number, q.words, q.sum, q.every, q.what_for,
    q.outcome, q.line_key, q.line_says, q.in_plan, q.payee, q.because, q.asked_on, q.asked_by,
    q.asked_by_name, q.on_behalf_of,
    a.number as answer_number, a.answer, a.conditions, a.reasons, a.by_rule, a.answered_on, a.answered_by,
    a.answered_by_name, g.words as again_words, g.asked_on as again_on,
    a.number is null or g.asked_on is not null as waiting,
    coalesce(g.asked_on, q.asked_on) as waiting_since,
    case when g.asked_on is null then q.answer_by else g.answer_by end as answer_by
  from local_offer.question q
    left join lateral (
      select * from local_offer.answer t where t.question_id = q.id order by t.number desc limit 1) a on true
    left join local_offer.again g on g.question_id = q.id and g.answer_number = a.number;
create view local_offer.answer_shown with (security_invoker = true) as
  select a.question_id, a.number, q.number as question, q.reference, a.organisation_id, a.person_id, a.answer,
    a.conditions, a.reasons, a.instead, a.rules, a.by_rule, a.answered_on, a.answered_by, a.answered_by_name,
    a.answered_by_role, q.words, q.sum, q.every, q.asked_on
  from local_offer.answer a join local_offer.question q on q.id = a.question_id;
grant select on local_offer.question_shown, local_offer.answer_shown to openphb_app;
