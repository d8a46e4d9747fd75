import { type PlainDate, sayDay } from '../../kernel/days.ts'
import type { NewLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { stateRule } from '../rules/kept-rules.ts'
import type { Case } from '../types.ts'
import { addresseeOf, senderOf, waysToDeliver } from './addressee.ts'
import { type DecisionFacts, decisionLetter } from './decision.ts'

export type Reconsidered = {
  readonly one: Case
  readonly outcome: 'upheld' | 'changed' | 'not-looked-at-again'
  readonly reasons: string
  readonly must: boolean
  readonly askedOn: PlainDate
  /** The new decision, where the old one was changed. */
  readonly changed: Omit<DecisionFacts, 'again'> | null
}

const titles = {
  upheld: 'We looked at it again, and the decision stays as it was',
  'not-looked-at-again': 'We will not look at this again now',
} as const

/** The written answer to a request to look again, with its reasons; a changed decision is set out in full. */
export async function reconsiderationLetter(doing: Doing, facts: Reconsidered): Promise<NewLetter> {
  const { one, outcome, reasons, changed } = facts
  const asked = `You asked us on ${sayDay(facts.askedOn)} to look at our decision again.`
  if (outcome === 'changed' && changed !== null)
    return decisionLetter(doing, { ...changed, again: `${asked} We did, and we have changed it. ${reasons}` })
  const title = titles[outcome === 'changed' ? 'upheld' : outcome]
  const rules = [stateRule('DP-DEC-03'), ...(facts.must ? [] : [stateRule('DP-DEC-06')])]
  return {
    organisation: one.organisation,
    person: one.person,
    to: { name: await addresseeOf(doing, one) },
    kind: 'reconsideration',
    title,
    reference: one.reference,
    subject: one.request,
    from: await senderOf(doing, one),
    deliver: await waysToDeliver(doing, one),
    paragraphs: [
      asked,
      { heading: 'Our reasons' },
      { reasons: [{ says: reasons, rules }] },
      { heading: 'What you can do' },
      {
        list: [
          'Ask us to look again when something has changed, or six months after we last did.',
          'Complain to us, and after that to the Parliamentary and Health Service Ombudsman.',
          'Ask for a budget again at any time.',
        ],
      },
    ],
  }
}
