import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { agreementOn, endingOf } from '../../src/agreements/public.ts'
import { gatherAll, gatherLater } from '../../src/cases/public.ts'
import {
  askAdult,
  decideLine,
  joinBudget,
  moveBudget,
  note,
  planOf,
  receive,
  runsOf,
  shareStrands,
  writeLine,
} from '../../src/ehc/public.ts'
import { agreeToCarry, recharge } from '../../src/funding/public.ts'
import { addDays, type PlainDate, plainDate } from '../../src/kernel/days.ts'
import type { Reference } from '../../src/kernel/ids.ts'
import { plus } from '../../src/kernel/money.ts'
import { checkLedger, isSound } from '../../src/ledger/check.ts'
import { picture } from '../../src/ledger/picture.ts'
import { entriesOf } from '../../src/ledger/public.ts'
import { letDaysGoBy } from '../../src/millbrook/running.ts'
import { furtherBudget } from '../../src/millbrook/stage.ts'
import type { Life } from '../../src/millbrook/types.ts'
import { beginsOn, type Walk } from '../../src/millbrook/walk.ts'
import { agency, found, going, physio, voice } from '../../src/millbrook/words.ts'
import { heldOn, splitsOf } from '../../src/needs/public.ts'
import type { Actor, Doing } from '../../src/platform/doing.ts'
import { caseOf } from '../../src/requests/public.ts'
import { educationTests } from '../../src/rights/public.ts'
import { line } from '../ehc.ts'
import { doingIt, trying } from '../harness.ts'
import { must, onDay } from '../joint.ts'
import { samePicture } from '../ledger.ts'
import { founded, type Lived, told, walkedIn } from '../living.ts'

const on = plainDate
const words = voice({
  about: { 'most-important': 'The boats. I know them all by their horns.' },
  matters: 'To read the names on the boats by myself.',
  outcomes: [['I read aloud', 'The harbour master hears me', 'Mum, on Fridays']],
  risks: [['A fall on the quay', 'A hip', 'Somebody walks on the water side.']],
})
const tutor = going('2', 'Quay Tutors', { says: 'Reading tutor', when: 'Twice a week' })

/** Invented: a young person whom health, social care and education pay for together, until 18 and on. */
const iris: Life = {
  name: 'Iris Quill',
  born: '2008-07-01',
  home: ['2 Rope Walk', 'Millbrook', 'MB1 3EE'],
  path: 'ehc-plan',
  account: true,
  asks: {
    on: -420,
    by: 'online',
    words: 'Agreed in section J.',
    parts: [['Three strands', 'direct-payment', 220]],
  },
  upTo: 'signed',
  held: { holder: 'person' },
  assessed: found('I am good with boats.', ['Mobility', 'high', ''], ['Communication', 'high', '']),
  support: [
    physio('2', { says: 'Physiotherapy', when: 'Twice a month' }),
    agency('6', { says: 'Help after college', when: 'Three evenings' }),
    tutor,
  ],
  voice: words,
  banked: [],
}

/** The adult decision came five weeks after the 18th birthday; its budget begins as the child's ends. */
const grown: Life = {
  ...iris,
  path: 'adult-continuing-healthcare',
  asks: { on: -240, by: 'online', words: 'Care from 18', parts: [['Care from 18', null]] },
  days: { decided: -106, signed: -48 },
  answers: { 1: { granted: true, way: 'direct-payment' } },
  support: [agency('9', { says: 'Care at home', when: 'Every evening' }), tutor],
}

let life: Lived
let adult: Walk
let plan: Reference
let moves: PlainDate

type Step = (doing: Doing) => Promise<unknown>
const by = (doing: Doing, actor: Actor, day: string) => onDay(doing, actor, on(day))

/** The council's process, with a pause of four weeks without which the plan would have been late. */
async function process(doing: Doing): Promise<Reference> {
  const { sian, priya } = life.place.staff
  const { council, millbrook: health } = life.place.organisations
  const { person, self } = life.walk.folk
  const asked = { council, health, child: person, receivedOn: on('2025-02-10'), askedByName: 'Iris Quill' }
  const { reference } = must(await receive(by(doing, sian, '2025-02-10'), asked))
  const then = async (actor: Actor, day: string, fact: object) =>
    must(await note(by(doing, actor, day), { on: on(day), ...fact, reference } as Parameters<typeof note>[1]))
  await then(sian, '2025-03-20', { what: 'will-assess', words: 'Her reading' })
  await then(sian, '2025-03-24', { what: 'advice-asked', choice: 'health', who: 'NHS Millbrook ICB' })
  const pause = {
    what: 'pause',
    until: on('2025-05-04'),
    choice: 'absence',
    accepted: true,
    who: 'Sian Prosser',
  }
  await then(sian, '2025-04-07', pause)
  await then(priya, '2025-05-20', { what: 'advice-received', about: 2, words: 'Physiotherapy' })
  const lines: readonly (readonly [Actor, Parameters<typeof line>[0]])[] = [
    [priya, { yearly: 129_600n as never }],
    [sian, { strand: 'social-care', says: 'Help after college', yearly: 776_880n as never }],
    [sian, { strand: 'education', says: 'Reading tutor', yearly: 182_000n as never }],
  ]
  for (const [actor, one] of lines)
    must(await writeLine(by(doing, actor, '2025-06-02'), { reference, ...line(one) }))
  await then(sian, '2025-06-09', { what: 'draft-sent' })
  await then(self, '2025-06-16', { what: 'budget-asked', words: 'People I choose' })
  for (const [at, [actor]] of lines.entries()) {
    const decided = { reference, number: at + 1, answer: 'direct-payment', met: educationTests } as const
    must(await decideLine(by(doing, actor, '2025-07-01'), { ...decided, because: 'It meets her need' }))
  }
  await then(sian, '2025-07-14', { what: 'final-plan' })
  must(await joinBudget(by(doing, priya, '2025-10-01'), { reference, budget: life.reference }))
  return reference
}

