import type { Stage, Whose } from '../types.ts'

/** The words of staff for each stage. */
export const stageSays = {
  asked: 'Asked, nobody has it',
  'being-decided': 'Being decided',
  'looked-at-again': 'Looked at again',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  needs: 'Needs and the sum',
  'sum-shown': 'Sum shown',
  planning: 'Planning',
  'waiting-for-sign-off': 'Waiting for sign-off',
  agreement: 'Agreement',
  account: 'Bank account',
  'ready-to-pay': 'Ready to pay',
  running: 'Running',
  ending: 'Ending',
  ended: 'Ended, to be settled',
  closed: 'Closed',
} as const satisfies Record<Stage, string>

/** Where things stand, said to the person and their family; what is awaited is said beside it. */
export const stageSaysToFamily = {
  asked: 'We have your request',
  'being-decided': 'We are deciding on your request',
  'looked-at-again': 'We are looking at the decision again',
  refused: 'We said no to your request',
  withdrawn: 'The request was withdrawn',
  needs: 'You have the right to a budget. We are working out what you need and the sum',
  'sum-shown': 'You have seen your sum. The plan is next',
  planning: 'Your plan is being written',
  'waiting-for-sign-off': 'Your plan is written and waits to be signed off',
  agreement: 'Your plan is agreed. The agreement is next',
  account: 'The agreement is signed. The bank account is next',
  'ready-to-pay': 'Everything is ready. The first payment is next',
  running: 'Your budget is running',
  ending: 'Your budget is ending',
  ended: 'Your budget has ended. What is left is being settled',
  closed: 'This budget is closed',
} as const satisfies Record<Stage, string>

/** The same, said to somebody who stands in for the person. */
export const stageSaysOfOther = (stage: Stage): string =>
  stageSaysToFamily[stage]
    .replace('You have the right', 'There is a right')
    .replace('what you need', 'what is needed')
    .replaceAll('Your ', 'The ')
    .replaceAll('your ', 'the ')

/** Whose turn, as a filter of staff names it. */
export const whoseSays = {
  team: 'The team’s: nobody has it',
  worker: 'A case worker’s',
  leader: 'A team leader’s',
  approver: 'An approver’s',
  family: 'The family’s',
  finance: 'Finance’s',
  nobody: 'Nobody’s',
} as const satisfies Record<Whose, string>

export type Names = { readonly team: string; readonly worker: string | null; readonly person: string }

/** Who has it, by name where there is one. */
export function whoHas(whose: Whose, { team, worker, person }: Names): string {
  switch (whose) {
    case 'team':
      return team
    case 'worker':
      return worker ?? team
    case 'leader':
      return `a team leader of ${team}`
    case 'approver':
      return `an approver of ${team}`
    case 'family':
      return person
    case 'finance':
      return `the finance team of ${team}`
    case 'nobody':
      return 'Nobody'
    default:
      return whose satisfies never
  }
}

export const noLimit = 'no limit in law found'
