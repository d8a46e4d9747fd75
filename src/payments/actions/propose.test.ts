import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { aBudget } from '../../../test/budgets.ts'
import { doAs, doingIt } from '../../../test/harness.ts'
import { anOffice, aSupplier, monday, onMonday } from '../../../test/payments.ts'
import { aPlanLine } from '../../../test/plan-lines.ts'
import { addDays, addMonths } from '../../kernel/days.ts'
import { pence } from '../../kernel/money.ts'
import { balanceOf, commissionedFor } from '../../ledger/public.ts'
import { lettersOf } from '../../notices/public.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { dues } from '../public.ts'
import { proposalsOf, usesOf } from '../queries/proposals.ts'
import { decideProposal } from './decide-proposal.ts'
import { endOwed } from './end-owed.ts'
import { endRepeat, type NewUse, payAgain } from './pay-again.ts'
import { type NewProposal, propose } from './propose.ts'

let database: TestDatabase
before(async () => {
  database = await onMonday()
})

/** A budget whose regular payment has left, with a physiotherapist whom the NHS pays itself. */
async function withPhysio() {
  const office = await anOffice(database)
  const { organisation, kay, sol } = office
  const line = 'line-1-physio'
  const lines = [aPlanLine(line, 'Physiotherapy', 'notional')]
  const budget = await doingIt(database, doing => aBudget(doing, { organisation, from: monday, lines }))
  await office.pay()
  const supplier = await aSupplier(database, office, 'Saltings Physiotherapy')
  const physio: NewProposal = {
    reference: budget.reference,
    what: 'repeat',
    amount: pence(60_000n),
    from: monday,
    until: addDays(addMonths(monday, 12), -1),
    because: 'Physiotherapy, up to 12 sessions',
    supplier,
    line,
    mostTimes: 12,
  }
  const ask = (more: Partial<NewProposal> = {}, who = kay) =>
    doAs(database, who, doing => propose(doing, { ...physio, ...(more.what ? { line: null } : {}), ...more }))
  const asked = async (more: Partial<NewProposal> = {}) => {
    const found = await ask(more)
    assert.ok(found.done, found.done ? '' : found.because.join(', '))
    return found.value
  }
  const decide = (id: Awaited<ReturnType<typeof asked>>, agreed = true, who = sol) =>
    doAs(database, who, doing => decideProposal(doing, id, { agreed, because: 'It keeps her walking' }))
  const agreed = async (more: Partial<NewProposal> = {}) => {
    const id = await asked(more)
    assert.ok((await decide(id)).done)
    return id
  }
  const use = (id: Awaited<ReturnType<typeof asked>>, more: Partial<NewUse> = {}) =>
    doAs(database, kay, doing =>
      payAgain(doing, id, {
        on: monday,
        times: 1,
        amount: pence(5_000n),
        theirReference: 'SP-1',
        looked: true,
        ...more,
      }),
    )
  return { ...office, budget, line, ask, asked, decide, agreed, use }
}

test('a proposal says everything that is missing, and owes nothing', async () => {
  const { ask, budget, read, mel } = await withPhysio()
  const because = async (more: object, who?: typeof mel) => {
    const found = await ask(more, who)
    return found.done ? [] : found.because
  }
  assert.ok((await because({}, mel)).includes('role-may-not'))
  assert.deepEqual(await because({ reference: 'PHB-0000-000' }), ['no-agreement', 'no-such-line'])
  assert.deepEqual(await because({ what: 'emergency' }), ['parts-missing', 'floor-missing'])
  assert.deepEqual(await because({ what: 'emergency', parts: 25, floor: pence(1n) }), ['parts-missing'])
  assert.deepEqual(await because({ amount: pence(0n), because: ' ', line: 'line-9', supplier: '' }), [
    'amount-is-nothing',
    'say-why',
    'no-supplier',
    'no-such-line',
  ])
  assert.deepEqual(await because({ until: addDays(monday, -1) }), ['ends-before-it-begins'])
  assert.deepEqual(await read(doing => dues(doing, { reference: budget.reference }, addDays(monday, 7))), [])
})

test('an advance is taken off within the budget’s year, both sides of the line', async () => {
  const { ask } = await withPhysio()
  const advance = { what: 'emergency', amount: pence(10_000n), floor: pence(1n) } as const
  // Thirteen payments of four weeks are due in the year, and the first has left.
  assert.ok((await ask({ ...advance, parts: 12 })).done)
  assert.deepEqual(await ask({ ...advance, parts: 13 }), { done: false, because: ['past-the-year'] })
  // The year's last payment is due on 10 May 2027.
  assert.ok((await ask({ ...advance, parts: 1, from: addDays(monday, 335) })).done)
  assert.deepEqual(await ask({ ...advance, parts: 1, from: addDays(monday, 336) }), {
    done: false,
    because: ['past-the-year'],
  })
})

