-- Personal assistants: who is employed by whom on what terms, the hours, the leave, what may be done by whom,
-- and what the payroll firm worked out. Facts with dates; nothing is overwritten.
grant usage on schema employment to openphb_app;

create table employment.engagement (
  id uuid primary key,
  -- What the payroll firm and the assistant call it: PA-7K3M-9QT.
  code text not null unique,
  organisation_id uuid not null references people.organisation (id),
  person_id uuid not null references people.person (id),
  reference text not null,
  employer_name text not null check (length(employer_name) between 1 and 200),
  -- The third party that employs; null where the holder does.
  employer_organisation_id uuid references people.organisation (id),
  assistant_name text not null check (length(assistant_name) between 1 and 200),
  job text not null,
  from_on date not null,
  made_by uuid,
  made_by_name text not null,
  made_on date not null
);
create index on employment.engagement (person_id);
create index on employment.engagement (reference);

-- The written particulars, from a day; a change is a new number.
create table employment.contract (
  engagement_id uuid not null references employment.engagement (id),
  number integer not null check (number > 0),
  organisation_id uuid not null,
  person_id uuid not null,
  from_on date not null,
  line_key text,
  contract_on date,
  particulars_on date,
  born_on date,
  -- Thousandths of a day a week.
  days_a_week bigint not null check (days_a_week between 1 and 7000),
  notice_weeks integer check (notice_weeks between 0 and 52),
  until_on date check (until_on >= from_on),
  made_by uuid,
  made_on date not null,
  primary key (engagement_id, number)
);

-- What is paid for a unit, and how many were agreed for a week; from a day. Of one day the last one counts.
create table employment.term (
  id uuid primary key,
  engagement_id uuid not null references employment.engagement (id),
  organisation_id uuid not null,
  person_id uuid not null,
  unit text not null,
  rate bigint not null check (rate > 0),
  weekly bigint not null check (weekly >= 0),
  from_on date not null,
  number integer not null check (number > 0),
  because text not null,
  made_by uuid,
  made_on date not null,
  unique (engagement_id, unit, number)
);

create table employment.ending (
  engagement_id uuid primary key references employment.engagement (id),
  organisation_id uuid not null,
  person_id uuid not null,
  ends_on date not null,
  notice_on date not null,
  ground text not null,
  words text not null,
  made_by uuid,
  made_on date not null
);

-- Who signs in as the assistant.
create table employment.account (
  engagement_id uuid primary key references employment.engagement (id),
  organisation_id uuid not null,
  person_id uuid not null,
  assistant_id uuid not null references people.person (id),
  from_on date not null
);
create index on employment.account (assistant_id);

-- A word by which the assistant who signs in says whose assistant they are: kept as a hash, one use.
create table employment.invitation (
  word_hash text primary key,
  engagement_id uuid not null references employment.engagement (id),
  organisation_id uuid not null,
  person_id uuid not null,
  made_by uuid,
  until_on date not null,
  used_at timestamptz
);

-- Which firm works out the pay, from a day. Without an organisation it has no account here.
create table employment.payroll (
  engagement_id uuid not null references employment.engagement (id),
  number integer not null check (number > 0),
  organisation_id uuid not null,
  person_id uuid not null,
  firm_id uuid references people.organisation (id),
  firm_name text not null,
  from_on date not null,
  made_by uuid,
  made_on date not null,
  primary key (engagement_id, number)
);
create index on employment.payroll (firm_id);

-- A week of work. A correction is the same week with the next number.
create table employment.timesheet (
  id uuid primary key,
  engagement_id uuid not null references employment.engagement (id),
  organisation_id uuid not null,
  person_id uuid not null,
  week_on date not null check (extract(isodow from week_on) = 1),
  number integer not null check (number > 0),
  tasks uuid[] not null default '{}',
  note text not null default '',
  sent_by uuid,
  sent_by_name text not null,
  sent_as text not null,
  sent_on date not null,
  sent_at timestamptz not null,
  on_behalf_of uuid,
  unique (engagement_id, week_on, number)
);
create table employment.spell (
  timesheet_id uuid not null references employment.timesheet (id),
  engagement_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  unit text not null,
  units bigint not null check (units > 0),
  begins time,
  -- No day has more than 24 hours.
  constraint within_a_day check (unit <> 'hour' or units <= 24000),
  primary key (timesheet_id, on_day, unit)
);
create index on employment.spell (engagement_id, on_day);
create table employment.decision (
  timesheet_id uuid primary key references employment.timesheet (id),
  engagement_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  decided text not null check (decided in ('approved', 'sent-back')),
  because text check (decided <> 'sent-back' or length(because) > 0),
  decided_by uuid,
  decided_by_name text not null,
  decided_as text not null,
  decided_on date not null,
  decided_at timestamptz not null,
  on_behalf_of uuid
);

