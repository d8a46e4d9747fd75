import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { letSee, record } from '../src/access/public.ts'
import { allocateUntil } from '../src/agreements/public.ts'
import { gatherAll } from '../src/cases/public.ts'
import { type PlainDate, plainDate } from '../src/kernel/days.ts'
import { newId } from '../src/kernel/ids.ts'
import { pence } from '../src/kernel/money.ts'
import { sendLetter } from '../src/notices/public.ts'
import { loadEngland, type OrganisationId, organisationByCode } from '../src/people/public.ts'
import { type Doing, theService } from '../src/platform/doing.ts'
import type { TestDatabase } from '../src/platform/testing.ts'
import { goOn, type Went } from '../src/succession/actions/carry-out.ts'
import { orderSuccession, type Step, stepOf } from '../src/succession/public.ts'
import { type Budget, makeBudgets } from './budgets.ts'
import { doingIt, emptyDatabase } from './harness.ts'
import { must, onDay } from './joint.ts'

/** A life that began with a body of a code: whose, from which day, how many pounds a week. */
export type Began = {
  readonly name: string
  readonly code: string
  readonly from: string
  readonly weekly: bigint
}
export type Life = Budget & { readonly request: string; readonly letter: string; readonly began: Began }

export const organisationOf = async (doing: Doing, code: string): Promise<OrganisationId> => {
  const found = await organisationByCode(doing, code)
  assert.ok(found, code)
  return found.id
}

/** England's bodies in an empty database. */
export async function england(): Promise<TestDatabase> {
  const database = await emptyDatabase()
  await doingIt(database, loadEngland)
  return database
}

/** Lives with a signed agreement, money set aside for its first year, a line in the record and a letter. */
export const begin = (database: TestDatabase, all: readonly Began[]): Promise<readonly Life[]> =>
  doingIt(database, async doing => {
    const lives: Life[] = []
    for (const began of all) lives.push(await beginOne(doing, began))
    await gatherAll(doing)
    return lives
  })

async function beginOne(doing: Doing, began: Began): Promise<Life> {
  const from = plainDate(began.from)
  const then = onDay(doing, theService, from)
  const organisation = await organisationOf(doing, began.code)
  const [budget] = await makeBudgets(then, [
    { organisation, from, weekly: pence(began.weekly * 100n), name: began.name, without: ['money'] },
  ])
  assert.ok(budget)
  const request = newId()
  const { person, reference } = budget
  await sql`insert into requests.request (id, reference, organisation_id, person_id, pathway, asked_on,
      received_on, reached_by, asked_by_name, asked_by_relation, made_at)
    values (${request}, ${reference}, ${organisation}, ${person}, 'adult-continuing-healthcare', ${from},
      ${from}, 'letter', ${began.name}, 'myself', ${then.now})`.execute(doing.transaction)
  must(await allocateUntil(then, reference, from))
  await letSee(
    then,
    { organisation, role: 'case-worker' },
    { person, sees: 'all', because: 'waiting for a case worker', subject: request, from },
  )
  await record(then, { happened: 'agreement-signed', organisation, person, to: request })
  const letter = await sendLetter(then, {
    organisation,
    person,
    kind: 'agreement',
    title: 'Your agreement is signed',
    to: { name: began.name },
    paragraphs: ['We have both signed. Your budget begins.'],
    from: { name: 'Pat Example', role: 'Case worker', reach: '01632 960 199' },
    reference,
    deliver: ['screen', 'print'],
  })
  return { ...budget, request, letter: letter.id, began }
}

export const stepAt = async (doing: Doing, code: string, on: string): Promise<Step> => {
  const step = await stepOf(doing, code, on)
  assert.ok(step, `${code} ${on}`)
  return step
}

export const reach = 'The team for personal health budgets, 01632 960 300'

/** Orders a step on its day and carries it out to the end; `most` people at a time. */
export async function succeed(database: TestDatabase, code: string, on: string, most = 500): Promise<Went> {
  const day = plainDate(on)
  const as = (doing: Doing): Doing => onDay(doing, theService, day)
  await doingIt(database, async doing => {
    const step = await stepAt(as(doing), code, on)
    must(await orderSuccession(as(doing), { step, because: 'The table of England', reach }))
  })
  let went: Went = 'went-on'
  while (went === 'went-on') went = await doingIt(database, doing => goOn(as(doing), most))
  return went
}

/** What each fund holds, by its body's code, of all postings or of one person's. */
export async function funds(doing: Doing, person?: string, asOf?: PlainDate) {
  const { rows } = await sql<{ name: string; pence: bigint }>`
    select a.name, sum(p.pence)::bigint as pence from ledger.posting p
      join ledger.account a on a.id = p.account_id
    where a.kind = 'fund' and (${person ?? null}::uuid is null or p.person_id = ${person ?? null}::uuid)
      and p.effective_on <= ${asOf ?? 'infinity'}::date
    group by 1 order by 1`.execute(doing.transaction)
  return Object.fromEntries(rows.map(row => [row.name, row.pence]))
}

/** What every account holds but funds, by its name. */
export async function balances(doing: Doing): Promise<Readonly<Record<string, bigint>>> {
  const { rows } = await sql<{ name: string; pence: bigint }>`
    select name, kept_balance as pence from ledger.account where kind <> 'fund' order by name`.execute(
    doing.transaction,
  )
  return Object.fromEntries(rows.map(({ name, pence }) => [name, pence]))
}
