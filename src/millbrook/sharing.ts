import { agreeToCarry, proposeShares, raiseDispute, recharge, settleDispute } from '../funding/public.ts'
import { addDays, addMonths, earlier, type PlainDate, plainDate } from '../kernel/days.ts'
import { type LineKey, type LineSplit, latestSum, linesOf, type Strand, strands } from '../needs/public.ts'
import type { Actor, Doing } from '../platform/doing.ts'
import { must } from './must.ts'
import { type Disputed, type Shared, shared } from './reference/joint.ts'
import { type Place, referenceOf, type Walk } from './walk.ts'

type At = { readonly doing: Doing; readonly place: Place }

const firstOfMonth = ({ calendar }: Place, ago: number): PlainDate =>
  addMonths(plainDate(`${calendar.today.slice(0, 7)}-01`), -ago)
const lastOfMonth = (place: Place, ago: number): PlainDate => addDays(firstOfMonth(place, ago - 1), -1)

/** Somebody on a day, or today where that day has not come yet. */
const on = ({ doing, place }: At, actor: Actor, day: PlainDate): Doing => {
  const today = earlier(day, place.calendar.today)
  return { ...doing, actor, today, now: place.calendar.momentOf(today) }
}

type Line = { readonly key: LineKey; readonly says: string }

function splitOf(key: LineKey, parts: Shared['lines'][number] = {}): LineSplit {
  const others = strands.flatMap(strand => {
    const part = strand === 'health' ? undefined : parts[strand]
    return part === undefined ? [] : [{ strand, part: BigInt(part) * 100n }]
  })
  const rest = 10_000n - others.reduce((sum, { part }) => sum + part, 0n)
  const [only] = others
  if (only === undefined) return { key, way: 'whole', parts: [{ strand: 'health', part: 1n }] }
  if (rest === 0n && others.length === 1)
    return { key, way: 'whole', parts: [{ strand: only.strand, part: 1n }] }
  return { key, way: 'percentage', parts: rest > 0n ? [{ strand: 'health', part: rest }, ...others] : others }
}

/** Who carries which share, from the first day of the month before last; agreed by the council's officer. */
async function sharedOut(at: At, walk: Walk, one: Shared): Promise<readonly Line[]> {
  const { place } = at
  const { council } = place.organisations
  const from = firstOfMonth(place, one.proposed ? -1 : 2)
  const written = one.proposed ? place.calendar.today : addDays(from, -12)
  const doing = on(at, place.staff.priya, written)
  const reference = referenceOf(walk)
  const sum = await latestSum(doing, reference)
  const lines = sum === null ? [] : linesOf(sum.lines)
  const named = new Set<Strand>(Object.values(one.lines).flatMap(parts => Object.keys(parts) as Strand[]))
  const split = must(
    await proposeShares(doing, {
      reference,
      organisation: walk.organisation,
      person: walk.folk.person,
      from,
      because: one.because,
      bodies: {
        health: walk.organisation,
        ...Object.fromEntries([...named].map(strand => [strand, council])),
      },
      lines: lines.map(({ key, says, weekly }, place_) => ({
        says,
        weekly,
        split: splitOf(key, one.lines[place_ + 1]),
      })),
    }),
    `the shares of ${one.life}`,
  )
  if (!one.proposed)
    must(
      await agreeToCarry(on(at, place.staff.sian, addDays(from, -6)), { split, body: council }),
      `the council’s word for ${one.life}`,
    )
  return lines
}

async function disputed(at: At, walk: Walk, one: Disputed, lines: readonly Line[]): Promise<void> {
  const { place } = at
  const { council } = place.organisations
  const [first, last] = one.months
  const from = firstOfMonth(place, first)
  const line = lines[one.line - 1]
  if (line === undefined) throw new Error(`${walk.life.name} has no line ${one.line}`)
  const raised = on(at, place.staff.sian, addDays(from, 17))
  const dispute = must(
    await raiseDispute(raised, {
      reference: referenceOf(walk),
      organisation: walk.organisation,
      person: walk.folk.person,
      body: council,
      key: line.key,
      says: line.says,
      strand: one.strand,
      from,
      until: lastOfMonth(place, last ?? -1),
      interim: one.interim === 'body' ? council : walk.organisation,
      because: one.because,
    }),
    `a dispute about ${walk.life.name}`,
  )
  if (one.settled === undefined) return
  const [part, because] = one.settled
  const settled = { reference: referenceOf(walk), dispute, hundredths: part * 100, because }
  await charged(at, first)
  must(
    await settleDispute(on(at, place.staff.helen, addDays(from, 50)), settled),
    `settling it for ${walk.life.name}`,
  )
}

/** The council is charged for a month that is over, on the eighth of the next. */
async function charged(at: At, month: number): Promise<void> {
  const { place } = at
  const [lead, body] = [place.organisations.millbrook, place.organisations.council]
  const period = { from: firstOfMonth(place, month), until: lastOfMonth(place, month) }
  const doing = on(at, place.staff.ngozi, addDays(period.until, 8))
  must(await recharge(doing, { lead, body, ...period }), 'a recharge')
}

/** Joint funding: shares, a month charged with a dispute that was settled, one with an open dispute. */
export async function shareOut(doing: Doing, place: Place, walks: readonly Walk[]): Promise<void> {
  const at = { doing, place }
  const disputes: (() => Promise<void>)[] = []
  for (const one of shared) {
    const walk = walks.find(({ life }) => life.name === one.life)
    if (walk === undefined) throw new Error(`nobody is called ${one.life}`)
    const lines = await sharedOut(at, walk, one)
    const { dispute } = one
    if (dispute) disputes.push(() => disputed(at, walk, dispute, lines))
  }
  for (const raise of disputes) await raise()
  await charged(at, 1)
}
