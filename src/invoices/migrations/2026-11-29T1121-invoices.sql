-- Invoices of agencies and suppliers: what stands on the paper, what was decided line by line, how a dispute
-- was settled, what the holder paid. Facts only, written once; how an invoice stands is worked out.
grant usage on schema invoices to openphb_app;

create table invoices.invoice (
  id uuid primary key,
  organisation_id uuid not null references people.organisation (id),
  person_id uuid not null references people.person (id),
  reference text not null,
  -- Our own number within the budget, for its address.
  number int not null check (number > 0),
  agreement_id uuid not null references agreements.agreement (id),
  third_party_id uuid references people.organisation (id),
  supplier text not null check (length(supplier) between 1 and 120),
  supplier_key text not null check (supplier_key <> ''),
  supplier_organisation_id uuid references people.organisation (id),
  address text not null default '' check (length(address) <= 400),
  -- The number on the supplier's paper, and what different ways of writing it have in common.
  theirs text not null check (length(theirs) between 1 and 60),
  theirs_key text not null check (theirs_key <> ''),
  dated_on date not null,
  due_on date not null,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  total bigint not null check (total > 0),
  file_id uuid,
  entered_by uuid,
  entered_by_name text not null,
  entered_as text not null check (entered_as in ('staff', 'holder', 'third-party')),
  entered_on date not null,
  entered_at timestamptz not null,
  unique (reference, number)
);
create index on invoices.invoice (organisation_id, entered_on);
create index on invoices.invoice (organisation_id, supplier_key, theirs_key);
create index on invoices.invoice (person_id);

create table invoices.line (
  id uuid primary key,
  invoice_id uuid not null references invoices.invoice (id),
  organisation_id uuid not null,
  person_id uuid not null,
  place int not null check (place > 0),
  says text not null check (length(says) between 1 and 200),
  on_day date not null,
  begins time,
  ends time,
  units bigint not null check (units > 0),
  unit text not null,
  rate bigint not null check (rate > 0),
  amount bigint not null check (amount > 0),
  line_key text check (line_key ~ '^[a-z0-9-]{1,50}$'),
  unique (invoice_id, place),
  check ((begins is null) = (ends is null)),
  -- Units x rate, rounded half a penny up once.
  constraint adds_up check (amount = (2 * units::numeric * rate + 1000)::bigint / 2000)
);
create index on invoices.line (person_id, on_day);

create table invoices.decision (
  line_id uuid primary key references invoices.line (id),
  invoice_id uuid not null references invoices.invoice (id),
  organisation_id uuid not null,
  person_id uuid not null,
  accepted bigint not null check (accepted >= 0),
  disputed bigint not null check (disputed >= 0),
  because text not null default '' check (length(because) <= 500),
  pays text not null check (pays in ('nhs', 'third-party', 'holder')),
  findings jsonb not null default '[]',
  set_apart bigint not null default 0 check (set_apart between 0 and disputed),
  obligation_id uuid references payments.obligation (id),
  decided_by uuid,
  decided_by_name text not null,
  decided_on date not null,
  decided_at timestamptz not null,
  check (disputed = 0 or because <> ''),
  check ((obligation_id is not null) = (pays = 'nhs' and accepted > 0))
);
create index on invoices.decision (invoice_id);

create table invoices.settlement (
  line_id uuid primary key references invoices.decision (line_id),
  invoice_id uuid not null references invoices.invoice (id),
  organisation_id uuid not null,
  person_id uuid not null,
  outcome text not null check (outcome in ('in-full', 'in-part', 'nothing', 'credit-note')),
  paid bigint not null check (paid >= 0),
  credited bigint not null check (credited >= 0),
  refused bigint not null check (refused >= 0),
  credit_note text check (length(credit_note) between 1 and 60),
  because text not null check (length(because) between 1 and 500),
  obligation_id uuid references payments.obligation (id),
  settled_by uuid,
  settled_by_name text not null,
  settled_on date not null,
  settled_at timestamptz not null,
  check ((outcome = 'credit-note') = (credit_note is not null)),
  check (outcome <> 'in-full' or (credited = 0 and refused = 0)),
  check (outcome <> 'nothing' or (paid = 0 and credited = 0))
);
create index on invoices.settlement (invoice_id);

-- Paid by the holder or the third party from the budget's own account: the bank's lines are the evidence.
create table invoices.paid_note (
  id uuid primary key,
  invoice_id uuid not null references invoices.invoice (id),
  organisation_id uuid not null,
  person_id uuid not null,
  on_day date not null,
  amount bigint not null check (amount > 0),
  noted_by uuid,
  noted_by_name text not null,
  noted_on date not null
);
create index on invoices.paid_note (invoice_id);

-- The lines of an invoice add up to its total, a decision to its line, a settlement to what is in dispute.
create function invoices.lines_add_up() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  if new.total is distinct from (select sum(l.amount) from invoices.line l where l.invoice_id = new.id) then
    raise exception 'the lines of an invoice add up to its total' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create constraint trigger lines_add_up after insert on invoices.invoice
  deferrable initially deferred for each row execute function invoices.lines_add_up();

create function invoices.decision_adds_up() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  if new.accepted + new.disputed is distinct from (
    select l.amount from invoices.line l where l.id = new.line_id and l.invoice_id = new.invoice_id) then
    raise exception 'what is accepted and disputed is the line' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger adds_up before insert on invoices.decision
  for each row execute function invoices.decision_adds_up();

