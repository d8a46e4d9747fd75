-- A budget that is agreed and given up before the chair comes: who asked, why, what was given back to whom.
alter table wheelchairs.ending
  drop constraint ending_what_check,
  add constraint ending_what_check check (what in ('closed', 'handed-back', 'given-up')),
  add column asked_by_name text check (length(asked_by_name) between 1 and 120),
  add constraint who_asked_is_named check ((what = 'given-up') = (asked_by_name is not null));

-- What somebody had added to a chair that never came, and how they got it back.
create table wheelchairs.given_back (
  contribution_id uuid primary key references wheelchairs.received (contribution_id),
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  how text not null check (length(how) between 1 and 300),
  noted_by uuid,
  noted_by_name text not null
);
do $$
begin
  perform access.guard('wheelchairs.given_back'::regclass, 'money');
  perform platform.write_once('wheelchairs.given_back'::regclass);
end $$;

-- Only a budget whose chair was neither handed over nor billed is given up; and neither follows after.
create function wheelchairs.given_up_before_the_chair() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'ending' then
    if new.what = 'given-up' and (
        exists (select from wheelchairs.handed_over h where h.round_id = new.round_id)
        or exists (select from wheelchairs.invoice i where i.round_id = new.round_id)) then
      raise exception 'a budget is given up only before its chair was handed over or billed';
    end if;
  elsif exists (select from wheelchairs.ending e
      where e.round_id = new.round_id and e.what = 'given-up') then
    raise exception 'this budget was given up';
  end if;
  return new;
end $$;
create trigger given_up_before_the_chair before insert on wheelchairs.ending
  for each row execute function wheelchairs.given_up_before_the_chair();
create trigger given_up_before_the_chair before insert on wheelchairs.handed_over
  for each row execute function wheelchairs.given_up_before_the_chair();
create trigger given_up_before_the_chair before insert on wheelchairs.invoice
  for each row execute function wheelchairs.given_up_before_the_chair();
