import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { emptyDatabase, trying } from '../../test/harness.ts'
import { addDays, type PlainDate, plainDate } from '../kernel/days.ts'
import { newId, newReference, type Reference } from '../kernel/ids.ts'
import { nothing, type Pence, pence, plus, share } from '../kernel/money.ts'
import type { Doing } from '../platform/doing.ts'
import { allocatedTo, contingencyOf, heldBy, inDisputeOn, spentOn, toRecoverFrom } from './accounts.ts'
import { letIn } from './actions/let-in.ts'
import { reverse } from './actions/reverse.ts'
import { checkLedger, isSound } from './check.ts'
import { aBudget, anEntry } from './examples.ts'
import { accountsOf, balancesAt, balancesOf, entryByKey, fundOf, post } from './public.ts'
import { mirrorOf, mistakesIn } from './rules.ts'
import { takeSnapshot } from './snapshots.ts'
import type { AccountName, Entry, NewEntry, Posting } from './types.ts'

/** `OPENPHB_SEQUENCES=10000` is the long run. */
const sequences = Number(process.env.OPENPHB_SEQUENCES ?? 500)

/**
 * What a sequence does next: move a sum (also back-dated or to come), split one between three funds, put one
 * in dispute and settle it, undo the n-th entry, or send the n-th entry once more.
 */
type Step =
  | {
      readonly does: 'split' | 'dispute' | 'settle'
      readonly sum: bigint
      readonly weights: readonly [bigint, bigint, bigint]
      readonly day: number
    }
  | {
      readonly does: 'move'
      readonly from: number
      readonly to: number
      readonly sum: bigint
      readonly day: number
    }
  | { readonly does: 'undo'; readonly which: number; readonly on: 'original-day' | 'correction-day' }
  | { readonly does: 'repeat'; readonly which: number }

const aWeight = fc.bigInt({ min: 0n, max: 10_000n })
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('move' as const),
      from: fc.nat(5),
      to: fc.nat(5),
      sum: fc.bigInt({ min: 1n, max: 10n ** 9n }),
      day: fc.nat(400),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constantFrom('split' as const, 'dispute' as const, 'settle' as const),
      sum: fc.bigInt({ min: 1n, max: 10n ** 9n }),
      weights: fc.tuple(aWeight, aWeight, aWeight),
      day: fc.nat(400),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('undo' as const),
      which: fc.nat(30),
      on: fc.constantFrom('original-day' as const, 'correction-day' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('repeat' as const), which: fc.nat(30) }) },
)

const accountsFor = (budget: Reference): readonly AccountName[] => [
  fundOf('icb-millbrook'),
  allocatedTo(budget),
  heldBy(budget),
  spentOn(budget, 'wages'),
  contingencyOf(budget),
  toRecoverFrom(budget),
  fundOf('MBC-social-care'),
  fundOf('MBC-education'),
  inDisputeOn(budget, 'line-1'),
]
const firstDay = plainDate('2026-04-01')

/** The days before and after today, so that some entries are back-dated and some are to come. */
const dayOf = (step: { readonly day: number }): PlainDate => addDays(firstDay, step.day)

/**
 * What a step posts. A sum is split by largest remainder between the three funders; one in dispute is given
 * by nobody yet; settling it is the same the other way round.
 */
function entryOfStep(step: Step, accounts: readonly AccountName[]): NewEntry | null {
  if (step.does === 'undo' || step.does === 'repeat') return null
  const [lead, , , , , , care, education, dispute] = accounts as [AccountName, ...AccountName[]]
  if (step.does === 'move') {
    const [from, to] = [accounts[step.from] as AccountName, accounts[step.to] as AccountName]
    return anEntry({ from, to, sum: pence(step.sum), effectiveOn: dayOf(step) })
  }
  const weights = step.weights.every(weight => weight === 0n) ? [1n, 1n, 1n] : step.weights
  const [first = nothing, second = nothing, third = nothing] = share(pence(step.sum), weights)
  assert.equal(first + second + third, step.sum)
  const sides: readonly [AccountName | undefined, bigint][] = {
    split: [[lead, second + third] as const, [care, -second] as const, [education, -third] as const],
    dispute: [[lead, step.sum] as const, [dispute, -step.sum] as const],
    settle: [
      [dispute, step.sum] as const,
      [lead, -first] as const,
      [care, -second] as const,
      [education, -third] as const,
    ],
  }[step.does].map(([account, sum]) => [account, sum])
  const postings = sides.flatMap(([account, sum]) =>
    account === undefined || sum === 0n ? [] : [{ account, pence: pence(sum) }],
  )
  return postings.length < 2 ? null : { ...anEntry({ effectiveOn: dayOf(step) }), postings }
}

