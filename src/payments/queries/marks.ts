import { sql } from 'kysely'
import { readId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Markable, MarkProblem } from '../rules/marks.ts'
import { here } from '../tables.ts'
import type { InstructionId, RunId } from '../types.ts'

type Row = Omit<Markable, 'byHand'> & {
  readonly instruction: InstructionId
  readonly on: NonNullable<Markable['byHand']>['on'] | null
  readonly reference: string | null
}

/** The payments of a run that has left, as a list paid by hand may speak of them: no bank details. */
export async function markablesOf(
  doing: Doing,
  run: RunId,
): Promise<readonly (Markable & { readonly instruction: InstructionId })[]> {
  const { rows } = await sql<Row>`
    select p.instruction_id as instruction, i.end_to_end_id as "endToEndId", p.amount,
      coalesce(w.rail = 'file', false) as "inFile", r.id is not null as returned,
      case when w.rail = 'hand' then w.paid_on end as "on",
      case when w.rail = 'hand' then w.bank_reference end as reference
    from payments.payment p join payments.instruction i on i.id = p.instruction_id
      left join payments.returned r on r.instruction_id = p.instruction_id
      left join payments.way w on w.instruction_id = p.instruction_id and (w.rail = 'hand'
        or not exists (select from payments.file_given_up g where g.file_id = w.file_id))
    where p.run_id = ${run} order by p.instruction_id`.execute(doing.transaction)
  return rows.map(({ on, reference, ...row }) => ({
    ...row,
    byHand: on === null ? null : { on, reference: reference ?? '' },
  }))
}

export type MarksFile = NonNullable<Awaited<ReturnType<typeof marksFileOf>>>

/** A list that came back for a run, with the rows that were not taken; null where there is none. */
export async function marksFileOf(doing: Doing, run: RunId, typed: string) {
  const id = readId<'marks file'>(typed)
  if (id === null) return null
  const { db } = here(doing)
  const file = await db
    .selectFrom('payments.marks_file')
    .selectAll()
    .where('run_id', '=', run)
    .where('id', '=', id)
    .executeTakeFirst()
  if (file === undefined) return null
  const refused = await db
    .selectFrom('payments.marks_refused')
    .select(['place', 'line', 'cells', 'because'])
    .where('marks_file_id', '=', id)
    .orderBy('place')
    .execute()
  return { ...file, refused: refused.map(one => ({ ...one, because: one.because as MarkProblem[] })) }
}
