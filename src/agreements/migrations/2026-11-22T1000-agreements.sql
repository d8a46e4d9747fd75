-- How a budget is held: the agreement, who signed it, the account the money goes to, and how it ended.
grant usage on schema agreements to openphb_app;

-- An account somebody asks us to pay into. Numbers are encrypted; only the last four digits are shown.
create table agreements.account (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  details bytea not null,
  ending text not null check (ending ~ '^\d{4}$'),
  name_on_account text not null check (length(name_on_account) between 1 and 70),
  whose text not null check (whose in ('person', 'representative', 'nominee', 'third-party',
    'managed-account')),
  sole_purpose boolean not null,
  auditable boolean not null,
  others_use_it boolean not null,
  one_off boolean not null default false,
  checked text not null check (checked in ('passes', 'could-not-be-checked')),
  given_by uuid,
  given_on date not null
);
create index on agreements.account (reference);
select access.guard('agreements.account', 'bank');
-- A nominee sees the money, not the bank details of others: only the account that they gave themselves.
create policy given_by_nominee on agreements.account for insert to openphb_app with check (
  given_by = (select access.actor_id()) and person_id in (select unnest(access.people('money'))));
create policy own_gift on agreements.account for select to openphb_app using (
  given_by = (select access.actor_id()) and person_id in (select unnest(access.people('money'))));
select platform.write_once('agreements.account');

-- Approved, or refused with the reason, by a finance officer who did not give it; or closed later.
create table agreements.account_decision (
  id uuid primary key,
  account_id uuid not null references agreements.account (id),
  organisation_id uuid not null,
  person_id uuid not null,
  decided text not null check (decided in ('approved', 'refused', 'closed')),
  because text,
  decided_by uuid,
  decided_on date not null,
  check (decided = 'approved' or because is not null)
);
create index on agreements.account_decision (account_id);
select access.guard('agreements.account_decision', 'bank');
create policy on_own_gift on agreements.account_decision for select to openphb_app using (
  exists (select from agreements.account c where c.id = account_id and c.given_by = (select
    access.actor_id())));
select platform.write_once('agreements.account_decision');

-- The agreement on one signed-off version of the plan. Facts follow it; none of them is changed.
create table agreements.agreement (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null references people.person (id),
  reference text not null,
  number integer not null check (number > 0),
  plan_version_id uuid not null references plans.version (id),
  holder_kind text not null check (holder_kind in ('none', 'person', 'representative', 'nominee',
    'third-party', 'managed-account')),
  holder_person_id uuid,
  holder_organisation_id uuid,
  holder_name text not null default '',
  relationship_id uuid,
  third_party_id uuid,
  third_party_name text not null default '',
  own_consent boolean not null default true,
  weekly_direct bigint not null default 0,
  weekly_third_party bigint not null default 0,
  weekly_notional bigint not null default 0,
  from_on date not null,
  notice_days integer not null check (notice_days between 1 and 365),
  employs boolean not null default false,
  exclusions_asked_on date,
  one_off_items integer check (one_off_items > 0),
  ways jsonb not null default '[]',
  family jsonb not null default '[]',
  conditions jsonb not null default '[]',
  made_by uuid,
  made_on date not null,
  unique (reference, number),
  check ((weekly_third_party > 0) <= (third_party_id is not null)),
  check ((weekly_direct > 0) <= (holder_kind not in ('none', 'third-party')))
);
select access.guard('agreements.agreement', 'money');
select platform.write_once('agreements.agreement');

