import { sql } from 'kysely'
import type { Doing } from '../../platform/doing.ts'
import { type Credit, type CreditTaken, withCredits } from '../rules/credits.ts'
import type { InstructionId } from '../types.ts'
import type { Owed } from './owing.ts'
import { linesOfObligations } from './suppliers.ts'
import { ofCase, type Which } from './which.ts'

/** What suppliers still owe for lines of some budgets, the oldest first. */
async function openCredits(doing: Doing, which: Which): Promise<readonly Credit[]> {
  const { rows } = await sql<Credit>`select c.id, c.reference, c.supplier_key as "supplierKey",
      c.line_key as "lineKey", (c.amount - c.used)::bigint as left
    from payments.credit_shown c where c.amount > c.used and ${ofCase(which, 'c')}
    order by c.decided_on, c.id`.execute(doing.transaction)
  return rows
}

/** What is owed once, each less what its supplier owes back for the same line; the next due first. */
export async function lessCredits(
  doing: Doing,
  which: Which,
  owed: readonly Owed[],
): Promise<readonly Owed[]> {
  if (!owed.some(({ supplier }) => supplier !== null)) return owed
  const credits = await openCredits(doing, which)
  if (credits.length === 0) return owed
  const lines = await linesOfObligations(
    doing,
    owed.map(({ obligation }) => obligation),
  )
  const inOrder = owed.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  return withCredits(inOrder, credits, one => lines(one.obligation))
}

/** What payments were made smaller by, by payment. */
export async function creditsTaken(
  doing: Doing,
  instructions: readonly InstructionId[],
): Promise<(id: InstructionId) => readonly CreditTaken[]> {
  if (instructions.length === 0) return () => []
  const { rows } = await sql<CreditTaken & { instruction: InstructionId }>`
    select u.instruction_id as instruction, u.credit_id as credit, c.line_key as "lineKey", u.amount
    from payments.credit_used u join payments.credit c on c.id = u.credit_id
    where u.instruction_id = any (${[...instructions]}::uuid[]) order by c.line_key, u.credit_id`.execute(
    doing.transaction,
  )
  const found = Map.groupBy(rows, ({ instruction }) => instruction)
  return id => found.get(id) ?? []
}
