-- Who sees and writes what, and what neighbours are shown.

do $$
declare name text; cell text; party text;
begin
  foreach name in array array['me()', 'worked_by_me()', 'employed_by_us()', 'paid_by_us()', 'hours_let()',
    'hours_of_mine()', 'held_by_me()', 'budget_of(text)', 'clashes_of(uuid)', 'take_up(text)',
    'word_of(text)', 'today()'] loop
    execute format('revoke execute on function employment.%s from public', name);
    execute format('grant execute on function employment.%s to openphb_app', name);
  end loop;
  -- What everybody sees who has to do with the work: names, days and hours.
  foreach name in array array['timesheet', 'spell', 'decision', 'ending'] loop
    cell := 'employment.' || name;
    perform access.guard(cell::regclass, 'money');
    foreach party in array array['worked_by_me', 'employed_by_us', 'paid_by_us', 'hours_of_mine'] loop
      execute format('create policy seen_%s on %s for select to openphb_app using (
        engagement_id = any ((select employment.%s())::uuid[]))', party, cell, party);
    end loop;
    foreach party in array array['employed_by_us', case name when 'decision' then 'hours_of_mine'
      when 'ending' then 'held_by_me' else 'worked_by_me' end] loop
      execute format('create policy written_%s on %s for insert to openphb_app with check (
        engagement_id = any ((select employment.%s())::uuid[]))', party, cell, party);
    end loop;
  end loop;
  -- Pay: the employer, the assistant and the firm that works it out.
  foreach name in array array['contract', 'term', 'leave', 'payroll', 'payslip'] loop
    cell := 'employment.' || name;
    perform access.guard(cell::regclass, 'money');
    foreach party in array array['worked_by_me', 'employed_by_us', 'paid_by_us'] loop
      execute format('create policy seen_%s on %s for select to openphb_app using (
        engagement_id = any ((select employment.%s())::uuid[]))', party, cell, party);
    end loop;
    execute format('create policy written_employed_by_us on %s for insert to openphb_app with check (
      engagement_id = any ((select employment.employed_by_us())::uuid[]))', cell);
  end loop;
  -- Whether a task is signed off: not the firm's business.
  foreach name in array array['task', 'sign_off', 'account', 'invitation'] loop
    cell := 'employment.' || name;
    perform access.guard(cell::regclass, 'money');
    foreach party in array array['worked_by_me', 'employed_by_us'] loop
      execute format('create policy seen_%s on %s for select to openphb_app using (
        engagement_id = any ((select employment.%s())::uuid[]))', party, cell, party);
    end loop;
    execute format('create policy written_employed_by_us on %s for insert to openphb_app with check (
      engagement_id = any ((select employment.employed_by_us())::uuid[]))', cell);
  end loop;
  foreach name in array array['engagement', 'contract', 'term', 'ending', 'account', 'payroll', 'timesheet',
    'spell', 'decision', 'leave', 'task', 'task_words', 'sign_off', 'payslip_file', 'payslip',
    'payslip_refused'] loop
    perform platform.write_once(('employment.' || name)::regclass);
  end loop;
end $$;

select access.guard('employment.engagement', 'money');
create policy seen_by_parties on employment.engagement for select to openphb_app using (
  id = any ((select employment.worked_by_me())::uuid[])
  or id = any ((select employment.paid_by_us())::uuid[])
  or id = any ((select employment.hours_of_mine())::uuid[])
  or employer_organisation_id = any ((select access.works_for())::uuid[]));
create policy written_by_third_party on employment.engagement for insert to openphb_app with check (
  employer_organisation_id = any ((select access.works_for())::uuid[])
  and exists (select from employment.budget_of(reference) b where b.ours
    and b.organisation_id = employment.engagement.organisation_id
    and b.person_id = employment.engagement.person_id));

-- What the task is stands under the sight of health; who does it and who employs for it know it anyway.
select access.guard('employment.task_words', 'all');
create policy seen_by_parties on employment.task_words for select to openphb_app using (
  engagement_id = any ((select employment.worked_by_me())::uuid[])
  or engagement_id = any ((select employment.employed_by_us())::uuid[])
  or engagement_id = any ((select employment.held_by_me())::uuid[]));
create policy written_by_parties on employment.task_words for insert to openphb_app with check (
  engagement_id = any ((select employment.employed_by_us())::uuid[])
  or engagement_id = any ((select employment.held_by_me())::uuid[]));

create policy written_paid_by_us on employment.payslip for insert to openphb_app with check (
  engagement_id = any ((select employment.paid_by_us())::uuid[]));
alter table employment.payslip_file enable row level security;
create policy seen on employment.payslip_file for select to openphb_app using (
  given_by = (select access.actor_id()) or firm_id = any ((select access.works_for())::uuid[])
  or exists (select from employment.payslip p where p.payslip_file_id = employment.payslip_file.id));
create policy written on employment.payslip_file for insert to openphb_app with check (
  given_by = (select access.actor_id()));
-- What was refused may be anybody's: only who sent the file sees it.
alter table employment.payslip_refused enable row level security;
create policy seen on employment.payslip_refused for select to openphb_app using (
  exists (select from employment.payslip_file f where f.id = payslip_file_id
    and (f.given_by = (select access.actor_id()) or f.firm_id = any ((select access.works_for())::uuid[]))));
create policy written on employment.payslip_refused for insert to openphb_app with check (
  exists (select from employment.payslip_file f where f.id = payslip_file_id
    and f.given_by = (select access.actor_id())));
grant select, insert on employment.payslip_file, employment.payslip_refused to openphb_app;

-- The newest number of each week, with what was decided of it.
create view employment.timesheet_shown with (security_invoker = true) as
  select t.id, t.engagement_id, t.organisation_id, t.person_id, e.reference, t.week_on, t.number, t.sent_on,
    d.decided, d.decided_on, d.decided_at, d.because
  from employment.timesheet t join employment.engagement e on e.id = t.engagement_id
    left join employment.decision d on d.timesheet_id = t.id
  where not exists (select from employment.timesheet u where u.engagement_id = t.engagement_id
    and u.week_on = t.week_on and u.number > t.number);
create view employment.payslip_shown with (security_invoker = true) as
  select p.id, p.engagement_id, p.organisation_id, p.person_id, e.reference, p.from_on, p.until_on, p.paid_on,
    p.gross, p.tax, p.employee_ni, p.employer_ni, p.employee_pension, p.employer_pension,
    p.other, p.net, p.fee
  from employment.payslip p join employment.engagement e on e.id = p.engagement_id
  where not exists (select from employment.payslip q where q.engagement_id = p.engagement_id
    and q.from_on = p.from_on and q.until_on = p.until_on and q.number > p.number);
create view employment.engagement_shown with (security_invoker = true) as
  select e.id, e.code, e.organisation_id, e.person_id, e.reference, e.assistant_name, e.employer_name,
    e.from_on, n.ends_on
  from employment.engagement e left join employment.ending n on n.engagement_id = e.id;
grant select on employment.timesheet_shown, employment.payslip_shown, employment.engagement_shown
  to openphb_app;
