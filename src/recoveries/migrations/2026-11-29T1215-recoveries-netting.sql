-- Unused money may come off one coming payment instead of being paid back: the same notice, the same time to
-- object, and at most one period (DP-AMT-04).
alter table recoveries.proposal add column way text not null default 'repay'
  check (way in ('repay', 'net'));
alter table recoveries.proposal add constraint only_unused_is_netted
  check (way = 'repay' or ground = 'substantial-share-unspent');

create or replace view recoveries.recovery_shown with (security_invoker = true) as
  select p.id, p.organisation_id, p.person_id, p.reference, p.number, p.ground, p.proposed_on,
    coalesce(a.amount, p.amount) as amount, n.sent_on, coalesce(a.moves_on, n.moves_on) as moves_on,
    coalesce(a.repay_by, n.repay_by) as repay_by, o.said_on as objected_on, o.answer_by, a.answered_on,
    a.outcome, t.posted_on, w.withdrawn_on,
    case when d.released_on is not null then coalesce(a.amount, p.amount)
      else coalesce((select sum(r.amount) from recoveries.repayment r where r.proposal_id = p.id),
        0)::bigint end as repaid,
    p.way
  from recoveries.proposal p
    left join recoveries.notice n on n.proposal_id = p.id
    left join recoveries.objection o on o.proposal_id = p.id
    left join recoveries.answer a on a.proposal_id = p.id
    left join recoveries.posting t on t.proposal_id = p.id
    left join recoveries.withdrawal w on w.proposal_id = p.id
    left join payments.deduction_shown d on d.source = 'recoveries' and d.source_id = p.id::text;
