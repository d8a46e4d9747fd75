import { findRule, inForceOn, type RuleChange, rulesOfRights } from '../../rights/public.ts'
import { figuresAsked } from './examine.ts'

export const problemSays = {
  'not-allowed': 'You may not ask this for that body.',
  'no-cases': 'There is no case to look at: nobody has asked for a budget here, or all have ended.',
  'not-a-right': 'Choose a rule that a right hangs on.',
  'not-in-force': 'The rule is not in force on that day, so its end changes nothing. Choose another day.',
  'no-such-figure': 'Choose a figure that moves a day in cases that run.',
} as const
export type Problem = keyof typeof problemSays

const whyNotEnd = (rule: string, { on }: Pick<RuleChange, 'on'>): readonly Problem[] => {
  if (!rulesOfRights.some(({ id }) => id === rule)) return ['not-a-right']
  return inForceOn(findRule(rule), on) ? [] : ['not-in-force']
}

/** Every reason why a change is not worth looking at. Empty where it is. */
export function whyNotAsk(change: RuleChange, cases: number): readonly Problem[] {
  const none: readonly Problem[] = cases === 0 ? ['no-cases'] : []
  switch (change.kind) {
    case 'ends':
      return [...none, ...whyNotEnd(change.rule, change)]
    case 'right':
      return none
    case 'figure':
      return [...none, ...(figuresAsked.some(one => one === change.key) ? [] : (['no-such-figure'] as const))]
    default:
      return change satisfies never
  }
}
