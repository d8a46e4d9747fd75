-- The answer to "can I buy this?" that a payment rests on: joined by whoever answers for the money. The
-- newest row of a line counts, and a row without a question takes the join back.
create table bank.asked_first (
  line_id uuid not null references bank.line (id),
  number integer not null check (number > 0),
  organisation_id uuid not null,
  person_id uuid not null,
  reference text not null,
  question_id uuid references local_offer.question (id),
  joined_on date not null,
  joined_by uuid,
  joined_by_name text not null,
  primary key (line_id, number)
);
create index on bank.asked_first (reference);
select access.guard('bank.asked_first', 'bank');
select platform.write_once('bank.asked_first');
create policy seen_by_holder on bank.asked_first for select to openphb_app using (
  person_id = any ((select bank.held_by_me())::uuid[]));
create policy written_by_holder on bank.asked_first for insert to openphb_app with check (
  person_id = any ((select bank.held_by_me())::uuid[]));

-- Payments that an answer was joined to, as it stands.
create view bank.asked_first_shown with (security_invoker = true) as
  select f.line_id, f.organisation_id, f.person_id, f.reference, f.question_id, f.joined_on, f.joined_by_name,
    l.on_day, l.amount, l.kind
  from (select distinct on (line_id) * from bank.asked_first order by line_id, number desc) f
    join bank.line_shown l on l.id = f.line_id
  where f.question_id is not null;
grant select on bank.asked_first_shown to openphb_app;
