import { addDays, moment, plainDate } from '../src/kernel/days.ts'
import { newReference, type Reference } from '../src/kernel/ids.ts'
import { negative, pence } from '../src/kernel/money.ts'
import {
  type AccountName,
  allocatedTo,
  fundOf,
  heldBy,
  type NewEntry,
  post,
  spentOn,
} from '../src/ledger/public.ts'
import { asService } from '../src/platform/transaction.ts'
import type { Place } from './place.ts'

const from = plainDate('2024-10-01')
const weeks = 100
const lines = ['line-1-wages', 'line-2-nights', 'line-3-respite', 'line-4-equipment']

/**
 * `count` entries of one body's budgets, week by week: each budget is set aside in the first week, then
 * money is paid out in one and spent in the next.
 */
export function* manyEntries({ organisation }: Place, count: number): Generator<NewEntry> {
  const budgets = Array.from({ length: Math.ceil(count / weeks) }, newReference)
  for (let made = 0; made < count; made += 1) {
    const week = Math.floor(made / budgets.length)
    yield entryOf(organisation, budgets[made % budgets.length] as Reference, week)
  }
}

function entryOf(organisation: Place['organisation'], budget: Reference, week: number): NewEntry {
  const [spread, weekly] = [BigInt(Number.parseInt(budget.slice(4, 8), 36)), BigInt(week)]
  const [out, into, sum]: [AccountName, AccountName, bigint] =
    week === 0
      ? [fundOf(`bench-${organisation.slice(-12)}`), allocatedTo(budget), 5_000_000n]
      : week % 2 === 1
        ? [allocatedTo(budget), heldBy(budget), 20_000n + ((spread + weekly * 37n) % 9_000n)]
        : [heldBy(budget), spentOn(budget, lines[week % 4] ?? ''), 900n + ((spread + weekly * 53n) % 19_000n)]
  return {
    key: `bench:${budget}:${week}`,
    effectiveOn: addDays(from, week * 7),
    because: week === 0 ? 'Budget set aside' : 'Money moved',
    organisation,
    person: null,
    postings: [
      { account: out, pence: negative(pence(sum)) },
      { account: into, pence: pence(sum) },
    ],
  }
}

/** Posts entries in batches, each in a transaction of its own, recorded on the day of its first entry. */
export async function postInBatches(
  { database }: Place,
  entries: Iterable<NewEntry>,
  size = 1_000,
): Promise<void> {
  let batch: NewEntry[] = []
  const send = async () => {
    const taken = batch
    const day = taken[0]?.effectiveOn ?? from
    batch = []
    const answer = await asService(database, doing =>
      post({ ...doing, today: day, now: moment(new Date(`${day}T10:00:00Z`)) }, taken),
    )
    if (!answer.done) throw new Error(answer.because.join(', '))
  }
  for (const entry of entries) {
    batch.push(entry)
    if (batch.length === size) await send()
  }
  if (batch.length > 0) await send()
}
