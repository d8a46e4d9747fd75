import { sql } from 'kysely'
import type { Doing } from '../../platform/doing.ts'
import { ask, type Job } from '../../platform/jobs.ts'
import { settingsByOrganisation } from '../../requests/public.ts'
import type { RuleChange } from '../../rights/public.ts'
import { caseBatch } from '../queries/caseload.ts'
import { counted, examine } from '../rules/examine.ts'
import { here } from '../tables.ts'
import type { Count, ExaminationId } from '../types.ts'

export const examineJobName = 'examine-caseload'

const casesABatch = 10_000

/** Which examination, and where its next batch begins; null where there is none, or it is finished. */
async function nextBatch(doing: Doing, examination: ExaminationId) {
  const { db } = here(doing)
  const asked = await db
    .selectFrom('examinations.examination')
    .select(['id', 'organisation_id', 'change'])
    .where('id', '=', examination)
    // Two workers may be handed the same job: the second one waits, and finds the batch of the first.
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!asked) return null
  const before = await db
    .selectFrom('examinations.batch')
    .select(['number', 'last_reference', 'is_last'])
    .where('examination_id', '=', examination)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (before?.is_last) return null
  const change = asked.change as RuleChange
  return {
    organisation: asked.organisation_id,
    change,
    number: (before?.number ?? 0) + 1,
    after: before?.last_reference ?? '',
  }
}

type Next = NonNullable<Awaited<ReturnType<typeof nextBatch>>>

async function findings(doing: Doing, { organisation, change, after }: Next) {
  const settings = (await settingsByOrganisation(doing)).get(organisation) ?? []
  const cases = await caseBatch(doing, { organisation, after, most: casesABatch })
  const counts = new Map<string, Count>()
  const changed: object[] = []
  for (const { reference, person, facts } of cases) {
    const found = examine(facts, change, settings)
    if (found === null) continue
    const as = { pathway: facts.pathway, ...counted(found, change) }
    const key = `${as.pathway} ${as.before} ${as.after}`
    counts.set(key, { ...as, cases: (counts.get(key)?.cases ?? 0) + 1 })
    if (found.before !== found.after)
      changed.push({ reference, person_id: person, pathway: facts.pathway, ...found })
  }
  return { cases, counts: [...counts.values()], changed }
}

/**
 * Looks at the next batch of an examination's cases and writes down what it found, in one transaction.
 * Answers whether there is more to do. The same batch is never written twice.
 */
export async function examineBatch(doing: Doing, examination: ExaminationId): Promise<boolean> {
  const next = await nextBatch(doing, examination)
  if (next === null) return false
  const { cases, counts, changed } = await findings(doing, next)
  const isLast = cases.length < casesABatch
  await here(doing)
    .db.insertInto('examinations.batch')
    .values({
      examination_id: examination,
      organisation_id: next.organisation,
      number: next.number,
      looked: cases.length,
      last_reference: cases.at(-1)?.reference ?? next.after,
      is_last: isLast,
      counts: JSON.stringify(counts),
    })
    .execute()
  if (changed.length > 0)
    await sql`insert into examinations.changed
      (examination_id, organisation_id, person_id, reference, pathway, before, after)
      select ${examination}, ${next.organisation}, c.person_id, c.reference, c.pathway, c.before, c.after
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as c (person_id uuid, reference text,
        pathway text, before text, after text)`.execute(doing.transaction)
  return !isLast
}

/** A batch at a time, each in a transaction of its own: how far it is can be seen, and a stop loses one. */
export const examineJob: Job = {
  name: examineJobName,
  async run(doing, payload) {
    const examination = String(payload['examination'] ?? '') as ExaminationId
    if (await examineBatch(doing, examination))
      await ask(doing, { name: examineJobName, payload: { examination } })
  },
}
