import type { Id } from '../kernel/brand.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { Outcome, Pathway, Way } from '../requests/public.ts'

type Day = PlainDate | null

/** What every module knows of a case, as days. A fact that is not so yet is null. */
export type Facts = {
  readonly pathway: Pathway
  readonly workerId: Id<'actor'> | null
  readonly outcome: Outcome | null
  readonly ways: readonly Way[]
  readonly receivedOn: PlainDate
  readonly withdrawnOn: Day
  readonly decidedOn: Day
  /** Asked to look at the decision again, not answered yet. */
  readonly againOn: Day
  readonly againBy: Day
  readonly assessedOn: Day
  readonly sumOn: Day
  readonly sumShownOn: Day
  /** Said not to be right by the family, not answered yet. */
  readonly doubtOn: Day
  readonly doubtBy: Day
  /** The newest version of the plan, while it is not signed off: begun, who has it, since when. */
  readonly planOn: Day
  readonly planTo: 'family' | 'case-worker' | 'approver' | null
  readonly planSince: Day
  readonly signedOffOn: Day
  /** The newest agreement: written, signed by the person, signed for the NHS. */
  readonly agreementOn: Day
  readonly personSignedOn: Day
  readonly bodySignedOn: Day
  /** The first agreement that both have signed: its first day, and the day of the later signature. */
  readonly heldFrom: Day
  readonly heldSignedOn: Day
  /** Some of the money is paid out, to the person or to a third party: an account is needed. */
  readonly paidOut: boolean
  readonly accountGivenOn: Day
  readonly accountApprovedOn: Day
  readonly firstDueOn: Day
  readonly firstPaidOn: Day
  /** The plan's last review, and when each of the three lanes is next due. */
  readonly reviewedOn: Day
  readonly reviewDueOn: Day
  readonly auditDueOn: Day
  readonly eligibilityDueOn: Day
  readonly noticeOn: Day
  readonly endsOn: Day
  readonly closedOn: Day
  readonly diedOn: Day
  /** By when the request is to be decided, worked out by its clock; null where nobody set a limit. */
  readonly decideBy: Day
}

export const stages = [
  'asked',
  'being-decided',
  'looked-at-again',
  'refused',
  'withdrawn',
  'needs',
  'sum-shown',
  'planning',
  'waiting-for-sign-off',
  'agreement',
  'account',
  'ready-to-pay',
  'running',
  'ending',
  'ended',
  'closed',
] as const
export type Stage = (typeof stages)[number]

/** Who has it. `team`: nobody by name yet. */
export const whose = ['team', 'worker', 'leader', 'approver', 'family', 'finance', 'nobody'] as const
export type Whose = (typeof whose)[number]

export type Turn = {
  readonly whose: Whose
  readonly since: PlainDate
  /** Null where no limit is known: no day is promised. */
  readonly by: PlainDate | null
  /** What is awaited, after "will". */
  readonly will: string
}
