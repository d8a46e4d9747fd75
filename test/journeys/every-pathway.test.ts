import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type PlainDate, plainDate } from '../../src/kernel/days.ts'
import {
  factQuestions,
  factTold,
  findRule,
  type Pathway,
  pathways,
  type RightAnswer,
  rightOn,
  sayRight,
} from '../../src/rights/public.ts'
import { ageFor } from '../any-life.ts'
import { someone } from '../harness.ts'
import { openSite, type Site } from './browser.ts'
import { dayFields } from './cast.ts'
import { nothingFound } from './checker.ts'
import type { Visit } from './visit.ts'

const phone = { device: 'phone', script: false } as const
const granted = 'A helper whom I choose'
const refused = 'Singing lessons'
const whyRefused = 'The council pays for the singing already.'

type Walk = {
  readonly pathway: Pathway
  readonly child: boolean
  readonly name: string
  readonly born: PlainDate
  readonly today: PlainDate
  /** The answer that staff find to what the right asks; null where it asks nothing. */
  readonly fact: string | null
  /** What the rules say as long as nobody has answered what the right asks, and what they say after. */
  readonly before: RightAnswer
  readonly after: RightAnswer
}

function walkOf(pathway: Pathway, today: PlainDate): Walk {
  const { id, group: cohort, asks } = pathway
  const age = ageFor(pathway)
  const born = plainDate(`${Number(today.slice(0, 4)) - age - 1}-12-31`)
  const fact = asks === null ? null : (factQuestions[asks].answers[0]?.[0] ?? assert.fail(asks))
  const told = (answer: string | null) =>
    rightOn({ born, cohorts: [{ cohort, from: today, until: null, ...factTold(asks, answer) }] }, today)
  const name = `Robin ${id.replaceAll('-', ' ')}`
  return { pathway, child: age < 16, name, born, today, fact, before: told(null), after: told(fact) }
}

/** The page says the sentence of this right, and the law is called upon only where there is one. */
async function saysTheRight(visit: Visit, { right, legalRight }: RightAnswer): Promise<void> {
  await visit.sees(sayRight(right))
  if (!legalRight) await visit.doesNotSee(/you have the right/i)
  if (right !== 'right-to-have') await visit.doesNotSee(/you have the right to have/i)
}

const aboutThem = ({ child, name, born, pathway }: Walk): readonly (readonly [string, Answers])[] => [
  ['for-whom', { forWhom: child ? 'child' : 'myself' }],
  ...(child ? ([['your-name', { yourName: 'Alex Weld' }]] as const) : []),
  ['name', { fullName: name, preferredName: '' }],
  ['birth', dayFields('bornOn', born)],
  ['nhs-number', { nhsNumber: '' }],
  ['address', { address1: '3 Mill Cottages', town: 'Upper Fern', postcode: 'MB5 1GE' }],
  ['reach', { telephone: '01632 960 455' }],
  ['communication', {}],
  ['care', { care: pathway.id }],
]
type Answers = Readonly<Record<string, string>>

const aboutTheCare = ({ ways: [way = 'notional'] }: Pathway): readonly (readonly [string, Answers])[] => [
  ['icb', { icb: 'QMB' }],
  ['words', { words: 'To be helped by somebody who knows me.' }],
  ['way', { way }],
  ['parts', { 'says-1': granted, 'weekly-1': '120', 'says-2': refused, 'weekly-2': '20' }],
]

/** Asked on line, one thing a page: the answer is the reference of the request. */
async function asks(asker: Visit, walk: Walk): Promise<string> {
  const answer = async (questions: readonly (readonly [string, Answers])[]) => {
    for (const [question, typed] of questions) {
      assert.equal(asker.at, `/requests/new/${question}`)
      await asker.send(typed, 'Save and go on')
    }
  }
  await asker.goTo('/requests/new')
  await asker.follow('Start now')
  await answer(aboutThem(walk))
  assert.equal(asker.at, '/requests/new/right')
  await saysTheRight(asker, walk.before)
  await asker.follow(/go on|continue/i)
  await answer(aboutTheCare(walk.pathway))
  await asker.sees('Check your answers', walk.name, walk.pathway.name, granted)
  await asker.press('Send the request')
  await asker.sees('Your reference', 'What happens next', /expect a decision by|No day is set/)
  const reference = /PHB-.{4}-.{3}/.exec(asker.at)?.[0] ?? assert.fail(asker.at)
  await asker.goTo(`/requests/${reference}`)
  await asker.sees('Where your request is', walk.pathway.name, 'Nobody yet')
  return reference
}