-- Consent, signatures, insurance, orders that exclude, agreements of nominee and body, withdrawals: each a
-- fact with its day.
create table agreements.fact (
  id uuid primary key,
  agreement_id uuid not null references agreements.agreement (id),
  organisation_id uuid not null,
  person_id uuid not null,
  what text not null check (what in ('consent', 'consent-withdrawn', 'signed-by-person', 'signed-by-body',
    'nominee-agreed', 'body-agreed-nominee',
    'nominee-withdrawn', 'employer-insurance', 'exclusion')),
  on_day date not null,
  until_on date check (until_on >= on_day),
  by_name text not null,
  as_who text not null check (as_who in ('the-person', 'parent', 'representative', 'nominee', 'holder',
    'body', 'staff')),
  how text not null check (how in ('online', 'paper', 'telephone', 'meeting')),
  by_actor uuid,
  words text,
  noted_on date not null
);
create index on agreements.fact (agreement_id, what);
select access.guard('agreements.fact', 'money');
select platform.write_once('agreements.fact');

-- The end: with notice, reasons, and what is to be settled first. Death and must-stop grounds need no
-- agreed notice.
create table agreements.ending (
  id uuid primary key,
  reference text not null unique,
  organisation_id uuid not null,
  person_id uuid not null,
  ends_on date not null,
  ground text not null,
  because text not null,
  notice_on date not null,
  decided_by uuid,
  decided_on date not null
);
select access.guard('agreements.ending', 'money');
select platform.write_once('agreements.ending');

-- The newest fact of a kind is the one that counts; signatures and agreements count from the first.
create view agreements.agreement_shown with (security_invoker = true) as
  select a.id, a.reference, a.number, a.organisation_id, a.person_id, a.plan_version_id, a.holder_kind,
    a.holder_person_id,
    a.holder_organisation_id, a.holder_name, a.third_party_id, a.third_party_name, a.own_consent,
      a.one_off_items,
    a.weekly_direct, a.weekly_third_party, a.weekly_notional, a.from_on, a.notice_days, a.employs, a.made_on,
    f.signed_by_person_on, f.signed_by_body_on, f.consent_on, f.consent_withdrawn_on,
      f.nominee_agreed_on, f.body_agreed_on,
    f.nominee_withdrawn_on, f.insurance_from, e.ends_on, e.ground as end_ground,
    (select min(b.from_on) - 1 from agreements.agreement b where b.reference = a.reference and b.number
      > a.number
      and exists (select from agreements.fact s where s.agreement_id = b.id and s.what = 'signed-by-body')
      and exists (select from agreements.fact s where s.agreement_id = b.id
        and s.what = 'signed-by-person')) as replaced_after
  from agreements.agreement a left join agreements.ending e on e.reference = a.reference
    left join lateral (select
      min(on_day) filter (where what = 'signed-by-person') as signed_by_person_on,
      min(on_day) filter (where what = 'signed-by-body') as signed_by_body_on,
      max(on_day) filter (where what = 'consent') as consent_on,
      max(on_day) filter (where what = 'consent-withdrawn') as consent_withdrawn_on,
      min(on_day) filter (where what = 'nominee-agreed') as nominee_agreed_on,
      min(on_day) filter (where what = 'body-agreed-nominee') as body_agreed_on,
      max(on_day) filter (where what = 'nominee-withdrawn') as nominee_withdrawn_on,
      min(on_day) filter (where what = 'employer-insurance') as insurance_from
      from agreements.fact where agreement_id = a.id) f on true;
create view agreements.account_shown with (security_invoker = true) as
  select c.id, c.reference, c.organisation_id, c.person_id, c.name_on_account, c.ending, c.whose,
    c.whose = 'managed-account' as managed,
    c.sole_purpose, c.auditable, c.others_use_it, c.one_off, c.checked, c.given_by, c.given_on,
    (select min(d.decided_on) from agreements.account_decision d where d.account_id = c.id and d.decided
      = 'approved') as approved_on,
    (select min(d.decided_on) from agreements.account_decision d where d.account_id = c.id and d.decided
      in ('refused', 'closed')) as closed_on
  from agreements.account c;
create view agreements.ending_shown with (security_invoker = true) as
  select reference, organisation_id, person_id, ends_on, ground, because, notice_on, decided_on from
    agreements.ending;
grant select on agreements.agreement_shown, agreements.account_shown, agreements.ending_shown to openphb_app;
