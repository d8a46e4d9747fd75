import type { SightSort } from '../../access/public.ts'
import type { Standing } from '../../cases/public.ts'

/** The one thing that only the reader can do now: where, and what the button says. */
export type NextThing = { readonly href: string; readonly says: string }

type Of = {
  readonly standing: Pick<Standing, 'stage' | 'turn' | 'facts'>
  readonly reference: string
  readonly sees: SightSort | null
  readonly questions: number
  /** The number of a letter that asks for money back and can still be objected to. */
  readonly recovery?: number | null
}

/**
 * The next thing only the family can do; null where it is not their turn. Whoever sees the money alone is
 * asked
 * about the money alone.
 */
export function nextThing({ standing, reference, sees, questions, recovery = null }: Of): NextThing | null {
  const { stage, turn, facts } = standing
  const whole = sees === 'all'
  if (recovery !== null && (whole || sees === 'money'))
    return { href: `/recoveries/${reference}/${recovery}`, says: 'Read why money is asked back, and object' }
  if (turn.whose === 'family' && stage === 'account' && (whole || sees === 'money'))
    return { href: `/agreements/${reference}/account`, says: 'Give the bank account' }
  if (turn.whose === 'family' && whole)
    return facts.planTo === 'family'
      ? { href: `/plans/${reference}`, says: 'Read the plan' }
      : { href: `/agreements/${reference}`, says: 'Read and sign the agreement' }
  if (questions > 0 && whole)
    return {
      href: `/bank/${reference}/questions`,
      says:
        questions === 1
          ? 'Answer a question about a payment'
          : `Answer ${questions} questions about payments`,
    }
  if (stage === 'sum-shown' && facts.doubtOn === null && whole)
    return { href: `/needs/${reference}`, says: 'Look at your sum' }
  return null
}
