/** What somebody may let a helper see and do: each with its plain words, and why a grant is refused. */
import type { PlainDate } from '../../kernel/days.ts'
import { readThousandths, sayThousandths, type Thousandths } from '../../kernel/money.ts'
import type { Act, LegalBasis, May, Part, RelationshipKind } from '../types.ts'

export const relationshipSays = {
  parent: 'Parent with parental responsibility',
  carer: 'Carer, unpaid',
  representative: 'Representative, who decides in the place of the person',
  nominee: 'Nominee, who receives the payments',
  helper: 'Helper, with limits',
} as const satisfies Record<RelationshipKind, string>

export const legalBasisSays = {
  'parental-responsibility': 'Parental responsibility for a child under 16',
  deputy: 'Deputy appointed by the Court of Protection',
  'lasting-power-property': 'Lasting power of attorney for property and money',
  'lasting-power-health': 'Lasting power of attorney for health and welfare',
  attorney: 'Attorney under an older, enduring power',
  'appointed-by-icb': 'Appointed by the integrated care board',
} as const satisfies Record<LegalBasis, string>

/** What may be let: never the bank details, and never more than the person can see. */
export const helpOffered = {
  balance: 'See how much money is left',
  'plan-lines': 'See what the money is for, line by line',
  plan: 'Read the whole plan',
  hours: 'See the names, days and hours of assistants, not what they are paid',
  evidence: 'See statements and receipts',
  messages: 'Read messages',
  decisions: 'Read decisions and letters',
  requests: 'See where a request is',
  needs: 'See the support that is needed',
  assessment: 'Read the assessment',
  'approve-hours': 'Approve hours, up to a limit for each assistant a week',
  'send-evidence': 'Send statements and receipts',
  'send-messages': 'Write messages',
} as const

export type Help = keyof typeof helpOffered
export const everyHelp = Object.keys(helpOffered) as readonly Help[]

const acts = ['approve-hours', 'send-evidence', 'send-messages'] as const
const isAct = (help: Help): help is (typeof acts)[number] => (acts as readonly Help[]).includes(help)

/** The grant as it is kept: who may approve hours sees them, and who may write messages reads them. */
export function helperMay(chosen: readonly Help[], hoursUpTo: Thousandths | null): May {
  const parts = chosen.flatMap((help): readonly Part[] => (isAct(help) ? [] : [help]))
  const does = chosen
    .filter(isAct)
    .map((act): Act => (act === 'approve-hours' ? { act, upTo: hoursUpTo } : { act }))
  const seenWith: readonly Part[] = does.flatMap(({ act }): readonly Part[] =>
    act === 'approve-hours' ? ['hours'] : act === 'send-messages' ? ['messages'] : [],
  )
  return { sees: new Set([...parts, ...seenWith]), does }
}

export type HelpingReason =
  | 'nothing-chosen'
  | 'hours-without-limit'
  | 'ends-before-it-begins'
  | 'helps-themselves'

export const helpingSays = {
  'nothing-chosen': 'Choose what this person may see or do',
  'hours-without-limit': 'Enter the most hours a week that this person may approve for each assistant',
  'ends-before-it-begins': 'The last day must be the same as or after the first day',
  'helps-themselves': 'Choose somebody else: you can already see all of this yourself',
} as const satisfies Record<HelpingReason, string>

export type Helping = {
  readonly chosen: readonly Help[]
  readonly hoursUpTo: Thousandths | null
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly helperIsThePerson: boolean
}

/** Why this help cannot be let, every reason. */
export function whyNotHelp(helping: Helping): readonly HelpingReason[] {
  const found: HelpingReason[] = []
  if (helping.helperIsThePerson) found.push('helps-themselves')
  if (helping.chosen.length === 0) found.push('nothing-chosen')
  if (helping.chosen.includes('approve-hours') && helping.hoursUpTo === null)
    found.push('hours-without-limit')
  if (helping.until !== null && helping.until < helping.from) found.push('ends-before-it-begins')
  return found
}

/** A grant as the database keeps it: plain texts, so that a limit keeps its exact decimals. */
export type KeptMay = {
  readonly sees: readonly string[]
  readonly does: readonly { readonly act: string; readonly upTo?: string }[]
}

export const keepMay = ({ sees, does }: May): KeptMay => ({
  sees: [...sees],
  does: does.map(one =>
    'upTo' in one && one.upTo !== null ? { act: one.act, upTo: sayThousandths(one.upTo) } : { act: one.act },
  ),
})

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const facts = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
const known = (value: unknown): value is Help => (everyHelp as readonly unknown[]).includes(value)

/** Reads a kept grant. What we do not know is not granted, nor is approving without a limit we can read. */
export function readMay(kept: unknown): May {
  const sees = list(facts(kept)['sees'])
    .filter(known)
    .filter(help => !isAct(help))
  const does = list(facts(kept)['does']).map(facts)
  const limit = does.find(({ act }) => act === 'approve-hours')?.['upTo']
  const upTo = typeof limit === 'string' ? readThousandths(limit) : null
  const done = does
    .map(({ act }) => act)
    .filter(known)
    .filter(isAct)
  return helperMay([...sees, ...done.filter(act => act !== 'approve-hours' || upTo !== null)], upTo)
}
