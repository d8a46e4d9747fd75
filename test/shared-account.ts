import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { askWhichLines } from '../src/bank/actions/ask-which-lines.ts'
import { importStatement } from '../src/bank/actions/import-statement.ts'
import { keepChosen } from '../src/bank/actions/keep-chosen.ts'
import { here } from '../src/bank/tables.ts'
import type { Doing } from '../src/platform/doing.ts'
import type { SentFile } from '../src/platform/route.ts'

/**
 * The account in use becomes one that is also used for other money: an ordinary account, for a one-off
 * payment.
 */
export async function shareTheAccount({ transaction, today }: Doing, reference: string): Promise<void> {
  await sql`with copied as (
      insert into agreements.account (id, organisation_id, person_id, reference, details, ending,
        name_on_account, whose, sole_purpose, auditable, others_use_it, one_off, checked, given_by, given_on)
      select gen_random_uuid(), organisation_id, person_id, reference, details, ending, name_on_account,
        whose, false, auditable, others_use_it, true, checked, given_by, given_on
      from agreements.account where reference = ${reference} returning *)
    insert into agreements.account_decision (id, account_id, organisation_id, person_id, decided, decided_on)
    select gen_random_uuid(), id, organisation_id, person_id, 'approved', ${today}::date from copied`.execute(
    transaction,
  )
  await sql`insert into agreements.account_decision (id, account_id, organisation_id, person_id, decided,
      because, decided_on)
    select gen_random_uuid(), id, organisation_id, person_id, 'closed', 'Another account', ${today}::date
    from agreements.account where reference = ${reference} and sole_purpose`.execute(transaction)
}

export const aboutBudget = ({ says }: { readonly says: string }): boolean => /SWIM|TAXI/.test(says)

/** Sends a file as its holder does: what is asked about is ticked where it is about the budget. */
export async function sendChoosing(doing: Doing, reference: string, file: SentFile) {
  const which = await askWhichLines(doing, { reference, files: [file] })
  assert.ok(which.done, which.done ? '' : which.because.join('; '))
  if (which.value === null) {
    // The very same file was sent before: that is said, and nothing is asked.
    const again = await importStatement(doing, { reference, files: [file] })
    assert.ok(again.done)
    return { ...again.value, asked: [], keptBefore: 0, leftOutBefore: 0, leftOut: 0 }
  }
  const { sealed, asked } = which.value
  const keep = asked.filter(aboutBudget).map(({ name }) => name)
  const kept = await keepChosen(doing, { reference, sealed, keep })
  assert.ok(kept.done, kept.done ? '' : kept.because.join('; '))
  return { ...which.value, ...kept.value }
}

/** The lines that count, as text. */
export const shownLines = async (doing: Doing, reference: string) =>
  (
    await here(doing)
      .db.selectFrom('bank.line_shown')
      .select(['on_day', 'amount', 'says'])
      .where('reference', '=', reference)
      .execute()
  )
    .map(({ on_day, amount, says }) => `${on_day} ${amount} ${says}`)
    .toSorted()
