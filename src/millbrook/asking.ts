import { type Pence, pence } from '../kernel/money.ts'
import { sendMessage } from '../notices/public.ts'
import type { Actor } from '../platform/doing.ts'
import {
  addEvidence,
  allocate,
  answerReconsideration,
  askFor,
  askReconsideration,
  decide,
  type Part,
  partsOf,
  recordOffer,
  withdraw,
} from '../requests/public.ts'
import { must } from './must.ts'
import type { Answer, Asks, Life } from './types.ts'
import { as, daysOf, leaderOf, referenceOf, type Walk, workerOf } from './walk.ts'

/** An offer that staff made, and what was said to it. */
export async function offered(walk: Walk): Promise<Walk> {
  const { offer, name, path } = walk.life
  if (!offer) return walk
  const { said, because, how, on } = offer
  const doing = as(walk, workerOf(walk), Math.min(0, on + 5))
  const made = await recordOffer(doing, {
    organisation: walk.organisation,
    person: walk.folk.person,
    pathway: path,
    madeOn: walk.place.calendar.day(on),
    how,
    ...(said ? { said } : {}),
    reason: because ?? null,
  })
  must(made, `an offer to ${name}`)
  return walk
}

type Asker = {
  readonly actor: Actor
  readonly relation: 'myself' | 'parent' | 'representative' | 'professional' | 'other'
}

/** Who asks: the person, somebody of the family by name, or the nurse. */
export function askerOf({ life, folk, place }: Walk): Asker {
  const who = life.asks?.who
  if (who === undefined) return { actor: folk.self, relation: 'myself' }
  if (who === 'nurse') return { actor: place.staff.nurse, relation: 'professional' }
  const relative = life.family?.find(({ name }) => name === who)
  const actor = folk.relatives.find(({ name }) => name === who)?.actor ?? folk.self
  const kind = relative?.kind
  return { actor, relation: kind === 'parent' || kind === 'representative' ? kind : 'other' }
}

const pounds = (sum: number | undefined): Pence | null =>
  sum === undefined ? null : pence(BigInt(Math.round(sum * 100)))

const wanted = (asks: Asks) =>
  asks.parts.map(([says, askedWay, sum]) => ({ says, askedWay, weekly: pounds(sum) }))

export async function asked(walk: Walk): Promise<Walk> {
  const { life, folk, organisation } = walk
  if (!life.asks) return walk
  const { actor, relation } = askerOf(walk)
  const staff = life.asks.by === 'telephone' || life.asks.by === 'letter'
  const doing = as(walk, staff ? workerOf(walk) : actor, life.asks.on)
  const one = must(
    await askFor(
      doing,
      {
        organisation,
        person: folk.person,
        pathway: life.path,
        reachedBy: life.asks.by,
        askedBy: { name: actor.name, relation },
        words: life.asks.words,
        parts: wanted(life.asks),
        relation: staff ? 'myself' : relation,
        basis: null,
        asker: { name: actor.name },
      },
      staff ? 'staff' : relation === 'professional' ? 'referrer' : 'themselves',
    ),
    `the request of ${life.name}`,
  )
  return { ...walk, request: { id: one.request, reference: one.reference } }
}

export async function taken(walk: Walk): Promise<Walk> {
  const worker = workerOf(walk)
  const doing = as(walk, leaderOf(walk), daysOf(walk.life).taken)
  must(
    await allocate(doing, { reference: referenceOf(walk), to: worker.id }),
    `giving ${walk.life.name} a worker`,
  )
  return walk
}

const evidence = {
  'adult-continuing-healthcare': [
    'eligibility-letter',
    'Eligible for NHS continuing healthcare since the full assessment; the letter is on file.',
  ],
  'fast-track': [
    'fast-track-form',
    'Signed by the consultant: a rapidly worsening condition that may be near its end.',
  ],
  'childrens-continuing-care': [
    'panel-decision',
    'The children’s panel agreed a package of continuing care.',
  ],
  'section-117': [
    'professional',
    'The discharge papers name the section. The hospital planned after-care with us and the council.',
  ],
  'learning-disability-autism': [
    'professional',
    'The community learning disability nurse wrote what health care is needed every week.',
  ],
} as const
const unsure = ['conversation', 'We talked about which care this is.'] as const

export async function shownEligible(walk: Walk): Promise<Walk> {
  const [kind, note] = evidence[walk.life.path as keyof typeof evidence] ?? unsure
  const days = daysOf(walk.life)
  const doing = as(walk, workerOf(walk), days['shown-eligible'])
  const datedOn = walk.place.calendar.day(days.asked - 20)
  must(await addEvidence(doing, { reference: referenceOf(walk), kind, datedOn, note }), 'evidence')
  return walk
}

/** Each part as it was asked for, unless the life says otherwise. */
const answersTo = (parts: readonly Part[], answers: Readonly<Record<number, Answer>> | undefined) =>
  parts.map(({ id, place, askedWay, weekly }) => {
    const said = answers?.[place] ?? { granted: true }
    const way = said.way ?? askedWay ?? 'notional'
    return {
      part: id,
      granted: said.granted,
      decidedWay: said.granted ? way : null,
      weekly,
      reason: said.because ?? null,
    }
  })

export async function decided(walk: Walk): Promise<Walk> {
  const { life } = walk
  const doing = as(walk, workerOf(walk), daysOf(life).decided)
  const parts = answersTo(await partsOf(doing, idOf(walk)), life.answers)
  const summary = life.summary ?? ''
  const fact = life.fact ?? null
  const decision = { reference: referenceOf(walk), seen: 0, pathway: sureOf(life), fact, parts, summary }
  must(await decide(doing, decision), `the decision for ${life.name}`)
  return walk
}

const idOf = ({ request, life }: Walk) => {
  if (request === null) throw new Error(`${life.name} has not asked yet`)
  return request.id
}

const sureOf = ({ path }: Life) => (path === 'not-sure' ? 'adult-continuing-healthcare' : path)

export async function withdrawn(walk: Walk): Promise<Walk> {
  const { withdrawn: gone, name } = walk.life
  if (!gone) return walk
  const doing = as(walk, askerOf(walk).actor, gone.on)
  must(
    await withdraw(doing, { reference: referenceOf(walk), because: gone.because }),
    `withdrawing for ${name}`,
  )
  return walk
}

/** Asked to look again, and answered by somebody else. */
export async function again(walk: Walk): Promise<Walk> {
  const { again: more, name } = walk.life
  if (!more) return walk
  const reference = referenceOf(walk)
  const asking = as(walk, askerOf(walk).actor, more.on)
  const { id } = must(
    await askReconsideration(asking, { reference, words: more.words }),
    `${name} asking again`,
  )
  if (!more.answer) return walk
  const { outcome, reasons, answers, on } = more.answer
  const doing = as(walk, leaderOf(walk), on)
  const parts = answersTo(await partsOf(doing, idOf(walk)), answers)
  const answer = { reference, reconsideration: id, outcome, reasons }
  must(
    await answerReconsideration(doing, outcome === 'changed' ? { ...answer, parts } : answer),
    `answering ${name} again`,
  )
  return walk
}

/** Messages between the family and the team, in the order of their days. */
export async function messages(walk: Walk): Promise<Walk> {
  for (const [on, from, words] of walk.life.says ?? []) {
    const actor = from === 'team' ? workerOf(walk) : askerOf(walk).actor
    await sendMessage(as(walk, actor, on), { about: referenceOf(walk), words })
  }
  return walk
}
