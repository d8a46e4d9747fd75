-- Whoever says that they are the assistant of a job is known as one, whichever way they said it.
create function employment.known_as_assistant() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform access.note_assistant(new.assistant_id);
  return new;
end $$;
create trigger known_as_assistant after insert on employment.account
  for each row execute function employment.known_as_assistant();
select access.note_assistant(assistant_id) from employment.account;