create function invoices.settlement_adds_up() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
declare found invoices.decision;
begin
  select * into found from invoices.decision d where d.line_id = new.line_id
    and d.invoice_id = new.invoice_id;
  if found.line_id is null or found.disputed = 0
    or new.paid + new.credited + new.refused is distinct from found.disputed then
    raise exception 'a settlement is of all that is in dispute' using errcode = 'restrict_violation';
  end if;
  if (new.obligation_id is not null) is distinct from (found.pays = 'nhs' and new.paid > 0) then
    raise exception 'what we pay is owed, and nothing else' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger adds_up before insert on invoices.settlement
  for each row execute function invoices.settlement_adds_up();

-- Who sees the money sees all of it; the organisation that holds the budget too; a supplier its own papers.
do $$
declare name text; cell text;
begin
  foreach name in array array['invoice', 'line', 'decision', 'settlement', 'paid_note'] loop
    cell := 'invoices.' || name;
    perform access.guard(cell::regclass, 'money');
    perform platform.write_once(cell::regclass);
    execute format('revoke update on %s from openphb_app', cell);
  end loop;
  foreach name in array array['line', 'decision', 'settlement', 'paid_note'] loop
    execute format('create policy seen_with_invoice on invoices.%I for select to openphb_app using (
      exists (select from invoices.invoice i where i.id = invoice_id))', name);
  end loop;
  foreach name in array array['line', 'paid_note'] loop
    execute format('create policy written_by_third_party on invoices.%I for insert to openphb_app with check (
      exists (select from invoices.invoice i where i.id = invoice_id
        and i.third_party_id = any ((select access.works_for())::uuid[])))', name);
  end loop;
end $$;
create policy seen_by_third_party on invoices.invoice for select to openphb_app using (
  third_party_id = any ((select access.works_for())::uuid[])
  or supplier_organisation_id = any ((select access.works_for())::uuid[]));
create policy written_by_third_party on invoices.invoice for insert to openphb_app with check (
  third_party_id = any ((select access.works_for())::uuid[]));

-- A signed budget for those who see its money, and for the organisation that holds it.
create function invoices.budget_of(of_reference text)
returns table (organisation_id uuid, person_id uuid, person_name text, died_on date, agreement_id uuid,
  from_on date, ends_on date, third_party_id uuid, third_party_name text, holder_name text, ours boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select a.organisation_id, a.person_id, p.full_name, p.died_on, a.id,
      (select min(b.from_on) from agreements.agreement_shown b where b.reference = a.reference
        and b.signed_by_person_on is not null and b.signed_by_body_on is not null),
      a.ends_on, a.third_party_id, a.third_party_name, a.holder_name,
      coalesce(a.third_party_id = any ((select access.works_for())::uuid[]), false)
    from agreements.agreement_shown a join people.person_shown p on p.id = a.person_id
    where a.reference = of_reference and a.signed_by_person_on is not null
      and a.signed_by_body_on is not null
      and (current_setting('role') <> 'openphb_app'
        or a.organisation_id = any ((select access.organisations('money'))::uuid[])
        or a.person_id in (select unnest(access.people('money')))
        or a.third_party_id = any ((select access.works_for())::uuid[]))
    order by a.number desc limit 1
$$;

-- The lines of the signed-off plans of a budget, for the same people: the organisation that holds it is shown
-- what it holds.
create function invoices.plan_lines(of_reference text)
returns table (line_key text, says text, unit text, rate bigint, weekly bigint, way text, payee text,
  from_on date, until_on date, number int, place int)
language sql stable security definer set search_path = pg_catalog as $$
  select l.line_key, l.says, l.unit, l.rate, l.weekly, l.way, l.payee, v.in_force_from, v.in_force_until,
      v.number, l.place
    from plans.version_shown v join plans.line_shown l on l.version_id = v.id
      cross join invoices.budget_of(of_reference) b
    where v.reference = of_reference and v.in_force_from is not null
      and (current_setting('role') <> 'openphb_app' or not b.ours or l.way = 'third-party'
        or b.organisation_id = any ((select access.organisations('money'))::uuid[])
        or b.person_id in (select unnest(access.people('money'))))
    order by v.number, l.place
$$;

-- How far the payments of invoices are that somebody sees: a supplier is told when it is paid.
create function invoices.payments_of(of_invoices uuid[])
returns table (invoice_id uuid, obligation_id uuid, instruction_id uuid, run_id uuid, run_number int,
  amount bigint, leaves_on date, released_on date, returned_on date, returned_because text)
language sql stable security definer set search_path = pg_catalog as $$
  select o.invoice_id, i.obligation_id, i.id, i.run_id, r.number, i.amount, i.leaves_on, i.released_on,
      i.returned_on, i.returned_because
    from (select d.invoice_id, d.obligation_id from invoices.decision d
        where d.invoice_id = any (of_invoices) and d.obligation_id is not null
      union select s.invoice_id, s.obligation_id from invoices.settlement s
        where s.invoice_id = any (of_invoices) and s.obligation_id is not null) o
      join payments.instruction_shown i on i.obligation_id = o.obligation_id
      join payments.run_shown r on r.id = i.run_id
    where i.stopped_on is null
    order by i.id desc
$$;
revoke execute on all functions in schema invoices from public;
grant execute on function invoices.budget_of(text), invoices.plan_lines(text), invoices.payments_of(uuid[])
  to openphb_app;

-- For the pages of neighbours.
create view invoices.invoice_shown with (security_invoker = true) as
  select i.id, i.organisation_id, i.person_id, i.reference, i.number, i.supplier, i.theirs, i.dated_on,
    i.due_on, i.total, i.entered_on from invoices.invoice i;
grant select on invoices.invoice_shown to openphb_app;
