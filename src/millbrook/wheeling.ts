import { addDays } from '../kernel/days.ts'
import { nothing, type Pence, pence } from '../kernel/money.ts'
import type { Doing } from '../platform/doing.ts'
import {
  agreeBudget,
  askNewLook,
  askRepair,
  assessChair,
  chooseWay,
  handBack,
  handOver,
  noteInvoice,
  notePromise,
  noteQuote,
  noteReceived,
  noteRepaired,
} from '../wheelchairs/public.ts'
import { supplierOf } from './ahead.ts'
import { askerOf } from './asking.ts'
import type { ChairStory } from './chair-story.ts'
import { must } from './must.ts'
import { chairStories, chairSuppliers } from './reference/wheelchairs.ts'
import type { Ago } from './types.ts'
import { as, leaderOf, type Place, referenceOf, type Walk, workerOf } from './walk.ts'

const pounds = (sum: number): Pence => pence(BigInt(Math.round(sum * 100)))

async function prepared(walk: Walk, story: ChairStory): Promise<void> {
  const [reference, doing] = [referenceOf(walk), as(walk, workerOf(walk), story.assessed)]
  const { voucher, quote, chosen } = story
  const what = `the chair of ${walk.life.name}`
  const written = {
    reference,
    referredOn: walk.place.calendar.day(walk.life.asks?.on ?? story.assessed),
    assessedOn: doing.today,
    assessor: 'Rhona Kerr, wheelchair service',
    standing: 'referred-and-eligible',
    need: story.need,
    chair: story.chair,
    value: pounds(story.pounds),
    repairYearly: pounds(story.repairYearly),
    voucherValue: voucher ? pounds(voucher.pounds) : null,
    voucherUntil: voucher ? addDays(doing.today, voucher.days) : null,
  } as const
  must(await assessChair(doing, written), what)
  if (quote !== undefined) {
    const [net, vat] = [pounds(quote.net), pounds(quote.vat)]
    const total = pence(net + vat)
    const validUntil = addDays(doing.today, 90)
    must(await noteQuote(doing, { ...quote, reference, net, vat, total, validUntil }), what)
  }
  for (const [giver, who, sum] of story.promised ?? [])
    must(await notePromise(doing, { reference, giver, who, amount: pounds(sum) }), what)
  if (chosen === undefined) return
  const [way, because] = chosen
  must(await chooseWay(doing, { reference, way, quote: quote ? 1 : null, because }), what)
}

async function handedOver(walk: Walk, story: ChairStory): Promise<void> {
  const reference = referenceOf(walk)
  const what = `the chair of ${walk.life.name}`
  if (story.agreed === undefined) return
  const agreeing = as(walk, leaderOf(walk), story.agreed)
  must(await agreeBudget(agreeing, { reference, startsOn: agreeing.today }), what)
  if (story.handed === undefined) return
  const { on, serial, gs1 } = story.handed
  const doing = as(walk, workerOf(walk), on)
  for (const place of (story.promised ?? []).keys())
    must(await noteReceived(doing, { reference, number: place + 1, on: doing.today }), what)
  const code = gs1 === undefined ? null : gs1.padStart(14, '0')
  must(await handOver(doing, { reference, on: doing.today, serial, gs1: code }), what)
}

async function billed(walk: Walk, story: ChairStory): Promise<void> {
  if (story.billed === undefined) return
  const { on, supplier, theirs, pounds: sum } = story.billed
  const doing = as(walk, workerOf(walk), on)
  const bill = { reference: referenceOf(walk), supplier, theirs, datedOn: doing.today, total: pounds(sum) }
  must(await noteInvoice(doing, bill), `the invoice for ${walk.life.name}`)
}

async function used(walk: Walk, story: ChairStory): Promise<void> {
  const reference = referenceOf(walk)
  const what = `the chair of ${walk.life.name}`
  const theirs = (on: Ago) => as(walk, askerOf(walk).actor, on)
  for (const [place, { on, words, done }] of (story.repairs ?? []).entries()) {
    must(await askRepair(theirs(on), { reference, words }), what)
    if (done === undefined) continue
    const doing = as(walk, workerOf(walk), done.on)
    const cost = done.pounds === 0 ? nothing : pounds(done.pounds)
    const by = { supplier: done.by ?? null, theirs: done.theirs ?? null }
    const mended = { reference, number: place + 1, on: doing.today, says: done.says, cost, ...by }
    must(await noteRepaired(doing, { ...mended, part: 'basic' }), what)
  }
  if (story.newLook !== undefined) {
    const [on, why, words] = story.newLook
    must(await askNewLook(theirs(on), { reference, why, words }), what)
  }
  if (story.back !== undefined) {
    const doing = as(walk, workerOf(walk), story.back[0])
    must(await handBack(doing, { reference, on: doing.today, because: story.back[1] }), what)
  }
}

/** The wheelchair service of Millbrook: from waiting to handing back. */
export async function wheel(doing: Doing, place: Place, walks: readonly Walk[]): Promise<void> {
  for (const supplier of chairSuppliers) await supplierOf({ doing, place }, supplier, -160)
  for (const walk of walks) {
    const story = chairStories[walk.life.name]
    if (story === undefined) continue
    const own = { ...walk, doing, place }
    await prepared(own, story)
    await handedOver(own, story)
    await billed(own, story)
    await used(own, story)
  }
}
