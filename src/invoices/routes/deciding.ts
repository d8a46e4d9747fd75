import type { Route } from '../../access/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Answer, type Asked, type FieldError, notFound } from '../../platform/route.ts'
import { decideLines, type ProblemAt } from '../actions/decide.ts'
import { mayDecide } from '../actions/kept.ts'
import { settleLine } from '../actions/settle.ts'
import { decisionField, readDecisions, readSettlement } from '../forms.ts'
import { decidePage } from '../pages/decide.tsx'
import { settlePage } from '../pages/settle.tsx'
import type { Budget } from '../queries/budget.ts'
import { figuresOf, planLines } from '../queries/budget.ts'
import { findingsOf } from '../queries/facts.ts'
import { type DecideProblem, decideSays, type SettleProblem, settleSays } from '../rules/deciding.ts'
import { payerOn, planLineOn } from '../rules/plan.ts'
import { lineStanding } from '../rules/standing.ts'
import type { Line } from '../types.ts'
import { nothingWrong, type SeenInvoice, seenOne, type Wrong } from './seeing.ts'

type Found = SeenInvoice & { readonly budget: Budget }
const addressOf = ({ invoice }: Found): string => `/invoices/${invoice.reference}/${invoice.number}`
const openOf = ({ invoice }: Found): readonly Line[] => invoice.lines.filter(line => line.decided === null)

/** The invoice of an address for staff of its ICB; else null. */
async function toDecide(doing: Doing, asked: Asked): Promise<Found | null> {
  const found = await seenOne(doing, asked, 'invoice-decision')
  if (found === null || found.budget === null || !mayDecide(doing, found.invoice)) return null
  return { ...found, budget: found.budget }
}

async function deciding(doing: Doing, found: Found, wrong: Wrong): Promise<Answer> {
  const { invoice, budget, strip } = found
  const findings = await findingsOf(doing, invoice, budget)
  const plan = await planLines(doing, budget.reference)
  const open = openOf(found).map(line => ({
    line,
    findings: findings.get(line.id) ?? [],
    planLine: planLineOn(plan, line.lineKey, line.on)?.says ?? null,
    pays: payerOn(plan, line.lineKey, line.on),
  }))
  return decidePage({
    invoice,
    open,
    figures: await figuresOf(doing, invoice.organisation, invoice.datedOn),
    ...strip,
    ...wrong,
  })
}

async function showDeciding(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await toDecide(doing, asked)
  if (found === null) return notFound
  return openOf(found).length === 0 ? addressOf(found) : deciding(doing, found, nothingWrong)
}

const nameOf: Partial<Record<DecideProblem, 'decision' | 'sum' | 'because'>> = {
  'sum-not-in-line': 'sum',
  'say-why-disputed': 'because',
  'say-why-accepted': 'because',
}
const errorOf = (first: number, { place, problem }: ProblemAt): FieldError => ({
  field: decisionField(nameOf[problem] ?? 'decision', place ?? first),
  says: place === null ? decideSays[problem] : `Line ${place}: ${decideSays[problem]}`,
})

async function decide(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await toDecide(doing, asked)
  if (found === null) return notFound
  const open = openOf(found)
  const [first] = open
  if (first === undefined) return addressOf(found)
  const again = (errors: readonly FieldError[]) => deciding(doing, found, { typed: asked.form, errors })
  const read = readDecisions(asked.form, open)
  if (!read.ok) return again(read.errors)
  const { reference, number } = found.invoice
  const made = await decideLines(doing, { reference, number, lines: read.value })
  if (made.done) return `${addressOf(found)}?done=decided`
  return 'at' in made ? again(made.at.map(one => errorOf(first.place, one))) : notFound
}

async function lineToSettle(doing: Doing, asked: Asked) {
  const found = await toDecide(doing, asked)
  const line = found?.invoice.lines.find(({ place }) => String(place) === asked.at['line'])
  return found && line ? { found, line } : null
}

async function showSettling(doing: Doing, asked: Asked): Promise<Answer> {
  const all = await lineToSettle(doing, asked)
  if (all === null) return notFound
  const { found, line } = all
  if (lineStanding(line) !== 'in-dispute') return addressOf(found)
  return settlePage({ invoice: found.invoice, line, ...found.strip, ...nothingWrong })
}

const settleAt: Partial<Record<SettleProblem, string>> = {
  'sum-not-in-dispute': 'part',
  'credit-not-in-dispute': 'credit',
  'credit-number-missing': 'credit-number',
  'say-how': 'because',
}

async function settle(doing: Doing, asked: Asked): Promise<Answer> {
  const all = await lineToSettle(doing, asked)
  if (all === null) return notFound
  const { invoice, strip } = all.found
  const again = (errors: readonly FieldError[]) =>
    settlePage({ invoice, line: all.line, ...strip, typed: asked.form, errors })
  const read = readSettlement(asked.form)
  if (!read.ok) return again(read.errors)
  const { reference, number } = invoice
  const made = await settleLine(doing, { reference, number, place: all.line.place, ...read.value })
  if (made.done) return `${addressOf(all.found)}?done=settled`
  return again(
    made.because.map(reason => ({ field: settleAt[reason] ?? 'outcome', says: settleSays[reason] })),
  )
}

const at = '/invoices/:reference/:number' as const
export const decidingRoutes: readonly Route[] = [
  { at: `GET ${at}/decisions`, allow: 'invoices.decide', handle: showDeciding },
  { at: `POST ${at}/decisions`, allow: 'invoices.decide', handle: decide },
  { at: `GET ${at}/lines/:line/settlement`, allow: 'invoices.decide', handle: showSettling },
  { at: `POST ${at}/lines/:line/settlement`, allow: 'invoices.decide', handle: settle },
]
