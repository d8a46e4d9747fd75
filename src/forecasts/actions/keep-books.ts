import { sql } from 'kysely'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Job } from '../../platform/jobs.ts'
import { bookByMonth } from '../queries/book.ts'
import { bookRange } from '../rules/book-range.ts'

/** A book that takes longer than so many milliseconds is kept; a smaller one is worked out when asked for. */
const worthKeeping = 100

/**
 * Works every body's book out and keeps it, with the moment, if that took longer than so many milliseconds.
 * Answers how many are kept. Earlier ones are thrown away.
 */
export async function keepBooks(doing: Doing, longerThan = worthKeeping): Promise<number> {
  const { rows } = await sql<{ id: OrganisationId }>`
    select distinct organisation_id as id from agreements.agreement_shown order by 1`.execute(
    doing.transaction,
  )
  await sql`delete from forecasts.book_month`.execute(doing.transaction)
  let kept = 0
  for (const { id } of rows) {
    const began = performance.now()
    const months = await bookByMonth(doing, { ...bookRange(doing.today), bodies: [id] })
    if (performance.now() - began <= longerThan) continue
    await keep(doing, id, months)
    kept += 1
  }
  return kept
}

async function keep(
  { transaction, today, now }: Doing,
  id: OrganisationId,
  months: Awaited<ReturnType<typeof bookByMonth>>,
): Promise<void> {
  for (const one of months)
    await sql`insert into forecasts.book_month values (${id}, ${one.first}::date, ${one.last}::date,
      ${today}::date, ${now}::timestamptz, ${one.agreedOut}, ${one.notional}, ${one.committed}, ${one.paid},
      ${one.spent}, ${one.shownAgreed}, ${one.shownSpent})`.execute(transaction)
}

/** Every hour, and in the first minutes of a day. */
export const keepBooksJob: Job = {
  name: 'keep-books',
  every: '2 * * * *',
  run: async doing => void (await keepBooks(doing)),
}