-- Days of leave or sickness. A correction names the row that it replaces.
create table employment.leave (
  id uuid primary key,
  engagement_id uuid not null references employment.engagement (id),
  organisation_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('holiday', 'sick', 'unpaid', 'none')),
  first_on date not null,
  last_on date not null check (last_on >= first_on),
  days bigint not null check (days >= 0),
  fit_note boolean not null default false,
  replaces uuid unique references employment.leave (id),
  made_by uuid,
  made_by_name text not null,
  made_on date not null
);
create index on employment.leave (engagement_id);

-- A healthcare task that a professional has handed to the assistant. What it is stands apart: it says
-- something of the person's health.
create table employment.task (
  id uuid primary key,
  engagement_id uuid not null references employment.engagement (id),
  organisation_id uuid not null,
  person_id uuid not null,
  from_on date not null,
  until_on date,
  made_by uuid,
  made_on date not null
);
create table employment.task_words (
  task_id uuid primary key references employment.task (id),
  engagement_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  says text not null
);
create table employment.sign_off (
  id uuid primary key,
  task_id uuid not null references employment.task (id),
  engagement_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  trained_by text not null,
  trained_on date not null,
  signed_by text not null,
  signed_role text not null,
  signed_on date not null,
  until_on date not null check (until_on >= signed_on),
  made_by uuid,
  made_on date not null
);
create index on employment.sign_off (task_id);

-- A file of payslips, and what could be read of it.
create table employment.payslip_file (
  id uuid primary key,
  sender text not null,
  sha256 text not null,
  name text not null,
  firm_id uuid,
  given_by uuid,
  given_by_name text not null,
  given_on date not null,
  given_at timestamptz not null,
  unique (sender, sha256)
);
create table employment.payslip (
  id uuid primary key,
  payslip_file_id uuid not null references employment.payslip_file (id),
  line integer not null,
  engagement_id uuid not null references employment.engagement (id),
  organisation_id uuid not null,
  person_id uuid not null,
  number integer not null check (number > 0),
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  paid_on date not null,
  gross bigint not null check (gross >= 0),
  tax bigint not null,
  employee_ni bigint not null check (employee_ni >= 0),
  employer_ni bigint not null check (employer_ni >= 0),
  employee_pension bigint not null check (employee_pension >= 0),
  employer_pension bigint not null check (employer_pension >= 0),
  other bigint not null,
  net bigint not null check (net >= 0),
  fee bigint not null check (fee >= 0),
  given_at timestamptz not null,
  unique (engagement_id, from_on, until_on, number)
);
create table employment.payslip_refused (
  payslip_file_id uuid not null references employment.payslip_file (id),
  line integer not null,
  cells text not null,
  because text[] not null,
  primary key (payslip_file_id, line)
);

-- The person that the one who asks is; nobody for staff and visitors.
create function employment.me() returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select a.person_id from access.actor_shown a where a.id = access.actor_id() and a.ended_at is null
$$;
create function employment.today() returns date language sql stable as $$
  select current_setting('openphb.today')::date
$$;
create function employment.worked_by_me() returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(c.engagement_id), '{}') from employment.account c
    where c.assistant_id = employment.me()
$$;
create function employment.employed_by_us() returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(e.id), '{}') from employment.engagement e
    where e.employer_organisation_id = any ((select access.works_for())::uuid[])
$$;
-- Only the firm that works the pay out now, or did it last.
create function employment.paid_by_us() returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(p.engagement_id), '{}') from employment.payroll p
    where p.firm_id = any ((select access.works_for())::uuid[])
      and not exists (select from employment.payroll q where q.engagement_id = p.engagement_id
        and q.number > p.number and q.from_on <= employment.today())
$$;
-- People whose assistants' hours somebody was asked to help with: names, days and hours, never pay.
create function employment.hours_let() returns table (person_id uuid, may jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select r.person_id, r.may from people.relationship_shown r
    where r.other_person_id = employment.me() and r.kind = 'helper' and r.revoked_at is null
      and r.from_on <= employment.today() and (r.until_on is null or r.until_on >= employment.today())
      and (r.may -> 'sees' ? 'hours' or r.may @? '$.does[*] ? (@.act == "approve-hours")')
$$;
create function employment.hours_of_mine() returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(e.id), '{}') from employment.engagement e
    where e.person_id in (select h.person_id from employment.hours_let() h)
$$;
-- A nominee who holds the money employs, though the records of health stay shut to them.
create function employment.held_by_me() returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(e.id), '{}') from employment.engagement e
    join people.relationship_shown r on r.person_id = e.person_id
    where r.other_person_id = employment.me() and r.kind = 'nominee' and r.revoked_at is null
      and r.withdrawn_on is null and r.from_on <= employment.today()
      and (r.until_on is null or r.until_on >= employment.today())
      and e.person_id in (select unnest(access.people('money')))
