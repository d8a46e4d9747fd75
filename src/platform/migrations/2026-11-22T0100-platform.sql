-- What every module stands on: the roles of the database, the clock, what was sent once, kept forms, mail
-- and files.

create extension if not exists btree_gist schema platform;
grant usage on schema platform to openphb_app;

-- The clock of a demonstration or a test: one row, or none where time is simply the time.
create table platform.clock (
  only_row boolean primary key default true check (only_row),
  set_to timestamptz not null,
  set_at timestamptz not null
);

create function platform.now() returns timestamptz language sql stable as $$
  select coalesce((select set_to + (statement_timestamp() - set_at)
    from platform.clock), statement_timestamp())
$$;
grant select on platform.clock to openphb_app;
grant execute on function platform.now() to openphb_app;

-- A form that was sent: the same key with the same input gives the same answer, with another input is
-- refused.
create table platform.sent (
  key uuid primary key,
  actor_id uuid,
  address text not null,
  input_hash text not null,
  answer text,
  sent_at timestamptz not null default statement_timestamp()
);
grant select, insert, update on platform.sent to openphb_app;

-- What somebody had typed when their session ended, kept (encrypted) for an hour so that nothing is lost.
create table platform.kept_form (
  id uuid primary key,
  address text not null,
  body bytea not null,
  kept_at timestamptz not null default statement_timestamp()
);

-- Mail that was sent; in the embedded default it can be read in the browser.
create table platform.mail (
  id uuid primary key,
  to_address text not null,
  subject text not null,
  body text not null,
  made_at timestamptz not null default statement_timestamp(),
  sent_at timestamptz
);

-- A file that somebody gave us. Its bytes lie outside the web root, named by id, encrypted.
create table platform.file (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  kind text not null,
  size integer not null check (size between 1 and 20971520),
  sha256 text not null,
  given_by uuid not null,
  given_at timestamptz not null default statement_timestamp()
);

-- A fact, once written, is never changed or taken out: a correction is a new fact.
create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is written once: % is refused', tg_table_schema || '.' || tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end $$;

create function platform.write_once(of_table regclass) returns void language plpgsql as $$
begin
  execute format($p$create trigger write_once before update or delete on %s
    for each row execute function platform.refuse_change()$p$, of_table);
  execute format($p$create trigger keep_all before truncate on %s
    for each statement execute function platform.refuse_change()$p$, of_table);
end $$;

-- Queues work inside the transaction that asks for it: no change, no job.
create function platform.add_job(task text, payload json, run_at timestamptz, key text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(identifier => task, payload => payload, run_at => run_at, job_key => key);
end $$;
revoke execute on function platform.add_job(text, json, timestamptz, text) from public;
grant execute on function platform.add_job(text, json, timestamptz, text) to openphb_app;

-- Anybody's action may post a message; nobody's may read what was posted.
create function platform.post_mail(new_id uuid, to_whom text, about text, words text) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into platform.mail (id, to_address, subject, body) values (new_id, to_whom, about, words)
$$;
revoke execute on function platform.post_mail(uuid, text, text, text) from public;
grant execute on function platform.post_mail(uuid, text, text, text) to openphb_app;