test('a one-off payment is owed when a second person agrees, told in a letter, and paid once', async () => {
  const { asked, decide, pay, prepare, read, budget, kay } = await withPhysio()
  const what = { what: 'one-off', amount: pence(74_299n), because: 'A riser chair' } as const
  const id = await asked(what)
  assert.deepEqual(await decide(id, true, kay), { done: false, because: ['own-proposal'] })
  assert.deepEqual(await prepare(), { done: false, because: ['nothing-to-pay'] })
  assert.ok((await decide(id)).done)
  assert.deepEqual(await decide(id), { done: false, because: ['decided-before'] })
  const titles = (await read(doing => lettersOf(doing, budget.person))).map(({ title }) => title)
  assert.ok(titles.includes('We pay you £742.99'), titles.join('; '))
  assert.equal((await pay()).total, 74_299n)
  assert.deepEqual(await prepare(), { done: false, because: ['nothing-to-pay'] })
})

test('what is not agreed owes nothing, and the list says who decided and why', async () => {
  const { asked, decide, prepare, read, organisation } = await withPhysio()
  assert.ok((await decide(await asked(), false)).done)
  assert.deepEqual(await prepare(), { done: false, because: ['nothing-to-pay'] })
  const [one] = await read(doing => proposalsOf(doing, organisation))
  assert.deepEqual([one?.decision?.agreed, one?.decision?.by], [false, 'Sol Abara'])
})

test('the database lets nobody agree to what they proposed', async () => {
  const { asked } = await withPhysio()
  const id = await asked()
  await assert.rejects(
    sql`insert into payments.proposal_decision (proposal_id, organisation_id, person_id, agreed, because, who,
        who_name, who_role, on_day)
      select id, organisation_id, person_id, true, 'x', who, who_name, 'x', on_day from payments.proposal
      where id = ${id}`.execute(database.kysely),
    /somebody else agrees/,
  )
})

test('sessions are paid without asking again up to the ceiling, on their line, and no further', async () => {
  const { agreed, use, pay, read, budget, line } = await withPhysio()
  const id = await agreed()
  assert.ok((await use(id)).done)
  const left = pence(60_000n - 5_000n)
  assert.deepEqual(await use(id, { amount: pence(left + 1n) }), {
    done: false,
    because: ['more-than-the-ceiling'],
  })
  assert.deepEqual(await use(id, { times: 12 }), { done: false, because: ['more-times-than-agreed'] })
  assert.ok((await use(id, { amount: left, times: 11 })).done)
  assert.equal((await pay()).total, 60_000n)
  assert.equal(await read(doing => balanceOf(doing, commissionedFor(budget.reference, line))), 60_000n)
  assert.deepEqual(await use(id, { amount: pence(1n) }), {
    done: false,
    because: ['more-than-the-ceiling', 'more-times-than-agreed'],
  })
})

test('a warning is looked at first; what was not owed after all makes room again', async () => {
  const { agreed, use, read, kay } = await withPhysio()
  const id = await agreed()
  assert.deepEqual(await use(id, { amount: pence(5_001n), looked: false }), {
    done: false,
    because: ['more-than-a-month'],
  })
  const used = await use(id, { amount: pence(60_000n), times: 12 })
  assert.ok(used.done)
  assert.ok((await doAs(database, kay, doing => endOwed(doing, used.value, 'Cancelled'))).done)
  assert.ok((await use(id)).done)
  const uses = await read(doing => usesOf(doing, id))
  assert.deepEqual(
    uses.map(({ warnings, ended_on }) => [warnings.length > 0, ended_on]),
    [
      [true, null],
      [true, monday],
    ],
  )
})

test('what was ended, or lies outside its days, is paid no more', async () => {
  const { agreed, use, kay } = await withPhysio()
  const id = await agreed({ until: addDays(monday, 7) })
  assert.deepEqual(await use(id, { on: addDays(monday, -1) }), { done: false, because: ['outside-the-days'] })
  assert.ok((await doAs(database, kay, doing => endRepeat(doing, id, 'She walks again'))).done)
  assert.deepEqual(await use(id), { done: false, because: ['has-ended'] })
})

test('the database never lets a ceiling be passed, whoever asks', async () => {
  const { agreed, use } = await withPhysio()
  const id = await agreed()
  const both = await Promise.all([
    use(id, { amount: pence(40_000n), times: 8 }),
    use(id, { amount: pence(40_000n), times: 8 }),
  ])
  assert.deepEqual(both.map(({ done }) => done).sort(), [false, true])
})
