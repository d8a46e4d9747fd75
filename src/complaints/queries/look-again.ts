import type { PlainDate } from '../../kernel/days.ts'
import { versionsOf } from '../../plans/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { recoveriesOf, termsOf } from '../../recoveries/public.ts'
import { againOf, type Case, decisionsOf, partsOf } from '../../requests/public.ts'
import { mustReconsider, type ReconsiderSubject, type Setting } from '../../rights/public.ts'
import { lookingAgain } from '../actions/beside.ts'
import type { Again, AgainSubject } from '../types.ts'

/** One thing of a case that may be looked at again. */
export type MayBeLookedAt = {
  readonly subject: ReconsiderSubject
  readonly since: PlainDate
  /** Who decided it: somebody else looks. */
  readonly decidedBy: string
  readonly must: boolean
  readonly rules: readonly string[]
  /** The day by which it was asked to be answered; null where nothing is open. */
  readonly openSince: PlainDate | null
  readonly answerBy: PlainDate | null
  /** The last day to ask, where there is one. */
  readonly askBy: PlainDate | null
  readonly href: string
}

type At = {
  readonly doing: Doing
  readonly found: Case
  readonly settings: readonly Setting[]
  readonly answerBy: PlainDate | null
}
const judged = (
  { doing, settings }: At,
  subject: ReconsiderSubject,
  before: readonly PlainDate[],
): { must: boolean; rules: readonly string[] } => {
  const { must, rules } = mustReconsider({ subject, asked: doing.today, reconsidered: before, settings })
  return { must, rules }
}

/** The decision on the request, where something was refused or given in another way than asked. */
async function ofRequest(at: At): Promise<readonly MayBeLookedAt[]> {
  const { doing, found } = at
  const [decision] = await decisionsOf(doing, found.request)
  const refused = (await partsOf(doing, found.request)).filter(
    ({ granted, askedWay, decidedWay }) => granted !== true || (askedWay !== null && askedWay !== decidedWay),
  )
  if (decision === undefined || refused.length === 0) return []
  const direct = refused.some(({ askedWay }) => askedWay === 'direct-payment')
  const subject = direct ? 'direct-payment-refused' : 'budget-refused'
  const before = await againOf(doing, found.request)
  const open = before.find(({ outcome }) => outcome === null)
  const looked = before.filter(({ outcome }) => outcome === 'upheld' || outcome === 'changed')
  return [
    {
      subject,
      since: decision.decidedOn,
      decidedBy: decision.by.name,
      ...judged(
        at,
        subject,
        looked.map(one => one.asked_on),
      ),
      openSince: open?.asked_on ?? null,
      answerBy: open ? open.answer_by : at.answerBy,
      askBy: null,
      href: open ? `/requests/${found.reference}` : `/requests/${found.reference}/reconsideration`,
    },
  ]
}

type Here = { readonly subject: AgainSubject; readonly since: PlainDate; readonly decidedBy: string }

function askedHere(at: At, here: Here, agains: readonly Again[]): MayBeLookedAt {
  const own = agains.filter(one => one.subject === here.subject)
  const open = own.find(one => one.answer === null)
  const looked = own.filter(one => one.answer !== null && one.answer.outcome !== 'not-looked-at-again')
  const base = `/complaints/${at.found.reference}`
  return {
    ...here,
    ...judged(
      at,
      here.subject,
      looked.map(one => one.askedOn),
    ),
    openSince: open?.askedOn ?? null,
    answerBy: open ? open.answerBy : at.answerBy,
    askBy: null,
    href: open ? base : `${base}/look-again/new?subject=${here.subject}`,
  }
}

/** What a signed-off plan left out, and what it gives less than the one before it. */
async function ofPlan(at: At, agains: readonly Again[]): Promise<readonly MayBeLookedAt[]> {
  const signed = (await versionsOf(at.doing, at.found.reference)).filter(one => one.signed_off_on !== null)
  const [now, before] = signed
  if (now === undefined || now.signed_off_on === null) return []
  const decided = { since: now.signed_off_on, decidedBy: now.signed_off_by ?? '' }
  const cut = before?.weekly != null && now.weekly !== null && now.weekly < before.weekly
  const education = at.found.pathway === 'ehc-plan'
  return [
    askedHere(at, { subject: 'left-out-of-plan', ...decided }, agains),
    ...(cut ? [askedHere(at, { subject: 'amount-cut', ...decided }, agains)] : []),
    ...(education ? [askedHere(at, { subject: 'sen-direct-payment', ...decided }, agains)] : []),
  ]
}

/** A notice to pay money back that nobody has answered an objection to. */
async function ofRecoveries(at: At): Promise<readonly MayBeLookedAt[]> {
  const { doing, found } = at
  const open = (await recoveriesOf(doing, found.reference)).filter(
    one => one.notice !== null && one.posted === null && one.withdrawn === null && one.answer === null,
  )
  return open.map(one => ({
    subject: 'repayment-notice',
    since: one.notice?.sentOn ?? one.proposedOn,
    decidedBy: one.notice?.byName ?? one.proposedByName,
    ...judged(at, 'repayment-notice', []),
    openSince: one.objection?.saidOn ?? null,
    answerBy: one.objection?.answerBy ?? null,
    askBy: termsOf(one, doing.today).objectBy,
    href: `/recoveries/${found.reference}/${one.number}`,
  }))
}

/** Everything of a case that may be looked at again today, each with the rule's answer. */
export async function mayBeLookedAt(
  doing: Doing,
  found: Case,
  agains: readonly Again[],
): Promise<readonly MayBeLookedAt[]> {
  const at = { doing, found, ...(await lookingAgain(doing, found)) }
  return [...(await ofRequest(at)), ...(await ofPlan(at, agains)), ...(await ofRecoveries(at))]
}
