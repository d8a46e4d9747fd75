import type { PlainDate } from '../../kernel/days.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { CaseFacts } from '../types.ts'

const running = (doing: Doing, organisation: OrganisationId) =>
  here(doing)
    .db.selectFrom('cases.facts_shown as f')
    .where('f.organisation_id', '=', organisation)
    .where('f.withdrawn_on', 'is', null)
    .where('f.closed_on', 'is', null)
    .where('f.died_on', 'is', null)

/** How many cases of a body still run: asked, refused or held, and neither withdrawn nor closed. */
export async function casesToLookAt(doing: Doing, organisation: OrganisationId): Promise<number> {
  const { cases } = await running(doing, organisation)
    .select(({ fn }) => fn.countAll<bigint>().as('cases'))
    .executeTakeFirstOrThrow()
  return Number(cases)
}

export type CaseToLookAt = {
  readonly reference: string
  readonly person: PersonId
  readonly facts: CaseFacts
}

type Asked = { readonly organisation: OrganisationId; readonly after: string; readonly most: number }

/** The next cases of a body by reference, with what rights and promised days ask of each. */
export async function caseBatch(
  doing: Doing,
  { organisation, after, most }: Asked,
): Promise<readonly CaseToLookAt[]> {
  const rows = await running(doing, organisation)
    .innerJoin('people.person_shown as p', 'p.id', 'f.person_id')
    .leftJoin('requests.asked_fact_shown as a', 'a.request_id', 'f.request_id')
    .select(['f.reference', 'f.person_id', 'f.pathway', 'f.received_on', 'f.decided_on', 'f.again_on'])
    .select(['f.first_paid_on', 'f.reviewed_on', 'p.born_on', 'a.fact'])
    .where('f.reference', '>', after as never)
    .orderBy('f.reference')
    .limit(most)
    .execute()
  return rows.map(row => ({
    reference: row.reference,
    person: row.person_id,
    facts: {
      pathway: row.pathway,
      born: row.born_on as PlainDate | null,
      fact: row.fact,
      receivedOn: row.received_on,
      decidedOn: row.decided_on,
      againOn: row.again_on,
      firstPaidOn: row.first_paid_on,
      reviewedOn: row.reviewed_on,
    },
  }))
}
