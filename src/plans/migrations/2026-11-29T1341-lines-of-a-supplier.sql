-- A supplier sees the agreed lines of which it is the payee, a holder of money also those that a third party
-- holds.
-- A council's officer sees the lines of which their body carries a share, as before.
create function plans.name_key(name text) returns text language sql immutable as $$
  select regexp_replace(regexp_replace(
    replace(lower(normalize(coalesce(name, ''), nfkd)), '&', ' and '),
    '[^[:alnum:]]+', ' ', 'g'), '\y(limited|ltd|llp|plc|cic)\y| ', '', 'g')
$$;
-- Whom the one who asks knows only as a supplier or as a holder of their money.
create function plans.people_from_outside() returns setof uuid language sql stable as $$
  select unnest(access.people('holds')) union all select unnest(access.people('supplies'))
$$;
-- What the organisations of the one who asks are called, as a payee is compared with them.
create function plans.own_names() returns setof text language sql stable as $$
  select plans.name_key(o.name) from people.organisation_shown o
    where o.id = any ((select access.works_for())::uuid[]) and plans.name_key(o.name) <> ''
$$;
grant execute on function plans.name_key(text), plans.own_names(), plans.people_from_outside() to openphb_app;

drop policy of_their_body on plans.line;
create policy of_their_body on plans.line as restrictive for select to openphb_app using (
  person_id not in (select unnest(access.people('part')))
    or organisation_id = any ((select access.organisations('plan'))::uuid[])
    or exists (select from needs.share_shown h where h.reference = plans.line.reference
      and h.line_key = plans.line.line_key and h.body_id = any ((select access.works_for())::uuid[]))
    or (exists (select from plans.sign_off s where s.version_id = plans.line.version_id)
      and ((person_id in (select unnest(access.people('holds'))) and way = 'third-party')
        or (person_id in (select plans.people_from_outside())
          and plans.name_key(payee) in (select plans.own_names())))));

-- Of a draft, of who wrote it and of what was said when it was handed on they see nothing.
create policy agreed_only on plans.version as restrictive for select to openphb_app using (
  person_id not in (select plans.people_from_outside())
    or organisation_id = any ((select access.organisations('plan'))::uuid[])
    or exists (select from plans.sign_off s where s.version_id = plans.version.id));
create policy not_from_outside on plans.handing as restrictive for select to openphb_app using (
  person_id not in (select plans.people_from_outside())
    or organisation_id = any ((select access.organisations('plan'))::uuid[]));
create policy not_from_outside on plans.writing as restrictive for select to openphb_app using (
  person_id not in (select plans.people_from_outside())
    or organisation_id = any ((select access.organisations('plan'))::uuid[]));

-- What the whole plan costs, and why it was agreed, is not for those who see a part. The columns themselves
-- are closed to requests; this view is the only way to them.
create view plans.signed_whole as
  select s.version_id, s.weekly, s.because from plans.sign_off s
  where current_user <> 'openphb_app'
    or s.organisation_id = any ((select access.organisations('plan'))::uuid[])
    or (s.person_id in (select unnest(access.people('plan')))
      and s.person_id not in (select unnest(access.people('part'))));
grant select on plans.signed_whole to openphb_app;
revoke select, update on plans.sign_off from openphb_app;
grant select (version_id, organisation_id, person_id, in_force_from, signed_by, signed_by_name, signed_role,
  signed_on) on plans.sign_off to openphb_app;

create or replace view plans.version_shown with (security_invoker = true) as
  select v.id, v.reference, v.organisation_id, v.person_id, v.number, v.sum_id,
    v.coordinator_id, v.coordinator_name, v.first_review_on, v.notice_days, v.made_on,
    s.signed_on as signed_off_on, s.signed_by_name as signed_off_by,
    whole.weekly,
    s.in_force_from,
    case when s.version_id is null then null else (
      select min(t.in_force_from) - 1 from plans.version w join plans.sign_off t on t.version_id = w.id
      where w.reference = v.reference and w.number > v.number) end as in_force_until
  from plans.version v left join plans.sign_off s on s.version_id = v.id
    left join plans.signed_whole whole on whole.version_id = v.id;
