import { createHash } from 'node:crypto'
import { may, record, whyNotOnBehalf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { keepFile, kindOf } from '../../platform/files.ts'
import type { SentFile } from '../../platform/route.ts'
import { budgetOf, inTurn, seesLines } from '../queries/budget.ts'
import { here } from '../tables.ts'
import type { LineId, ReceiptId } from '../types.ts'

export type ReceiptProblem = 'no-line' | 'not-allowed' | 'not-a-receipt'

export const receiptSays: Record<ReceiptProblem, string> = {
  'no-line': 'That payment is no longer there',
  'not-allowed': 'You cannot add receipts to this budget',
  'not-a-receipt': 'Choose a photo (JPEG or PNG) or a PDF',
}

const kinds: readonly (string | null)[] = ['application/pdf', 'image/jpeg', 'image/png']

/**
 * Keeps a receipt with a line: a photo or a PDF. The same picture again is not kept twice. Refused: another
 * kind of file whatever its name, a line that is not there, and whoever may not.
 */
export async function attachReceipt(
  doing: Doing,
  { reference, line, file }: { readonly reference: string; readonly line: LineId; readonly file: SentFile },
): Promise<Done<ReceiptId, ReceiptProblem>> {
  const budget = await budgetOf(doing, reference)
  if (budget === null || !(await seesLines(doing, budget))) return refused('no-line')
  if (doing.actor.id !== null && !may(doing, 'bank.send')) return refused('not-allowed')
  if ((await whyNotOnBehalf(doing, budget.person, 'send-statements')).length > 0)
    return refused('not-allowed')
  if (!kinds.includes(kindOf(file.bytes))) return refused('not-a-receipt')
  await inTurn(doing, budget)
  const { db } = here(doing)
  const there = await db
    .selectFrom('bank.line_shown')
    .select('id')
    .where('id', '=', line)
    .where('reference', '=', budget.reference)
    .executeTakeFirst()
  if (!there) return refused('no-line')
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const known = await db
    .selectFrom('bank.receipt')
    .select('id')
    .where('line_id', '=', line)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (known) return done(known.id)
  const { organisation, person } = budget
  const receipt = {
    id: newId() as ReceiptId,
    organisation_id: organisation,
    person_id: person,
    reference: budget.reference,
    line_id: line,
    file_id: await keepFile(doing, { organisation, person }, file),
    name: file.name.slice(0, 200),
    sha256,
    given_on: doing.today,
    given_by: doing.actor.id,
    given_by_name: doing.actor.name,
  }
  await db.insertInto('bank.receipt').values(receipt).execute()
  await record(doing, { happened: 'receipt-added', organisation, person, to: line })
  return done(receipt.id)
}
