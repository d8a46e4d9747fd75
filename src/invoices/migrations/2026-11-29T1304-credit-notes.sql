-- A supplier's credit note for lines that were accepted, or paid: what stands on it, against which invoice.
create table invoices.credit_note (
  id uuid primary key,
  invoice_id uuid not null references invoices.invoice (id),
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  supplier_key text not null check (supplier_key <> ''),
  -- The number on the supplier's paper, and what different ways of writing it have in common.
  theirs text not null check (length(theirs) between 1 and 60),
  theirs_key text not null check (theirs_key <> ''),
  dated_on date not null,
  total bigint not null check (total > 0),
  because text not null check (length(because) between 1 and 500),
  entered_by uuid,
  entered_by_name text not null,
  entered_on date not null,
  entered_at timestamptz not null,
  constraint entered_once unique (reference, supplier_key, theirs_key)
);
create index on invoices.credit_note (invoice_id);

create table invoices.credit_line (
  id uuid primary key,
  credit_note_id uuid not null references invoices.credit_note (id),
  line_id uuid not null references invoices.line (id),
  invoice_id uuid not null references invoices.invoice (id),
  organisation_id uuid not null,
  person_id uuid not null,
  amount bigint not null check (amount > 0),
  unique (credit_note_id, line_id)
);
create index on invoices.credit_line (line_id);
create index on invoices.credit_line (invoice_id);

-- No more than what we pay of the line, all its credit notes together, however many write at once.
create function invoices.credit_in_line() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('credit of ' || new.line_id, 0));
  if (select sum(c.amount) from invoices.credit_line c where c.line_id = new.line_id) > (
      select coalesce(sum(d.accepted + coalesce(s.paid, 0)), 0) from invoices.decision d
        left join invoices.settlement s on s.line_id = d.line_id
      where d.line_id = new.line_id and d.invoice_id = new.invoice_id and d.pays = 'nhs') then
    raise exception 'a credit is at most what we pay of the line' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger credit_in_line after insert on invoices.credit_line
  for each row execute function invoices.credit_in_line();

create function invoices.credit_adds_up() returns trigger language plpgsql security definer
set search_path = pg_catalog as $$
begin
  if new.total is distinct from (select sum(c.amount) from invoices.credit_line c
    where c.credit_note_id = new.id) then
    raise exception 'the lines of a credit note add up to its total' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create constraint trigger credit_adds_up after insert on invoices.credit_note
  deferrable initially deferred for each row execute function invoices.credit_adds_up();

do $$
declare name text; cell text;
begin
  foreach name in array array['credit_note', 'credit_line'] loop
    cell := 'invoices.' || name;
    perform access.guard(cell::regclass, 'money');
    perform platform.write_once(cell::regclass);
    execute format('revoke update on %s from openphb_app', cell);
    execute format('create policy seen_with_invoice on invoices.%I for select to openphb_app using (
      exists (select from invoices.invoice i where i.id = invoice_id))', name);
  end loop;
end $$;

-- What of each credit was taken off a payment that left and stayed: the supplier is told too.
create function invoices.credits_taken(of_invoices uuid[])
returns table (invoice_id uuid, credit_line_id uuid, taken bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select c.invoice_id, c.id, coalesce(p.taken, 0)
    from invoices.credit_line c join payments.credit_shown p on p.source = 'invoices'
      and p.source_id = c.id::text
    where c.invoice_id = any (of_invoices)
$$;

-- The payments of invoices, each with what credit notes took off it: so much of what was owed is settled too.
drop function invoices.payments_of(uuid[]);
create function invoices.payments_of(of_invoices uuid[])
returns table (invoice_id uuid, obligation_id uuid, instruction_id uuid, run_id uuid, run_number int,
  amount bigint, credited bigint, leaves_on date, released_on date, returned_on date, returned_because text)
language sql stable security definer set search_path = pg_catalog as $$
  select o.invoice_id, i.obligation_id, i.id, i.run_id, r.number, i.amount, i.credited, i.leaves_on,
      i.released_on, i.returned_on, i.returned_because
    from (select d.invoice_id, d.obligation_id from invoices.decision d
        where d.invoice_id = any (of_invoices) and d.obligation_id is not null
      union select s.invoice_id, s.obligation_id from invoices.settlement s
        where s.invoice_id = any (of_invoices) and s.obligation_id is not null) o
      join payments.instruction_shown i on i.obligation_id = o.obligation_id
      join payments.run_shown r on r.id = i.run_id
    where i.stopped_on is null
    order by i.id desc
$$;
revoke execute on function invoices.credit_in_line(), invoices.credit_adds_up(),
  invoices.credits_taken(uuid[]), invoices.payments_of(uuid[]) from public;
grant execute on function invoices.credits_taken(uuid[]), invoices.payments_of(uuid[]) to openphb_app;
