-- What neighbours and pages may read of evidence, as of now.

-- The lines that count, each with what it was for now.
create view bank.line_shown with (security_invoker = true) as
  select l.id, l.reference, l.organisation_id, l.person_id, l.account_id, l.on_day, l.amount,
    coalesce(nullif(l.payee, ''), nullif(l.memo, ''), l.bank_reference) as says, l.payee, l.memo,
    l.bank_reference, l.bank_id, l.balance, l.read_order, m.number as match_number,
    case when m.kind = 'open' then null else m.kind end as kind, m.line_key, m.because as matched_because,
    m.by_rule, m.matched_by_name, m.matched_on, q.asked_on, q.number as question
  from bank.line l
    left join lateral (
      select * from bank.match t where t.line_id = l.id order by t.number desc limit 1) m on true
    left join bank.question q on q.line_id = l.id
  where not exists (select from bank.same_payment s where s.line_id = l.id);

create view bank.question_shown with (security_invoker = true) as
  select q.id, q.number, q.reference, q.organisation_id, q.person_id, q.line_id, l.on_day, l.amount, l.says,
    q.because, q.asked_on, case when l.kind is null then null else l.matched_on end as answered_on,
    l.kind as answer, l.line_key, l.match_number, l.matched_because,
    (select max(a.answered_on) from bank.answer a
      where a.question_id = q.id and a.answer = 'call-me') as call_asked_on
  from bank.question q join bank.line_shown l on l.id = q.line_id;

create view bank.statement_shown with (security_invoker = true) as
  select s.id, s.reference, s.organisation_id, s.person_id, s.place, s.from_on, s.until_on, s.opening,
    s.closing, s.arithmetic, s.out_by, s.lines, s.remarks, f.id as bank_file_id, f.file_id, f.account_id,
    f.name, f.format,
    f.sha256, f.sent_on, f.sent_by_name
  from bank.statement s join bank.file f on f.id = s.bank_file_id;

-- What left (above nought) or came back for each line of the plan, by the day of the bank.
create view bank.spent_shown with (security_invoker = true) as
  select l.id as line_id, l.reference, l.organisation_id, l.person_id, l.on_day, -l.amount as spent,
    l.line_key, l.kind
  from bank.line_shown l where l.kind in ('plan-line', 'refund', 'outside-plan');
grant select on bank.line_shown, bank.question_shown, bank.statement_shown, bank.spent_shown to openphb_app;