async function takesIt(priya: Visit, { name, pathway, today }: Walk, reference: string): Promise<void> {
  await priya.goTo(`/requests?find=${reference}`)
  await priya.sees(name)
  await priya.goTo(`/requests/${reference}`)
  await priya.press('Take this case')
  const note = `It shows that this is ${pathway.name}.`
  await priya.send({ kind: 'professional', note, ...dayFields('dated', today) }, 'Add the evidence')
  await priya.sees(note)
}

/** Decided with what the right asks; the letter is read before it goes. */
async function decides(priya: Visit, { pathway, fact, after }: Walk, reference: string): Promise<void> {
  const [way = 'notional'] = pathway.ways
  await priya.goTo(`/requests/${reference}/decision`)
  const decision = { pathway: pathway.id, 'way-1': way, 'way-2': 'refused', 'reason-2': whyRefused }
  if (fact !== null && pathway.asks !== null) {
    await priya.send(decision, 'See the letter before it goes')
    await priya.sees('There is a problem', factQuestions[pathway.asks].missing)
    await priya.stillHolds('reason-2', whyRefused)
  }
  const found = fact === null ? {} : { [`fact-${pathway.id}`]: fact }
  await priya.send({ ...decision, ...found }, 'See the letter before it goes')
  await priya.sees('Nothing is decided yet', whyRefused)
  await saysTheRight(priya, after)
  await priya.press('Decide and send the letter')
  await priya.sees('art granted')
}

/** The letter: what was decided, by which right, where that is written, how sure we are, how to ask again. */
async function readsIt(asker: Visit, { pathway, after }: Walk, reference: string): Promise<void> {
  await asker.goTo(`/requests/${reference}`)
  await asker.sees('Your request: part granted', 'Ask us to look at this again', whyRefused)
  await asker.goTo('/notices')
  await asker.follow(/Part granted/)
  await saysTheRight(asker, after)
  await asker.sees(`${pathway.name.toLowerCase()}.`, granted, whyRefused, 'If you think this is wrong')
  await asker.sees('Ask us to look at this again', 'somebody other than', 'Priya Nair')
  assert.ok(after.rules.length > 0, 'a rule stands behind every right')
  for (const rule of after.rules) await asker.sees(findRule(rule).says, findRule(rule).source.title)
  await asker.goTo(`/requests/${reference}/reconsideration`)
  await asker.sees('Somebody other than the one who decided')
}

let site: Site
let today: PlainDate
before(async () => {
  site = await openSite()
  const now = await site.one<{ today: PlainDate }>(
    `select (platform.now() at time zone 'Europe/London')::date::text as today`,
  )
  today = now.today
})
after(nothingFound)

// A new file in src/rights/pathways is walked without another change here.
const only = process.env.OPENPHB_PATHWAY
const open = pathways.filter(({ id, steps }) => steps.includes('decide') && (only ?? id) === id)
for (const pathway of open)
  test(`${pathway.name}: asked for, decided and read, on a phone without scripts`, async () => {
    const walk = walkOf(pathway, today)
    const account = await someone(site.database, { name: walk.child ? 'Alex Weld' : walk.name })
    const asker = await site.open({ ...phone, as: account.user })
    const reference = await asks(asker, walk)
    const priya = await site.open({ ...phone, as: 'priya.nair@millbrook-icb.example' })
    await takesIt(priya, walk, reference)
    await decides(priya, walk, reference)
    await readsIt(asker, walk, reference)
    nothingFound()
  })
