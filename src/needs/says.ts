import type { WorkOutProblem } from './actions/work-out.ts'

type Problem = WorkOutProblem | 'changed-meanwhile' | 'line-not-found' | 'no-sum-yet' | 'a-later-rate-is-set'

/** Every refusal of this module as a sentence that says what to do. */
export const problemSays = {
  'no-lines': 'No support has been written down yet.',
  'rate-not-in-the-table':
    'A line uses a rate that is not in the table on that day. Choose another rate or another day.',
  'unit-differs-from-the-rate':
    'A line is agreed in another unit than its rate. Units are not converted: choose a rate for this unit.',
  'employer-figures-missing':
    'Somebody is to be employed, but no employer’s figures are set for that day. Ask finance to set them.',
  'formula-not-known': 'This version of the formula is not known.',
  'case-not-found': 'There is no such case, or none that you can see.',
  'not-granted-yet': 'The budget has not been granted yet. Decide the request first.',
  'warnings-need-a-reason': 'Something does not fit together. Say why the sum stands all the same.',
  'changed-meanwhile':
    'Somebody else changed this meanwhile. What you typed is still here: look at what is there now, then ' +
    'save again.',
  'line-not-found': 'That line is not there any more.',
  'no-sum-yet': 'No sum has been worked out yet.',
  'a-later-rate-is-set': 'A rate of this name already begins on that day or later.',
} as const satisfies Record<Problem, string>
