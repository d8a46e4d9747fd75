-- The questions that nobody and no rule has answered yet, kept as questions, matches and answers are written:
-- most questions are answered, and to find the open ones among all lines of the bank took a second.
create table bank.open_question (
  question_id uuid primary key references bank.question (id),
  line_id uuid not null unique,
  reference text not null,
  organisation_id uuid not null,
  person_id uuid not null,
  asked_on date not null
);
create index on bank.open_question (organisation_id, reference);
create index on bank.open_question (person_id);

alter table bank.open_question enable row level security;
create policy seen on bank.open_question for select to openphb_app using (
  organisation_id = any ((select access.organisations('bank'))::uuid[])
  or person_id in (select unnest(access.people('bank'))));
create policy seen_by_holder on bank.open_question for select to openphb_app using (
  person_id = any ((select bank.held_by_me())::uuid[]));
grant select on bank.open_question to openphb_app;

-- Puts right what is open of some lines: the newest match counts, and a line that is another one again does
-- not.
create function bank.open_of(of_lines uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  with asked as (
    select q.id, q.line_id, q.reference, q.organisation_id, q.person_id, q.asked_on,
      not exists (select from bank.same_payment s where s.line_id = q.line_id)
        and coalesce((select m.kind from bank.match m where m.line_id = q.line_id
          order by m.number desc limit 1), 'open') = 'open' as is_open
    from bank.question q where q.line_id = any (of_lines)
  ), answered as (
    delete from bank.open_question o using asked a where o.question_id = a.id and not a.is_open
  )
  insert into bank.open_question (question_id, line_id, reference, organisation_id, person_id, asked_on)
    select a.id, a.line_id, a.reference, a.organisation_id, a.person_id, a.asked_on from asked a
    where a.is_open on conflict do nothing;
end $$;
revoke execute on function bank.open_of(uuid[]) from public;

create function bank.open_follow() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform bank.open_of((select array_agg(distinct f.line_id) from fresh f));
  return null;
end $$;
revoke execute on function bank.open_follow() from public;
do $$
declare name text;
begin
  foreach name in array array['question', 'match', 'same_payment'] loop
    execute format('create trigger open_follow after insert on bank.%I
      referencing new table as fresh for each statement execute function bank.open_follow()', name);
  end loop;
end $$;
select bank.open_of((select array_agg(line_id) from bank.question));

create view bank.open_question_shown with (security_invoker = true) as
  select question_id, line_id, reference, organisation_id, person_id, asked_on from bank.open_question;
grant select on bank.open_question_shown to openphb_app;