/** The ledger as it ought to work, in a few lines: some accounts never go below nought. */
class Model {
  readonly posted: { entry: NewEntry; undone: boolean; undoes: boolean }[] = []
  readonly balances = new Map<AccountName, Pence>()
  private readonly floored: ReadonlySet<AccountName>
  constructor(accounts: readonly AccountName[]) {
    this.floored = new Set([1, 4, 5].map(place => accounts[place] as AccountName))
  }
  of(account: AccountName): Pence {
    return this.balances.get(account) ?? nothing
  }
  takes(postings: readonly Posting[]): boolean {
    const change = new Map<AccountName, bigint>()
    for (const one of postings) change.set(one.account, (change.get(one.account) ?? 0n) + one.pence)
    const fits = [...change].every(
      ([account, sum]) => !this.floored.has(account) || sum >= 0n || this.of(account) + sum >= 0n,
    )
    if (fits) for (const [account, sum] of change) this.balances.set(account, pence(this.of(account) + sum))
    return fits
  }
  total(): Pence {
    return plus(nothing, ...this.balances.values())
  }
}

test('in a model: pennies are conserved, account by account, under any posts and reversals', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40 }), steps => {
      const accounts = accountsFor(aBudget.reference)
      const model = new Model(accounts)
      const standing: (readonly Posting[])[] = []
      for (const step of steps) {
        const entry = entryOfStep(step, accounts)
        if (entry !== null) {
          assert.deepEqual(mistakesIn(entry), [])
          if (model.takes(entry.postings)) standing.push(entry.postings)
        } else if (step.does === 'undo' && standing[step.which] !== undefined) {
          const [postings = []] = standing.slice(step.which, step.which + 1)
          if (model.takes(mirrorOf(postings))) standing.splice(step.which, 1)
        }
        assert.equal(model.total(), 0n)
        const sums = new Map<AccountName, bigint>()
        for (const { account, pence: sum } of standing.flat())
          sums.set(account, (sums.get(account) ?? 0n) + sum)
        for (const account of accounts) assert.equal(model.of(account), sums.get(account) ?? 0n)
      }
    }),
    { numRuns: sequences },
  )
})

async function take(
  doing: Doing,
  model: Model,
  { step, accounts }: { step: Step; accounts: readonly AccountName[] },
): Promise<void> {
  const { posted } = model
  const before = step.does === 'undo' || step.does === 'repeat' ? posted[step.which] : undefined
  const entry = entryOfStep(step, accounts)
  if (entry !== null) {
    const answer = await post(doing, [entry])
    assert.equal(answer.done, model.takes(entry.postings))
    if (answer.done) posted.push({ entry, undone: false, undoes: false })
  } else if (before === undefined) return
  else if (step.does === 'repeat') {
    if (before.undoes) return
    const again = await post(doing, [before.entry])
    assert.ok(again.done && again.value[0]?.earlier)
  } else if (step.does === 'undo') await undo(doing, model, { before, on: step.on })
}

async function undo(
  doing: Doing,
  model: Model,
  { before, on }: { before: Model['posted'][number]; on: 'original-day' | 'correction-day' },
): Promise<void> {
  const found = (await entryByKey(doing, before.entry.key)) as Entry
  const key = `undo:${before.entry.key}`
  const answer = await reverse(doing, { entry: found.id, on, key, because: 'Undone' })
  const may = !before.undone && !before.undoes && model.takes(mirrorOf(before.entry.postings))
  assert.equal(answer.done && !answer.value.earlier, may)
  if (!may) return
  before.undone = true
  model.posted.push({ entry: { ...before.entry, key }, undone: false, undoes: true })
}

/** The council's two funds let the board's entries in. */
async function letFundsIn(doing: Doing): Promise<void> {
  const asked = { of: council, to: aBudget.organisation, from: firstDay }
  for (const code of ['MBC-social-care', 'MBC-education'])
    assert.ok((await letIn(doing, { ...asked, fund: fundOf(code) })).done)
}
const council = newId<'organisation'>()

test('in the database: every sequence ends as in the model, and the ledger is sound', async () => {
  const database = await emptyDatabase()
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 8 }), steps =>
      trying(database, async doing => {
        const budget = newReference()
        await letFundsIn(doing)
        const accounts = accountsFor(budget)
        const model = new Model(accounts)
        for (const step of steps) await take(doing, model, { step, accounts })
        const kept = await balancesOf(doing, accountsOf(budget), 'fund:')
        for (const account of accounts) assert.equal(kept.get(account) ?? 0n, model.of(account), account)
        const added = await balancesAt(doing, [accountsOf(budget), 'fund:'], {
          asOf: plainDate('2099-12-31'),
          knownOn: doing.today,
        })
        assert.deepEqual(added, kept)
        assert.equal(plus(nothing, ...kept.values()), nothing)
        const old = { asOf: addDays(firstDay, 200) }
        const before = await balancesAt(doing, [accountsOf(budget), 'fund:'], old)
        await takeSnapshot({ ...doing, today: addDays(doing.today, 400) }, addDays(firstDay, 190))
        assert.deepEqual(await balancesAt(doing, [accountsOf(budget), 'fund:'], old), before)
        const checked = await checkLedger(doing)
        assert.ok(isSound(checked), JSON.stringify(checked.findings))
      }),
    ),
    { numRuns: sequences },
  )
})
