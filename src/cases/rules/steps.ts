import type { SightSort } from '../../access/public.ts'
import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import type { Facts, Stage, Whose } from '../types.ts'

export type Step = {
  readonly says: string
  readonly href: string | undefined
  readonly state: 'done' | 'to-do' | 'needs-you' | 'not-yet'
  readonly stateSays?: string
  readonly hint?: string
}

type Of = {
  readonly reference: string
  readonly facts: Facts
  readonly stage: Stage
  readonly whose: Whose
  readonly yours: boolean
  readonly sees: SightSort | null
}

type Draft = {
  readonly says: string
  readonly at: string
  /** Who may open it: those who see this much, or more. */
  readonly for: 'all' | 'money' | 'plan'
  readonly done: PlainDate | null
  readonly begun: boolean
  readonly stages: readonly Stage[]
  readonly doneSays?: string
}

const mayOpen = (sees: SightSort | null, needs: Draft['for']): boolean => {
  if (sees === 'all') return true
  if (sees === 'money') return needs !== 'all'
  return sees === 'plan' && needs === 'plan'
}

const draftsOf = (facts: Facts): readonly Draft[] => [
  {
    says: 'Request and decision',
    at: '/requests/',
    for: 'all',
    done: facts.decidedOn ?? facts.withdrawnOn,
    begun: true,
    stages: ['asked', 'being-decided', 'looked-at-again'],
    doneSays: facts.withdrawnOn === null ? 'Decided' : 'Withdrawn',
  },
  {
    says: 'Needs and the sum',
    at: '/needs/',
    for: 'all',
    done: facts.sumShownOn,
    begun: facts.decidedOn !== null && facts.outcome !== 'refused',
    stages: ['needs'],
    doneSays: 'Shown',
  },
  {
    says: 'Plan',
    at: '/plans/',
    for: 'plan',
    done: facts.signedOffOn,
    begun: facts.planOn !== null || facts.sumShownOn !== null,
    stages: ['sum-shown', 'planning', 'waiting-for-sign-off'],
    doneSays: 'Signed off',
  },
  {
    says: 'Agreement and bank account',
    at: '/agreements/',
    for: 'money',
    done: facts.paidOut && facts.accountApprovedOn === null ? null : facts.heldSignedOn,
    begun: facts.signedOffOn !== null,
    stages: ['agreement', 'account'],
    doneSays: 'Signed',
  },
  ...(facts.heldSignedOn !== null && !facts.paidOut ? [] : paidOut(facts)),
  ...(facts.heldSignedOn === null ? [] : [invoices]),
  {
    says: 'Reviews',
    at: '/reviews/',
    for: 'money',
    done: null,
    begun: facts.firstPaidOn !== null || facts.reviewedOn !== null || facts.endsOn !== null,
    stages: ['running', 'ending', 'ended'],
  },
]

const invoices: Draft = {
  says: 'Invoices of suppliers',
  at: '/invoices/',
  for: 'money',
  done: null,
  begun: true,
  stages: [],
}

const paidOut = (facts: Facts): readonly Draft[] => [
  {
    says: 'Payments',
    at: '/payments/for/',
    for: 'money',
    done: facts.firstPaidOn,
    begun: facts.accountApprovedOn !== null,
    stages: ['ready-to-pay'],
    doneSays: 'Paid since',
  },
  {
    says: 'Evidence of spending',
    at: '/bank/',
    for: 'money',
    done: null,
    begun: facts.firstPaidOn !== null,
    stages: [],
  },
]

/** What never ends while the budget runs. */
const goesOn = ['/reviews/', '/bank/', '/invoices/']

const hintOf = (draft: Draft): string | undefined =>
  draft.done === null ? undefined : `${draft.doneSays ?? 'Done'} ${sayShortDay(draft.done)}`

/** The steps of a case, in order, each with how it stands and the way into it for those who may open it. */
export function stepsOf({ reference, facts, stage, yours, sees }: Of): readonly Step[] {
  const over = ['closed', 'withdrawn', 'refused'].includes(stage)
  return draftsOf(facts).map(draft => {
    const now = draft.stages.includes(stage)
    const hint = hintOf(draft)
    const began = draft.begun && (now || draft.done !== null || !over)
    const state =
      draft.done !== null && !now ? 'done' : now && yours ? 'needs-you' : began ? 'to-do' : 'not-yet'
    const going = goesOn.includes(draft.at) && state === 'to-do'
    return {
      says: draft.says,
      href: began && mayOpen(sees, draft.for) ? `${draft.at}${reference}` : undefined,
      state,
      ...(hint === undefined ? {} : { hint }),
      ...(going ? { stateSays: 'As they fall due' } : now && state === 'to-do' ? { stateSays: 'Now' } : {}),
    }
  })
}
