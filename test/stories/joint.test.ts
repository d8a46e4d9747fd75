import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { disputedSum, raiseDispute, recharge, settleDispute } from '../../src/funding/public.ts'
import { plainDate } from '../../src/kernel/days.ts'
import { type Pence, plus } from '../../src/kernel/money.ts'
import { checkLedger, isSound } from '../../src/ledger/check.ts'
import { picture } from '../../src/ledger/picture.ts'
import { balanceOf, entriesOf, fundOf, inDisputeOn } from '../../src/ledger/public.ts'
import { linesOn } from '../../src/plans/public.ts'
import type { Doing } from '../../src/platform/doing.ts'
import { trying } from '../harness.ts'
import { must, october, onDay, sami, september, shared } from '../joint.ts'
import { samePicture } from '../ledger.ts'
import { type Lived, lived } from '../living.ts'

let life: Lived
before(async () => {
  life = await lived(sami)
})

const ofCouncil = (doing: Doing) => balanceOf(doing, fundOf('MBC-social-care'))

async function drawn(doing: Doing): Promise<string> {
  const entries = await entriesOf(doing, { person: life.walk.folk.person })
  const between = entries.filter(({ key }) => /^(recharge|dispute|settlement):/.test(key))
  return picture(between).replaceAll(life.reference, 'PHB-0000-000')
}

async function disputed(doing: Doing, interim: 'board' | 'council') {
  const { sian } = life.place.staff
  const { millbrook, council } = life.place.organisations
  const [nights] = await linesOn(doing, life.reference, october.from)
  assert.ok(nights)
  const raised = await raiseDispute(onDay(doing, sian, plainDate('2026-11-03')), {
    reference: life.reference,
    organisation: millbrook,
    person: life.walk.folk.person,
    body: council,
    key: nights.line_key,
    says: nights.says,
    strand: 'social-care',
    from: plainDate('2026-09-16'),
    until: plainDate('2026-10-31'),
    interim: interim === 'board' ? millbrook : council,
    because: 'The nurse’s note of 15 September says nights are a health need',
  })
  return { dispute: must(raised), account: inDisputeOn(life.reference, nights.line_key) }
}

test('two funders dispute a line: the rest is paid, the recharge balances, settling clears it', async () => {
  await trying(life.database, async doing => {
    const { ngozi, helen } = life.place.staff
    const { millbrook, council } = life.place.organisations
    await shared(doing, life, september.from)
    const finance = (day: string) => onDay(doing, ngozi, plainDate(day))
    const asked = { lead: millbrook, body: council }
    must(await recharge(finance('2026-10-02'), { ...asked, ...september }))
    const before = await ofCouncil(doing)
    assert.ok(before < 0n)
    const { dispute, account } = await disputed(doing, 'board')
    assert.equal(await balanceOf(doing, account), 0n)
    must(await recharge(finance('2026-11-06'), { ...asked, ...october }))
    const inDispute = await disputedSum(doing, dispute)
    assert.equal(await balanceOf(doing, account), -inDispute)
    // Half of September stays with the council; all of October's nights and the other half wait.
    assert.ok((await ofCouncil(doing)) > before && (await ofCouncil(doing)) < 0n)
    const settling = {
      reference: life.reference,
      dispute,
      hundredths: 6_000,
      because: 'Joint panel, 17 November',
    }
    const settled = must(await settleDispute(onDay(doing, helen, plainDate('2026-11-18')), settling))
    assert.equal(settled.disputed, inDispute)
    assert.equal(await balanceOf(doing, account), 0n)
    const again = await settleDispute(doing, settling)
    assert.deepEqual(again.done ? [] : again.because, ['settled-before'])
    const entries = await entriesOf(doing, { person: life.walk.folk.person })
    for (const { postings } of entries) assert.equal(plus(...postings.map(one => one.pence)), 0n)
    assert.ok(isSound(await checkLedger(doing)))
    samePicture('pictures/two-funders-dispute-a-line', await drawn(doing))
  })
})

test('days are charged once, only when they are over, and only what everybody agreed', async () => {
  await trying(life.database, async doing => {
    const { ngozi } = life.place.staff
    const { millbrook, council, ashdaleCouncil } = life.place.organisations
    const on = onDay(doing, ngozi, plainDate('2026-10-02'))
    const why = async (about: object) => {
      const answer = await recharge(on, { lead: millbrook, body: council, ...september, ...about })
      return answer.done ? [] : answer.because
    }
    assert.deepEqual(await why({}), ['nothing-to-charge'])
    await shared(doing, life, september.from)
    assert.deepEqual(await why({ body: ashdaleCouncil }), ['nothing-to-charge'])
    assert.deepEqual(await why(october), ['not-over-yet'])
    assert.deepEqual(await why({ from: plainDate('2026-10-01'), until: plainDate('2026-09-30') }), [
      'ends-before-it-begins',
    ])
    assert.deepEqual(await why({}), [])
    assert.deepEqual(await why({ from: plainDate('2026-09-30') }), ['charged-before'])
  })
})

test('a dispute that covers part of what was charged moves that part, and only once', async () => {
  await trying(life.database, async doing => {
    const { ngozi } = life.place.staff
    const { millbrook, council } = life.place.organisations
    await shared(doing, life, september.from)
    const on = onDay(doing, ngozi, plainDate('2026-10-02'))
    must(await recharge(on, { lead: millbrook, body: council, ...september }))
    const charged = -(await ofCouncil(doing)) as Pence
    const { dispute, account } = await disputed(doing, 'council')
    const twice = await recharge(onDay(doing, ngozi, plainDate('2026-11-02')), {
      lead: millbrook,
      body: council,
      ...october,
    })
    assert.ok(twice.done)
    const half = await disputedSum(doing, dispute)
    assert.equal(await balanceOf(doing, account), -half)
    assert.ok(half > charged / 2n)
  })
})
