import type { PlainDate } from '../../kernel/days.ts'
import type { HolderKind, Standing } from '../types.ts'

/** What can be noted after an agreement was prepared. Signatures have their own way. */
export const notable = [
  'consent',
  'consent-withdrawn',
  'nominee-agreed',
  'body-agreed-nominee',
  'nominee-withdrawn',
  'employer-insurance',
  'exclusion',
] as const
export type Notable = (typeof notable)[number]

export const noteSays = {
  'agreement-not-found': 'There is no agreement under this reference',
  'caller-may-not-do-this': 'The person who called may not do this, so you cannot do it for them',
  'not-yours-to-note':
    'You cannot write this down. Ask the person, who stands in for them, or your case worker',
  'no-nominee': 'This budget is not held by a nominee',
  'in-the-future': 'This day cannot be in the future',
  'ends-before-it-begins': 'The last day cannot be before the first',
  'name-missing': 'Say who it comes from',
  'order-missing': 'Choose which court order it is',
  'consent-not-given': 'Consent was not given yet, so it cannot be taken back',
  'noted-already': 'This is written down already',
} as const
export type NoteProblem = keyof typeof noteSays

export type Noting = {
  readonly what: Notable
  readonly standing: Standing
  readonly isApprover: boolean
  readonly ownConsent: boolean
  readonly holder: HolderKind
  readonly today: PlainDate
  readonly on: PlainDate
  readonly until: PlainDate | null
  readonly by: string
  readonly order: string | null
  readonly consentedOn: PlainDate | null
  /** The same fact with the same day was noted before. */
  readonly known: boolean
}

/**
 * Consent is the person's own or of who stands in; the body agrees by its approvers; the rest staff may
 * write down.
 */
function mayNote({ what, standing, isApprover, ownConsent }: Noting): boolean {
  if (what === 'body-agreed-nominee') return isApprover
  if (standing === 'staff') return true
  const decides = ownConsent
    ? standing === 'the-person'
    : standing === 'parent' || standing === 'representative'
  if (what === 'nominee-agreed') return standing === 'nominee'
  if (what === 'employer-insurance') return standing !== 'somebody-else'
  return what !== 'exclusion' && decides
}

const aboutNominee = (what: Notable): boolean => what.includes('nominee')

/** Every reason why a fact cannot be noted so; empty where it can. */
export function whyNotNote(facts: Noting): readonly NoteProblem[] {
  const { what, on, until, today } = facts
  const mayBeAhead = what === 'employer-insurance' || what === 'exclusion'
  const checks: readonly (readonly [boolean, NoteProblem])[] = [
    [!mayNote(facts), 'not-yours-to-note'],
    [aboutNominee(what) && facts.holder !== 'nominee', 'no-nominee'],
    [on > today && !mayBeAhead, 'in-the-future'],
    [until !== null && until < on, 'ends-before-it-begins'],
    [facts.by.trim() === '', 'name-missing'],
    [what === 'exclusion' && facts.order === null, 'order-missing'],
    [what === 'consent-withdrawn' && facts.consentedOn === null, 'consent-not-given'],
    [facts.known, 'noted-already'],
  ]
  return checks.filter(([wrong]) => wrong).map(([, problem]) => problem)
}
