import { sql } from 'kysely'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Id } from '../../kernel/brand.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import type { AccountName } from '../types.ts'

export type LetIn = {
  readonly fund: AccountName
  /** The body whose fund it is, and the one whose entries may draw on it. */
  readonly of: Id<'organisation'>
  readonly to: Id<'organisation'>
  readonly from: PlainDate
}

/**
 * Lets another body's entries draw on a fund from a day on: opens the fund where it is new. Only the fund's
 * own body may say so; refuses everybody else, and a fund that is another's. Said again it changes nothing,
 * but for an earlier first day.
 */
export async function letIn(doing: Doing, { fund, of, to, from }: LetIn): Promise<Done<null, 'not-yours'>> {
  const { rows } = await sql<{ let: boolean }>`
    select ledger.let_in(${fund}, ${of}, ${to}, ${from}, ${doing.today}) as let`.execute(doing.transaction)
  return rows[0]?.let ? done(null) : refused('not-yours')
}