/** The council agrees what was proposed for a budget. */
async function carried(doing: Doing, budget: string, day: PlainDate): Promise<void> {
  const split = (await splitsOf(doing, budget)).find(one => one.agreed_on === null)
  assert.ok(split)
  const body = life.place.organisations.council
  must(await agreeToCarry(onDay(doing, life.place.staff.sian, day), { split: split.id, body }))
}

async function shared(doing: Doing, budget: string, from: PlainDate): Promise<void> {
  const { priya } = life.place.staff
  must(await shareStrands(onDay(doing, priya, from), { reference: plan, from }))
  await carried(doing, budget, from)
}

/** Told early, the adult decision asked for at 17, decided at 18, signed by both, and moved. */
async function moved(doing: Doing): Promise<void> {
  const { sian, priya, tom } = life.place.staff
  const early = { what: 'early-indication', who: 'Sian Prosser', words: 'What adults may get' } as const
  must(await note(by(doing, sian, '2025-11-03'), { ...early, on: on('2025-11-03'), reference: plan }))
  const asked = must(
    await askAdult(by(doing, priya, '2026-03-25'), { reference: plan, words: 'Care from 18' }),
  )
  const request = await caseOf(doing, asked)
  assert.ok(request)
  adult = await furtherBudget({ ...life.walk, doing }, grown, { id: request.request, reference: asked })
  moves = beginsOn(grown, life.place)
  const refusedBefore = await moveBudget(by(doing, tom, '2026-10-02'), { reference: plan, on: moves })
  assert.deepEqual(refusedBefore.done ? [] : refusedBefore.because, ['not-both-signed'])
  for (const [actor, what] of [
    [sian, 'handover-childrens'],
    [priya, 'handover-adults'],
  ] as const)
    must(await note(by(doing, actor, '2026-10-02'), { what, on: moves, reference: plan }))
  must(await moveBudget(by(doing, tom, '2026-10-02'), { reference: plan, on: moves }))
}

before(async () => {
  life = await walkedIn(await founded(), iris, 1)
  const quietly = (work: Step) =>
    doingIt(life.database, async doing => {
      await gatherLater(doing)
      await work(doing)
    })
  await quietly(async doing => {
    plan = await process(doing)
    await shared(doing, life.reference, beginsOn(iris, life.place))
  })
  await quietly(moved)
  await letDaysGoBy(quietly, { place: life.place, walks: [life.walk, adult], atOnce: 1 })
  await quietly(async doing => {
    await shared(doing, adult.request?.reference ?? '', moves)
    const { ngozi } = life.place.staff
    const { millbrook: lead, council: body } = life.place.organisations
    const from = beginsOn(iris, life.place)
    const until = addDays(moves, -1)
    must(await recharge(onDay(doing, ngozi, addDays(moves, 3)), { lead, body, from, until }))
    await gatherAll(doing)
  })
})

test('with the pause the plan was in time; without it, two weeks late', async () => {
  await trying(life.database, async doing => {
    const found = await planOf(doing, plan)
    assert.ok(found)
    const final = runsOf(found, { continuingCare: false }).find(run => run.clock === 'EHC-FINAL')
    assert.deepEqual([final?.due, final?.withPause, final?.met], ['2025-06-30', '2025-07-28', '2025-07-14'])
  })
})

test('each line goes to the strand that agreed it, and after the move only education stays', async () => {
  await trying(life.database, async doing => {
    const strands = async (budget: string, day: PlainDate) => {
      const held = heldOn(await splitsOf(doing, budget), day)
      return new Map(held?.totals.map(one => [one.strand, one.weekly]))
    }
    const before18 = await strands(life.reference, beginsOn(iris, life.place))
    assert.deepEqual([...before18.keys()].sort(), ['education', 'health', 'social-care'])
    assert.equal(before18.get('social-care'), 14_940n)
    assert.equal(before18.get('education'), 3_500n)
    const after = await strands(adult.request?.reference ?? '', moves)
    assert.deepEqual([...after.keys()].sort(), ['education', 'health'])
  })
})

test('the money goes on at 18 while the adult decision is open, and moves without a gap', async () => {
  await trying(life.database, async doing => {
    const ended = await endingOf(doing, life.reference)
    assert.equal(ended?.ends_on, addDays(moves, -1))
    const adults = adult.request?.reference ?? ''
    for (let day = beginsOn(iris, life.place); day <= told; day = addDays(day, 1)) {
      const budget = day < moves ? life.reference : adults
      assert.ok(await agreementOn(doing, budget, day), day)
    }
    const entries = await entriesOf(doing, { person: life.walk.folk.person })
    for (const { postings } of entries) assert.equal(plus(...postings.map(one => one.pence)), 0n)
    assert.ok(isSound(await checkLedger(doing)))
    const drawn = [...entries].sort((a, b) =>
      a.effectiveOn + a.because < b.effectiveOn + b.because ? -1 : 1,
    )
    // Named before it is drawn: columns stand in the order of their names, and references are random.
    const named = drawn.map(one => ({
      ...one,
      postings: one.postings.map(({ account, ...rest }) => ({
        ...rest,
        account: account
          .replace(life.reference, 'PHB-CHIL-D00')
          .replace(adults, 'PHB-ADUL-T00') as typeof account,
      })),
    }))
    samePicture('pictures/three-strands-until-18-and-on', picture(named))
  })
})
