-- Whoever sees a plan because their council has a part in it sees the lines of which it carries a share,
-- whole or in part, and nothing of the others; nor what the whole plan costs.
create policy of_their_body on plans.line as restrictive for select to openphb_app using (
  person_id not in (select unnest(access.people('part')))
    or organisation_id = any ((select access.organisations('plan'))::uuid[])
    or exists (select from needs.share_shown h where h.reference = plans.line.reference
      and h.line_key = plans.line.line_key and h.body_id = any ((select access.works_for())::uuid[])));

create or replace view plans.version_shown with (security_invoker = true) as
  select v.id, v.reference, v.organisation_id, v.person_id, v.number, v.sum_id,
    v.coordinator_id, v.coordinator_name, v.first_review_on, v.notice_days, v.made_on,
    s.signed_on as signed_off_on, s.signed_by_name as signed_off_by,
    case when v.person_id in (select unnest(access.people('part')))
        and v.organisation_id <> all ((select access.organisations('plan'))::uuid[])
      then null else s.weekly end as weekly,
    s.in_force_from,
    case when s.version_id is null then null else (
      select min(t.in_force_from) - 1 from plans.version w join plans.sign_off t on t.version_id = w.id
      where w.reference = v.reference and w.number > v.number) end as in_force_until
  from plans.version v left join plans.sign_off s on s.version_id = v.id;
