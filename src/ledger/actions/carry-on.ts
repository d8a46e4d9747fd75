import { sql } from 'kysely'
import { type Done, done } from '../../kernel/answers.ts'
import type { Id } from '../../kernel/brand.ts'
import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import { negative, type Pence } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import { fundOf } from '../accounts.ts'
import type { LedgerProblem, NewEntry } from '../types.ts'
import { post } from './post.ts'

type Body = { readonly id: Id<'organisation'>; readonly code: string; readonly name: string }

export type CarriedOn = {
  readonly people: readonly Id<'person'>[]
  readonly old: Body
  readonly next: Body
  /** The first day on which the next body answers. */
  readonly from: PlainDate
}

type Open = {
  readonly budget: Reference
  readonly person: Id<'person'>
  readonly on: PlainDate
  readonly pence: Pence
}

/**
 * Lets the next body's entries stand on the funds that the old one's stood on. For the service's own work.
 */
export const letSuccessorIn = (doing: Doing, { old, next }: Pick<CarriedOn, 'old' | 'next'>) =>
  sql`select ledger.let_successor_in(${old.id}, ${next.id}, ${doing.today})`.execute(doing.transaction)

/**
 * From a day the open money of each budget stands in the next body's fund: one entry a budget, in which the
 * old fund gets back what is open and the new one takes it on. What the old fund gave on or after that day
 * is taken over on its own day. What was spent before stays with the old fund. Asked after the people were
 * moved; again it posts nothing twice. Answers how many entries there are.
 */
export async function carryOn(doing: Doing, asked: CarriedOn): Promise<Done<number, LedgerProblem>> {
  const entries = [
    ...(await openBefore(doing, asked)).map(one => entryOf(asked, one, '')),
    ...(await givenSince(doing, asked)).map(one => entryOf(asked, one, `:${one.on}`)),
  ]
  const posted = await post(doing, entries)
  return posted.done ? done(posted.value.length) : posted
}

const keyOf = ({ old, next, from }: CarriedOn): string => `succession:${old.code}:${next.code}:${from}:`

const entryOf = (asked: CarriedOn, { budget, person, on, pence }: Open, later: string): NewEntry => ({
  key: `${keyOf(asked)}${budget}${later}`,
  effectiveOn: on,
  because:
    later === ''
      ? `${asked.next.name} carries on what was open with ${asked.old.name} on ${sayShortDay(asked.from)}`
      : `${asked.next.name} takes over what ${asked.old.name} gave after ${sayShortDay(asked.from)}`,
  organisation: asked.next.id,
  person,
  postings: [
    { account: fundOf(asked.old.code), pence },
    { account: fundOf(asked.next.code), pence: negative(pence) },
  ],
})

async function openBefore(doing: Doing, { people, from }: CarriedOn): Promise<readonly Open[]> {
  const { rows } = await sql<Open>`
    select substr(a.name, 1, 12) as budget, a.person_id as person, ${from}::date as "on",
      sum(p.pence)::bigint as pence
    from ledger.account a join ledger.posting p on p.account_id = a.id
    where a.person_id in (select unnest(${[...people]}::uuid[])) and a.kind = any (ledger.open_kinds())
      and p.effective_on < ${from}::date
    group by 1, 2 having sum(p.pence) <> 0 order by 1`.execute(doing.transaction)
  return rows
}

async function givenSince(doing: Doing, asked: CarriedOn): Promise<readonly Open[]> {
  const { rows } = await sql<Open>`
    select b.budget, p.person_id as person, p.effective_on as "on", -sum(p.pence)::bigint as pence
    from ledger.posting p join ledger.account f on f.id = p.account_id
      join ledger.entry e on e.id = p.entry_id
      cross join lateral (select min(substring(a.name from 'PHB-[0-9A-Z]{4}-[0-9A-Z]{3}')) as budget
        from ledger.posting q join ledger.account a on a.id = q.account_id where q.entry_id = p.entry_id) b
    where f.name = ${fundOf(asked.old.code)} and p.effective_on >= ${asked.from}::date
      and p.person_id in (select unnest(${[...asked.people]}::uuid[])) and b.budget is not null
      and not starts_with(e.key, ${keyOf(asked)})
    group by 1, 2, 3 having sum(p.pence) <> 0 order by 1, 3`.execute(doing.transaction)
  return rows
}
