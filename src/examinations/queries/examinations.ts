import { sql } from 'kysely'
import type { Reference } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Listed, onePage } from '../../platform/paging.ts'
import type { Pathway } from '../../requests/public.ts'
import type { RuleChange } from '../../rights/public.ts'
import { here } from '../tables.ts'
import type { Count, Examination, ExaminationId, Finding } from '../types.ts'

/** The same answer in several batches is one line. */
export function addedUp(batches: readonly (readonly Count[])[]): readonly Count[] {
  const all = new Map<string, Count>()
  for (const one of batches.flat()) {
    const key = `${one.pathway} ${one.before} ${one.after}`
    all.set(key, { ...one, cases: one.cases + (all.get(key)?.cases ?? 0) })
  }
  return [...all.values()].sort((a, b) => b.cases - a.cases || a.pathway.localeCompare(b.pathway))
}

const asked = (doing: Doing) =>
  here(doing)
    .db.selectFrom('examinations.examination as e')
    .selectAll('e')
    .select(
      sql<{ looked: number; last: boolean; counts: Count[] }[]>`coalesce((select jsonb_agg(
        jsonb_build_object('looked', b.looked, 'last', b.is_last, 'counts', b.counts))
        from examinations.batch b where b.examination_id = e.id), '[]')`.as('batches'),
    )

type Row = Awaited<ReturnType<ReturnType<typeof asked>['execute']>>[number]

const examinationFrom = (row: Row): Examination => ({
  id: row.id,
  organisation: row.organisation_id,
  change: row.change as RuleChange,
  because: row.because,
  byName: row.asked_by_name,
  askedAt: row.asked_at,
  cases: row.cases,
  looked: row.batches.reduce((sum, { looked }) => sum + looked, 0),
  finished: row.batches.some(({ last }) => last),
  counts: addedUp(row.batches.map(({ counts }) => counts)),
})

/** One examination with how far it has come; null where there is none to be seen. */
export async function examinationOf(doing: Doing, id: string): Promise<Examination | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const row = await asked(doing)
    .where('e.id', '=', id as ExaminationId)
    .executeTakeFirst()
  return row ? examinationFrom(row) : null
}

const mostListed = 50

/** The newest examinations of the bodies that one works for. */
export async function examinationsListed(doing: Doing): Promise<readonly Examination[]> {
  const rows = await asked(doing).orderBy('e.asked_at', 'desc').orderBy('e.id').limit(mostListed).execute()
  return rows.map(examinationFrom)
}

export type ChangedCase = Finding & {
  readonly reference: Reference
  readonly pathway: Pathway
  readonly name: string
}

/** One page of the cases that would change. */
export const changedCases = (
  doing: Doing,
  { id, page, most }: { readonly id: ExaminationId; readonly page: number; readonly most?: number },
): Promise<Listed<ChangedCase, unknown>> =>
  onePage<ChangedCase>(doing, {
    kept: sql`kept as (select c.reference, c.pathway, c.before, c.after, p.full_name as name
      from examinations.changed c join people.person_shown p on p.id = c.person_id
      where c.examination_id = ${id})`,
    order: sql`name, reference`,
    page,
    ...(most === undefined ? {} : { most }),
  })
