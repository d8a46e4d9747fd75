-- Statements of ten thousand lines: in place of foreign keys, which look each row up by itself, one trigger
-- checks a whole statement of SQL. Lines, statements and matches are never taken out, so that is as safe.

create function bank.must_have_lines() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  wrong uuid;
begin
  select f.line_id into wrong from fresh f left join bank.line l on l.id = f.line_id
    where l.id is null or l.person_id <> f.person_id or l.organisation_id <> f.organisation_id limit 1;
  if wrong is not null then
    raise exception 'there is no line % of this person', wrong
      using errcode = 'foreign_key_violation', constraint = tg_argv[0];
  end if;
  return null;
end $$;
revoke execute on function bank.must_have_lines() from public;

create function bank.must_have_statements() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  wrong uuid;
begin
  select f.statement_id into wrong
    from (select distinct statement_id from fresh) f left join bank.statement s on s.id = f.statement_id
    where s.id is null limit 1;
  if wrong is not null then
    raise exception 'there is no statement %', wrong
      using errcode = 'foreign_key_violation', constraint = tg_argv[0];
  end if;
  return null;
end $$;
revoke execute on function bank.must_have_statements() from public;

alter table bank.showing drop constraint showing_line_id_fkey;
alter table bank.showing drop constraint showing_statement_id_fkey;
alter table bank.match drop constraint match_line_id_fkey;
create trigger has_lines after insert on bank.showing referencing new table as fresh
  for each statement execute function bank.must_have_lines('showing_has_line');
create trigger has_statements after insert on bank.showing referencing new table as fresh
  for each statement execute function bank.must_have_statements('showing_has_statement');
create trigger has_lines after insert on bank.match referencing new table as fresh
  for each statement execute function bank.must_have_lines('match_has_line');
