import { may, record } from '../../access/public.ts'
import { type Agreement, newestAgreement } from '../../agreements/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { addDays, addMonths, type PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import { linesOn } from '../../plans/public.ts'
import { type Doing, theService } from '../../platform/doing.ts'
import { dues } from '../queries/dues.ts'
import { supplierKey } from '../rules/supplier.ts'
import { here } from '../tables.ts'
import type { ProposalId, ProposalKind } from '../types.ts'

export type NewProposal = {
  readonly reference: string
  readonly what: ProposalKind
  /** The sum; of what is agreed ahead the ceiling. */
  readonly amount: Pence
  /** The day it is due; of what is agreed ahead the first day. */
  readonly from: PlainDate
  readonly because: string
  /** It cannot wait: it stands on top of what waits for a second person. */
  readonly urgent?: boolean
  /** An advance: in how many payments it is taken off, and below which sum none of them goes. */
  readonly parts?: number
  readonly floor?: Pence
  /** Agreed ahead: to whom, how many times at most, until which day. */
  readonly supplier?: string
  /** The line of the plan that it is for; what is paid to the holder may be for no single one. */
  readonly line?: string | null
  readonly mostTimes?: number
  readonly until?: PlainDate
}

export const proposeSays = {
  'role-may-not': 'Only a case worker or a finance officer may propose this.',
  'no-agreement': 'We know no signed agreement with this reference.',
  'amount-is-nothing': 'Enter a sum above nothing.',
  'say-why': 'Say what it is for, in a sentence for the family.',
  'nobody-to-pay': 'This budget has no part that is paid to its holder.',
  'parts-missing': 'Say in how many payments it is taken off, 1 to 24.',
  'past-the-year':
    'So many payments are not left in this budget’s year. Its last one would be short: take it off in fewer.',
  'floor-missing': 'Say below which sum no payment goes, at least a penny.',
  'no-supplier': 'Enter whoever is paid.',
  'no-such-line': 'Choose a line of the plan that the NHS pays itself.',
  'not-the-holders-line': 'Choose a line of the plan whose money goes to the holder.',
  'times-missing': 'Say how many times at most, 1 to 1,000.',
  'ends-before-it-begins': 'The last day is before the first.',
} as const
export type ProposeReason = keyof typeof proposeSays

/**
 * Proposes a payment that somebody else has to agree to: once, an emergency advance that is taken off the
 * payments to come, or something agreed ahead up to a ceiling. Nothing is owed and nothing told by it.
 */
export async function propose(doing: Doing, asked: NewProposal): Promise<Done<ProposalId, ProposeReason>> {
  const agreement = await newestAgreement(doing, asked.reference)
  const own = [...whyNot(doing, asked, agreement), ...(await aboutLine(doing, asked, agreement))]
  const reasons = own.length > 0 || agreement === null ? own : await aboutYear(doing, asked, agreement)
  if (reasons.length > 0 || agreement === null) return refused(...reasons)
  const id = newId<'proposed payment'>()
  const repeat = asked.what === 'repeat'
  await here(doing)
    .db.insertInto('payments.proposal')
    .values({
      id,
      organisation_id: agreement.organisation_id,
      person_id: agreement.person_id,
      reference: agreement.reference,
      agreement_id: agreement.id,
      what: asked.what,
      part: repeat ? 'notional' : (paidPart(agreement) ?? 'direct-payment'),
      amount: asked.amount,
      from_on: asked.from,
      until_on: repeat ? (asked.until ?? null) : null,
      parts: asked.what === 'emergency' ? (asked.parts ?? null) : null,
      floor: asked.what === 'emergency' ? (asked.floor ?? null) : null,
      supplier: repeat ? (asked.supplier?.trim() ?? null) : null,
      line_key: asked.line || null,
      urgent: asked.urgent ?? false,
      most_times: repeat ? (asked.mostTimes ?? null) : null,
      because: asked.because.trim(),
      who: doing.actor.id,
      who_name: doing.actor.name,
      on_day: doing.today,
    })
    .execute()
  await record(doing, {
    happened: 'payment-proposed',
    organisation: agreement.organisation_id,
    person: agreement.person_id,
    to: id,
    because: asked.because.trim(),
    details: {
      reference: agreement.reference,
      what: asked.what,
      amount: asked.amount,
      urgent: asked.urgent ?? false,
    },
  })
  return done(id)
}

/** The part that goes to whoever holds the budget; null where the NHS pays all of it itself. */
export function paidPart(agreement: Agreement) {
  if (agreement.weekly_direct > nothing) return 'direct-payment' as const
  return agreement.weekly_third_party > nothing ? ('third-party' as const) : null
}

/** Case workers propose what is paid once; what is paid again without asking is finance's to propose. */
export const mayPropose = (doing: Doing, what: ProposalKind): boolean =>
  may(doing, what === 'repeat' ? 'payments.prepare' : 'payments.propose')

const between = (number: number | undefined, most: number): boolean =>
  number !== undefined && Number.isInteger(number) && number >= 1 && number <= most

function whyNot(doing: Doing, asked: NewProposal, agreement: Agreement | null): readonly ProposeReason[] {
  const { what } = asked
  const checks: readonly (readonly [boolean, ProposeReason])[] = [
    [doing.actor !== theService && !mayPropose(doing, what), 'role-may-not'],
    [agreement === null || agreement.signed_by_body_on === null, 'no-agreement'],
    [asked.amount <= nothing, 'amount-is-nothing'],
    [asked.because.trim() === '', 'say-why'],
    [what !== 'repeat' && agreement !== null && paidPart(agreement) === null, 'nobody-to-pay'],
    [what === 'emergency' && !between(asked.parts, 24), 'parts-missing'],
    [what === 'emergency' && (asked.floor ?? nothing) <= nothing, 'floor-missing'],
    [what === 'repeat' && supplierKey(asked.supplier ?? '') === '', 'no-supplier'],
    [what === 'repeat' && !between(asked.mostTimes, 1000), 'times-missing'],
    [what === 'repeat' && (asked.until === undefined || asked.until < asked.from), 'ends-before-it-begins'],
  ]
  return checks.filter(([so]) => so).map(([, reason]) => reason)
}

/** What is agreed ahead is charged to a line that the NHS pays itself; the holder's money is for theirs. */
async function aboutLine(
  doing: Doing,
  { what, reference, from, line }: NewProposal,
  agreement: Agreement | null,
): Promise<readonly ProposeReason[]> {
  const repeat = what === 'repeat'
  if (!repeat && (agreement === null || !line)) return []
  const part = repeat || agreement === null ? 'notional' : paidPart(agreement)
  const lines = await linesOn(doing, reference, from)
  if (lines.some(({ way, line_key }) => way === part && line_key === line)) return []
  return [repeat ? 'no-such-line' : 'not-the-holders-line']
}

/**
 * An advance comes out of the money of the budget's own year, so that it is taken off payments of that year:
 * else the last of them would find too little set aside.
 */
async function aboutYear(
  doing: Doing,
  asked: NewProposal,
  agreement: Agreement,
): Promise<readonly ProposeReason[]> {
  if (asked.what !== 'emergency') return []
  let next = agreement.from_on
  for (let year = 1; next <= asked.from; year += 1) next = addMonths(agreement.from_on, 12 * year)
  const all = await dues(doing, { reference: asked.reference }, addDays(next, -1))
  const left = all.filter(({ schedule, part, dueOn, until }) => {
    return schedule !== null && part === paidPart(agreement) && dueOn > asked.from && until < next
  })
  return left.length < (asked.parts ?? 0) ? ['past-the-year'] : []
}
