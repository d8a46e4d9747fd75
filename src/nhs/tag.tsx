import { Tag as NhsTag } from 'nhsuk-react-components'
import type { Html } from './model.ts'

/**
 * What a tag means to the reader, not its colour. `needs-you` and `overdue` are the two accents of the whole
 * service: use them for nothing else.
 */
export type Meaning = 'needs-you' | 'overdue' | 'waiting' | 'good' | 'bad' | 'new' | 'over' | 'plain'

const colours = {
  'needs-you': 'yellow',
  overdue: 'red',
  waiting: 'blue',
  good: 'green',
  bad: 'orange',
  new: 'purple',
  over: 'grey',
  plain: 'white',
} as const

/** A word or two on how something stands. The word says it; the colour only helps to find it. */
export const Tag = ({ children, means = 'plain' }: { children: Html; means?: Meaning | undefined }) => (
  <NhsTag modifier={colours[means]}>{children}</NhsTag>
)