$$;

-- A budget in which assistants may be employed, for those who see its money, and for the third party that
-- holds it: whose it is, and who employs.
create function employment.budget_of(of_reference text)
returns table (organisation_id uuid, person_id uuid, holder_kind text, holder_name text,
  third_party_id uuid, third_party_name text, insurance_from date, ours boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select a.organisation_id, a.person_id, a.holder_kind, a.holder_name, a.third_party_id,
      a.third_party_name, a.insurance_from, a.third_party_id = any ((select access.works_for())::uuid[]) as ours
    from agreements.agreement_shown a
    where a.reference = of_reference and a.signed_by_person_on is not null
      and a.signed_by_body_on is not null
      and (current_setting('role') <> 'openphb_app'
        or a.organisation_id = any ((select access.organisations('money'))::uuid[])
        or a.person_id in (select unnest(access.people('money')))
        or a.third_party_id = any ((select access.works_for())::uuid[]))
    order by a.number desc limit 1
$$;

-- Days on which the same assistant's hours on another timesheet overlap with these, or make more than 24
-- hours with them. Which employer's they are is not said.
create function employment.clashes_of(sheet uuid) returns table (on_day date, kind text)
language sql stable security definer set search_path = pg_catalog as $$
  with mine as (
    select s.on_day, s.units, s.begins, s.engagement_id, t.week_on, c.assistant_id
      from employment.spell s join employment.timesheet t on t.id = s.timesheet_id
      left join employment.account c on c.engagement_id = s.engagement_id
      where s.timesheet_id = sheet and s.unit = 'hour'),
  others as (
    select m.on_day, s.units, s.begins, m.units as mine, m.begins as mine_begins
      from mine m
      join employment.account c on c.assistant_id = m.assistant_id and c.engagement_id <> m.engagement_id
      join employment.timesheet t on t.engagement_id = c.engagement_id and t.week_on = m.week_on
        and not exists (select from employment.timesheet u where u.engagement_id = t.engagement_id
          and u.week_on = t.week_on and u.number > t.number)
        and not exists (select from employment.decision d where d.timesheet_id = t.id
          and d.decided = 'sent-back')
      join employment.spell s on s.timesheet_id = t.id and s.unit = 'hour' and s.on_day = m.on_day)
  select o.on_day, 'overlaps' from others o
    where o.begins is not null and o.mine_begins is not null
      and extract(epoch from o.begins) * 1000 < extract(epoch from o.mine_begins) * 1000 + o.mine * 3600
      and extract(epoch from o.mine_begins) * 1000 < extract(epoch from o.begins) * 1000 + o.units * 3600
  union
  select o.on_day, 'over-24' from others o group by o.on_day, o.mine having sum(o.units) + o.mine > 24000
$$;

-- Takes up a word: the one who asks becomes the assistant of the engagement that it names.
create function employment.take_up(hash text) returns table (engagement_id uuid, organisation_id uuid)
language plpgsql security definer set search_path = pg_catalog as $$
declare found employment.invitation;
begin
  select * into found from employment.invitation i where i.word_hash = hash and i.used_at is null
    and i.until_on >= employment.today() for update;
  if found is null or employment.me() is null or employment.me() = found.person_id then return; end if;
  if exists (select from employment.account c where c.engagement_id = found.engagement_id) then return; end if;
  update employment.invitation i set used_at = statement_timestamp() where i.word_hash = hash;
  insert into employment.account values (found.engagement_id, found.organisation_id, found.person_id,
    employment.me(), employment.today());
  return query select found.engagement_id, found.organisation_id;
end $$;
-- Which organisation would answer for somebody new who has this word: null where the word is not good.
create function employment.word_of(hash text) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select i.organisation_id from employment.invitation i where i.word_hash = hash and i.used_at is null
    and i.until_on >= employment.today()
$$;

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
    p.gross, p.tax, p.employee_ni, p.employer_ni, p.employee_pension, p.employer_pension, p.other, p.net, p.fee
  from employment.payslip p join employment.engagement e on e.id = p.engagement_id
  where not exists (select from employment.payslip q where q.engagement_id = p.engagement_id
    and q.from_on = p.from_on and q.until_on = p.until_on and q.number > p.number);
create view employment.engagement_shown with (security_invoker = true) as
  select e.id, e.code, e.organisation_id, e.person_id, e.reference, e.assistant_name, e.employer_name,
    e.from_on, n.ends_on
  from employment.engagement e left join employment.ending n on n.engagement_id = e.id;
grant select on employment.timesheet_shown, employment.payslip_shown, employment.engagement_shown
  to openphb_app;
