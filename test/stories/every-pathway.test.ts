import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { newestAgreement } from '../../src/agreements/public.ts'
import { checkLedger, isSound } from '../../src/ledger/check.ts'
import { balanceOf, heldBy } from '../../src/ledger/public.ts'
import { assessmentOf, latestSum } from '../../src/needs/public.ts'
import { domainsOf } from '../../src/needs/showing.ts'
import { lettersAbout, noticeOf } from '../../src/notices/public.ts'
import { nextDues } from '../../src/payments/public.ts'
import { linesOn } from '../../src/plans/public.ts'
import type { Doing } from '../../src/platform/doing.ts'
import { type Case, caseOf, decisionsOf } from '../../src/requests/public.ts'
import { type Pathway, pathways } from '../../src/rights/public.ts'
import { anyLife, domainsFor } from '../any-life.ts'
import { trying } from '../harness.ts'
import { founded, type Lived, walkedIn } from '../living.ts'

/** The decision names the care and a rule that gives it, to the family in a letter and for good. */
async function decidedAndTold(doing: Doing, found: Case, { id, name, rights }: Pathway): Promise<void> {
  assert.deepEqual([found.pathway, found.outcome], [id, 'granted'])
  const [decision] = await decisionsOf(doing, found.request)
  const letter = (await lettersAbout(doing, found.request)).find(({ kind }) => kind === 'decision')
  const words = JSON.stringify((await noticeOf(doing, letter?.id ?? ''))?.paragraphs)
  assert.ok(words.includes(`You get ${name.toLowerCase()}`), words)
  assert.ok(
    decision?.rules.some(rule => rights.includes(rule.id)),
    `no rule of ${id} stands behind it`,
  )
}

async function assessedAndSummed(doing: Doing, found: Case, pathway: Pathway): Promise<void> {
  const domains = (await assessmentOf(doing, found.reference))?.domains.map(({ name }) => name)
  assert.deepEqual(domains, domainsFor(pathway))
  assert.deepEqual(await domainsOf(doing, found), domains)
  const sum = await latestSum(doing, found.reference)
  assert.ok(sum !== null && sum.weekly > 0n && sum.shown_on !== null)
}

/** Signed on both sides, held in every way that the care may be; what is paid out is due, and can be paid. */
async function agreedAndDue(doing: Doing, { reference }: Case, { ways }: Pathway): Promise<void> {
  const lines = await linesOn(doing, reference, doing.today)
  assert.deepEqual(new Set(lines.map(({ way }) => way)), new Set(ways))
  const agreement = await newestAgreement(doing, reference)
  assert.ok(agreement?.signed_by_person_on && agreement.signed_by_body_on)
  assert.ok((await balanceOf(doing, heldBy(reference))) >= 0n)
  const paidOut = ways.filter(way => way !== 'notional')
  const due = await nextDues(doing, reference, paidOut.length)
  assert.equal(due.length, paidOut.length)
  for (const one of due) assert.deepEqual([one.reasons, one.amount > 0n], [[], true])
}

const walked = (pathway: Pathway, { database, place, reference }: Lived): Promise<void> =>
  trying(database, async now => {
    const doing = { ...now, today: place.calendar.today }
    const found = await caseOf(doing, reference)
    assert.ok(found)
    await decidedAndTold(doing, found, pathway)
    await assessedAndSummed(doing, found, pathway)
    await agreedAndDue(doing, found, pathway)
    assert.ok(isSound(await checkLedger(doing)))
  })

let millbrook: Awaited<ReturnType<typeof founded>>
before(async () => {
  millbrook = await founded()
})

// A new file in src/rights/pathways is walked without another change here.
const only = process.env.OPENPHB_PATHWAY
const open = pathways.filter(({ id, steps }) => steps.includes('decide') && (only ?? id) === id)
for (const [at, pathway] of open.entries())
  test(`${pathway.name} is walked from the first question to the money`, async () =>
    walked(pathway, await walkedIn(millbrook, anyLife(pathway), at + 1)))
