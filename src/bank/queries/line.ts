import { entryByKey } from '../../ledger/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Budget, keyOf } from '../rules/posting.ts'
import { here } from '../tables.ts'
import type { LineId, ReceiptId } from '../types.ts'
import { answersOf, questionOf, receiptsOf } from './questions.ts'

/** One line of a budget; null where there is none that the actor may see. */
export async function lineOf(doing: Doing, { reference }: Budget, id: LineId) {
  const row = await here(doing)
    .db.selectFrom('bank.line_shown')
    .selectAll()
    .where('id', '=', id)
    .where('reference', '=', reference)
    .executeTakeFirst()
  return row ?? null
}

type Line = NonNullable<Awaited<ReturnType<typeof lineOf>>>

/** What belongs to a line: its receipts, what was answered, the statements that show it, its ledger entry. */
export async function lineFacts(doing: Doing, budget: Budget, line: Line) {
  const question = line.question === null ? null : await questionOf(doing, budget, line.question)
  const shownBy = await here(doing)
    .db.selectFrom('bank.showing as w')
    .innerJoin('bank.statement_shown as s', 's.id', 'w.statement_id')
    .select(['s.id', 's.name'])
    .distinct()
    .where('w.line_id', '=', line.id)
    .execute()
  const entry = line.match_number === null ? null : await entryByKey(doing, keyOf(line.id, line.match_number))
  return {
    receipts: await receiptsOf(doing, line.id),
    answers: question === null ? [] : await answersOf(doing, question),
    shownBy,
    entry: entry?.id ?? null,
  }
}

/** One receipt of a budget; null where there is none that the actor may see. */
export async function receiptAt(doing: Doing, { reference }: Budget, id: ReceiptId) {
  const row = await here(doing)
    .db.selectFrom('bank.receipt')
    .select('file_id')
    .where('id', '=', id)
    .where('reference', '=', reference)
    .executeTakeFirst()
  return row ?? null
}
