import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { agreeToCarry, contribute, proposeShares, recharge } from '../../src/funding/public.ts'
import { plainDate } from '../../src/kernel/days.ts'
import { nothing, pence, plus } from '../../src/kernel/money.ts'
import { checkLedger, isSound } from '../../src/ledger/check.ts'
import { balanceOf, fundOf } from '../../src/ledger/public.ts'
import { heldOn, splitsOf } from '../../src/needs/public.ts'
import { lettersAbout, noticeOf } from '../../src/notices/public.ts'
import { linesOn } from '../../src/plans/public.ts'
import type { Actor, Doing } from '../../src/platform/doing.ts'
import { caseOf } from '../../src/requests/public.ts'
import { partsReached } from '../../src/rights/public.ts'
import { appOn, doAs, doingIt, type Someone, signedIn, trying } from '../harness.ts'
import { must, onDay, sami, september } from '../joint.ts'
import { samePicture } from '../ledger.ts'
import { drawn, type Lived, lived } from '../living.ts'

let life: Lived
before(async () => {
  life = await lived({
    ...sami,
    name: 'Dilys Marr',
    born: '1984-05-30',
    path: 'section-117',
    fact: '3',
    withCouncil: true,
  })
})

/** Each line by halves: what is odd leaves a penny, which health carries. */
async function byHalves(doing: Doing) {
  const { priya, sian } = life.place.staff
  const { council } = life.place.organisations
  const { from } = september
  const lines = await linesOn(doing, life.reference, from)
  const split = must(
    await proposeShares(onDay(doing, priya, from), {
      reference: life.reference,
      organisation: life.walk.organisation,
      person: life.walk.folk.person,
      from,
      because: 'Section 117 is a duty of both',
      bodies: { health: life.walk.organisation, 'social-care': council },
      lines: lines.map(line => ({
        says: line.says,
        weekly: line.weekly,
        split: {
          key: line.line_key,
          way: 'percentage',
          parts: [
            { strand: 'health', part: 5_000n },
            { strand: 'social-care', part: 5_000n },
          ],
        },
      })),
    }),
  )
  must(await agreeToCarry(onDay(doing, sian, from), { split, body: council }))
  return plus(nothing, ...lines.map(({ weekly }) => weekly))
}

const weeklyOf = async (doing: Doing) => {
  const held = heldOn(await splitsOf(doing, life.reference), september.from)
  const of = (strand: string) => held?.totals.find(one => one.strand === strand)?.weekly ?? nothing
  return { health: of('health'), council: of('social-care') }
}

test('after-care by halves: the right reaches the NHS half, both halves to the penny', async () => {
  await trying(life.database, async doing => {
    const whole = await byHalves(doing)
    const { health, council } = await weeklyOf(doing)
    assert.equal(plus(health, council), whole)
    const reached = partsReached([
      { funder: 'nhs', weekly: health },
      { funder: 'council', weekly: council },
    ])
    assert.deepEqual([reached.reachedWeekly, reached.outsideWeekly], [health, council])
    assert.deepEqual([reached.reasonsOutside, reached.confidences], [['council-share'], ['statute-read']])
    const { ngozi } = life.place.staff
    const { millbrook, council: body } = life.place.organisations
    const fund = await balanceOf(doing, fundOf('QMB'))
    const paying = onDay(doing, ngozi, plainDate('2026-10-02'))
    must(await recharge(paying, { lead: millbrook, body, ...september }))
    const charged = await balanceOf(doing, fundOf('MBC-social-care'))
    assert.ok(charged < nothing)
    assert.equal(plus(await balanceOf(doing, fundOf('QMB')), charged), fund)
    samePicture('pictures/after-care-by-halves', await drawn(doing, life))
    assert.ok(isSound(await checkLedger(doing)))
  })
})

test('the council’s half is free of charge too: no contribution is taken', async () => {
  await trying(life.database, async doing => {
    await byHalves(doing)
    const { council } = await weeklyOf(doing)
    const asked = {
      reference: life.reference,
      organisation: life.walk.organisation,
      person: life.walk.folk.person,
      body: life.place.organisations.council,
      key: null,
      strand: 'social-care',
      kind: 'contribution',
      weekly: pence(1_000n),
      socialCare: council,
      councilAllows: false,
      from: september.from,
      because: 'Means test',
    } as const
    const { sian } = life.place.staff
    const answer = await contribute(onDay(doing, sian, september.from), asked)
    assert.deepEqual(answer.done ? [] : answer.because, ['after-care-is-free'])
  })
})

test('the letter of the decision says the right, and stays with the family', async () => {
  await doAs(life.database, life.walk.folk.self, async doing => {
    const found = await caseOf(doing, life.reference)
    assert.ok(found)
    const [letter] = (await lettersAbout(doing, found.request)).filter(({ kind }) => kind === 'decision')
    const words = JSON.stringify((await noticeOf(doing, letter?.id ?? ''))?.paragraphs)
    assert.match(words, /You have the right to have a personal health budget\. You get section 117/)
  })
})

async function whoSignsIn(actor: Actor): Promise<Someone> {
  const { rows } = await life.database.pool.query<{ user_id: string }>(
    'select user_id from access.actor where id = $1',
    [actor.id],
  )
  return { ...actor, user: rows[0]?.user_id ?? '' } as Someone
}

test('a council officer who asks for a contribution is told so, and what was typed stays', async () => {
  await doingIt(life.database, byHalves)
  const { sian } = life.place.staff
  const officer = await signedIn(await appOn(life.database), await whoSignsIn(sian))
  const answer = await officer.post(`/funding/${life.reference}/contributions`, {
    strand: 'social-care',
    kind: 'contribution',
    weekly: '45.20',
    because: 'Means test',
    'from-day': '1',
    'from-month': '9',
    'from-year': '2026',
  })
  assert.equal(answer.status, 422)
  assert.match(answer.html, /Section 117 after-care is free, also the council’s part/)
  assert.match(answer.html, /general knowledge; we have not read it in the law/)
  assert.match(answer.html, /45\.20/)
})
