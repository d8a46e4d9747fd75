-- Evidence: the statements of a budget's bank account, their lines, what each was for, what is asked.
grant usage on schema bank to openphb_app;

-- Named accounts of the command line: nobody's record, and for the operator only.
create table bank.named_account (
  name text primary key check (length(name) between 1 and 200),
  made_at timestamptz not null default statement_timestamp()
);
alter table bank.named_account enable row level security;
create table bank.named_statement (
  account text not null references bank.named_account (name),
  source text not null,
  place integer not null check (place >= 0),
  read text not null,
  kept_at timestamptz not null default statement_timestamp(),
  primary key (account, source, place)
);
alter table bank.named_statement enable row level security;
select platform.write_once('bank.named_statement');

-- One file that somebody sent as evidence. The same bytes again are the same file.
create table bank.file (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  account_id uuid not null references agreements.account (id),
  file_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  format text not null,
  sent_on date not null,
  sent_by uuid,
  sent_by_name text not null,
  unique (account_id, sha256)
);
create index on bank.file (reference);

-- One statement of a file, as it was read: `read` keeps it whole, so that lines follow from all statements.
create table bank.statement (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null,
  reference text not null,
  bank_file_id uuid not null references bank.file (id),
  place integer not null check (place >= 0),
  from_on date,
  until_on date check (until_on >= from_on),
  opening bigint,
  closing bigint,
  arithmetic text not null check (arithmetic in ('agrees', 'does-not-agree', 'cannot-tell')),
  out_by bigint,
  lines integer not null check (lines >= 0),
  remarks text[] not null default '{}',
  read text not null,
  unique (bank_file_id, place)
);
create index on bank.statement (reference, until_on);

-- The quarantine: rows that could not be read, where they stand and why.
create table bank.refused_row (
  statement_id uuid not null references bank.statement (id),
  organisation_id uuid not null,
  person_id uuid not null,
  place integer not null,
  line integer not null,
  why text not null,
  primary key (statement_id, place)
);

-- One payment into or out of the account: a fact of the bank, never changed.
create table bank.line (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null,
  reference text not null,
  account_id uuid not null,
  on_day date not null,
  amount bigint not null,
  payee text not null,
  memo text not null,
  bank_reference text not null,
  bank_id text,
  balance bigint,
  occurrence integer not null check (occurrence > 0),
  read_on date not null,
  -- The order in which the bank lists them, where days are equal.
  read_order bigint generated always as identity
);
create index on bank.line (reference, on_day);

-- Which row of which statement shows a payment: `source:place:index`. Later statements show it again.
create table bank.showing (
  statement_id uuid not null references bank.statement (id),
  row_index integer not null,
  line_id uuid not null references bank.line (id),
  organisation_id uuid not null,
  person_id uuid not null,
  primary key (statement_id, row_index)
);
create index on bank.showing (line_id);

-- Two lines turned out to be one payment when a later statement came: this one no longer counts.
create table bank.same_payment (
  line_id uuid primary key references bank.line (id),
  same_as uuid not null references bank.line (id),
  organisation_id uuid not null,
  person_id uuid not null,
  found_on date not null
);

-- What a line was for. The newest of a line counts; an older one stands for what was thought before.
create table bank.match (
  line_id uuid not null references bank.line (id),
  number integer not null check (number > 0),
  organisation_id uuid not null,
  person_id uuid not null,
  reference text not null,
  kind text not null check (kind in ('plan-line', 'refund', 'payment', 'outside-plan', 'elsewhere',
    'own-money', 'sent-back', 'open')),
  line_key text,
  because text not null check (length(because) between 1 and 500),
  by_rule boolean not null,
  payee_id uuid,
  matched_by uuid,
  matched_by_name text not null,
  matched_on date not null,
  primary key (line_id, number),
  check ((kind in ('plan-line', 'refund')) = (line_key is not null))
);
create index on bank.match (reference);
create index on bank.match (payee_id) where payee_id is not null;

-- One question for each line that no rule could match.
create table bank.question (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null,
  reference text not null,
  number integer not null check (number > 0),
  line_id uuid not null unique references bank.line (id),
  because text not null,
  asked_on date not null,
  unique (reference, number)
);
create table bank.answer (
  id uuid primary key,
  question_id uuid not null references bank.question (id),
  organisation_id uuid not null,
  person_id uuid not null,
  answer text not null,
  words text not null default '',
  answered_on date not null,
  answered_at timestamptz not null,
  answered_by uuid,
  answered_by_name text not null,
  on_behalf_of uuid
);
create index on bank.answer (question_id);

-- What a payee is called on the statements of this budget, learnt from an answer; forgotten when told to.
create table bank.payee (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null,
  reference text not null,
  says text not null,
  words text not null check (words <> ''),
  line_key text not null,
  answer_id uuid not null references bank.answer (id),
  learnt_on date not null
);
create index on bank.payee (reference);
create table bank.payee_forgotten (
  payee_id uuid primary key references bank.payee (id),
  organisation_id uuid not null,
  person_id uuid not null,
  forgotten_on date not null,
  forgotten_by uuid,
  forgotten_by_name text not null
);

create table bank.receipt (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null,
  reference text not null,
  line_id uuid not null references bank.line (id),
  file_id uuid not null,
  name text not null,
  sha256 text not null,
  given_on date not null,
  given_by uuid,
  given_by_name text not null,
  unique (line_id, sha256)
);

-- A nominee holds the money and sends its statements, though the records of health stay shut to them.
create function bank.held_by_me() returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct r.person_id), '{}') from people.relationship_shown r
    where r.other_person_id = (select c.person_id from access.actor_shown c where c.id = access.actor_id())
      and r.kind = 'nominee' and r.revoked_at is null and r.withdrawn_on is null
      and r.from_on <= current_setting('openphb.today')::date
      and (r.until_on is null or r.until_on >= current_setting('openphb.today')::date)
      and r.person_id in (select unnest(access.people('money')))
$$;
revoke execute on function bank.held_by_me() from public;
grant execute on function bank.held_by_me() to openphb_app;

-- The approved accounts of a budget, by their last digits, for those who may send its statements.
create function bank.accounts_of(of_reference text) returns table (id uuid, ending text, closed boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select c.id, c.ending, c.closed_on is not null from agreements.account_shown c
    where c.reference = of_reference and c.approved_on is not null
      and (current_setting('role') <> 'openphb_app'
        or c.organisation_id = any ((select access.organisations('bank'))::uuid[])
        or c.person_id in (select unnest(access.people('bank')))
        or c.person_id = any ((select bank.held_by_me())::uuid[]))
    order by c.approved_on desc, c.id desc
$$;
revoke execute on function bank.accounts_of(text) from public;
grant execute on function bank.accounts_of(text) to openphb_app;

do $$
declare name text; cell text;
begin
  foreach name in array array['file', 'statement', 'refused_row', 'line', 'showing', 'same_payment', 'match',
    'question', 'answer', 'payee', 'payee_forgotten', 'receipt'] loop
    cell := 'bank.' || name;
    perform access.guard(cell::regclass, 'bank');
    perform platform.write_once(cell::regclass);
    execute format('create policy seen_by_holder on %s for select to openphb_app using (
      person_id = any ((select bank.held_by_me())::uuid[]))', cell);
    execute format('create policy written_by_holder on %s for insert to openphb_app with check (
      person_id = any ((select bank.held_by_me())::uuid[]))', cell);
  end loop;
end $$;
