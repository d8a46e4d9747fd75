import { type RawBuilder, sql } from 'kysely'
import { type ClockSource, datedRuns, ofPerson, stillRuns } from '../clocks/public.ts'
import { settingsByOrganisation } from '../requests/public.ts'
import { type Lane, pathways, type RuleId } from '../rights/public.ts'

type Kind = {
  readonly pathway: string
  readonly lane: Lane
  readonly of: 'nhs' | 'council'
  readonly first: RuleId
  readonly next: RuleId
}

const eligibility = ['CHC-REVIEW', 'CYPCC-REVIEW'] as const

/** Which clocks the lanes of a pathway run by. The money has none: no law names a time for it. */
export const kindsOf = ({
  id,
  reviews,
}: Pick<(typeof pathways)[number], 'id' | 'reviews'>): readonly Kind[] => {
  const plan = { pathway: id, lane: 'plan-review' } as const
  const care = eligibility.find(one => reviews.includes(one))
  return [
    { ...plan, of: 'nhs', first: 'DP-REV-01', next: 'DP-REV-02' },
    { ...plan, of: 'council', first: 'CARE-ACT-DP-REVIEW', next: 'CARE-ACT-DP-REVIEW-YEARLY' },
    ...(care === undefined
      ? []
      : [{ pathway: id, lane: 'eligibility', of: 'nhs', first: care, next: `${care}-YEARLY` } as const]),
  ]
}

const kinds = (): RawBuilder<unknown> =>
  sql`jsonb_to_recordset(${JSON.stringify(pathways.flatMap(kindsOf))}::jsonb)
    as k (pathway text, lane text, of text, first text, next text)`

/**
 * The next review of each lane: the first counts from the first payment, each later one from the review
 * before it. The first payment stands for the start of the care too. Where a council carries a share, its own
 * direct payment runs beside the NHS's; a review of the plan counts for both, as no other is written down.
 */
export const reviewClocks: ClockSource = (doing, asked) =>
  datedRuns(
    doing,
    // Worked out once for a case, and not again for each of its lanes.
    sql`with c as materialized (
      select r.organisation_id, r.person_id, r.reference, r.pathway, r.withdrawn_on, paid.first_on,
      council.from_on as council_on
    from requests.request_shown r
      cross join lateral (select min(i.leaves_on) as first_on from payments.instruction_shown i
        where i.reference = r.reference and i.released_on is not null and i.returned_on is null) paid
      left join lateral (select min(h.from_on) as from_on from needs.share_shown h
        where h.reference = r.reference and h.strand = 'social-care') council on true
    where r.decided_on is not null and paid.first_on is not null and ${ofPerson(asked)})
    select clock, organisation_id, person_id, reference, started_on, met_on, dropped_on, href from (
      select case when s.first then k.first else k.next end as clock, c.organisation_id, c.person_id,
        c.reference, s.started_on,
        lead(s.started_on) over (partition by c.reference, k.lane, k.of order by s.started_on) as met_on,
        coalesce(e.ends_on, z.closed_on, c.withdrawn_on) as dropped_on, '/reviews/' || c.reference as href
      from c
        join ${kinds()} on k.pathway = c.pathway and (k.of = 'nhs' or c.council_on is not null)
        cross join lateral (
          select greatest(c.first_on, case when k.of = 'council' then c.council_on end) as started_on,
            true as first
          where k.of = 'council' or not exists (select from reviews.review_shown v
            where v.reference = c.reference and v.lane = k.lane and v.held_on <= c.first_on)
          union
          select distinct v.held_on, false from reviews.review_shown v
          where v.reference = c.reference and v.lane = k.lane
            and (k.of = 'nhs' or v.held_on > greatest(c.first_on, c.council_on))) s
        left join agreements.ending_shown e on e.reference = c.reference
        left join reviews.closing_shown z on z.reference = c.reference) t
    where ${stillRuns(asked, doing)}`,
    () => settingsByOrganisation(doing),
  )
