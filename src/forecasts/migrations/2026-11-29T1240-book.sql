-- The book of a body with many budgets, month by month, worked out ahead of being asked. A copy, never the
-- truth: it says when it was worked out, counts for that day only, and may be thrown away at any time.
create table forecasts.book_month (
  organisation_id uuid not null,
  first date not null,
  last date not null check (last > first),
  worked_on date not null,
  worked_at timestamptz not null,
  agreed_out bigint not null,
  notional bigint not null,
  committed bigint not null,
  paid bigint not null,
  spent bigint not null,
  shown_agreed bigint not null,
  shown_spent bigint not null,
  primary key (organisation_id, first)
);

-- Who sees the money of a whole body sees its book; nobody writes it but the service.
alter table forecasts.book_month enable row level security;
create policy seen on forecasts.book_month for select to openphb_app using (
  organisation_id = any ((select access.organisations('money'))::uuid[]));
grant select on forecasts.book_month to openphb_app;
grant usage on schema forecasts to openphb_app;
