-- Who signs in because they work as somebody's assistant: what they are called, and what their menu holds.
-- It lets them see nothing: what an assistant sees is said by the module that knows the job.
create table access.assistant (
  person_id uuid primary key,
  since date not null default current_date
);
alter table access.assistant enable row level security;

create function access.note_assistant(person uuid) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into access.assistant (person_id) values (person) on conflict do nothing
$$;
revoke execute on function access.note_assistant(uuid) from public;
grant execute on function access.note_assistant(uuid) to openphb_app;
