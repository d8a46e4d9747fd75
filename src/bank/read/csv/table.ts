import type { PlainDate } from '../../../kernel/days.ts'
import type { Layout } from './layouts.ts'

/** A table whose layout is known, as its rows are read by it. */
export type Table = {
  readonly layout: Layout
  /** The most values a row may have: one more than headings where every row ends with a comma. */
  readonly most: number
  readonly readDay: (cell: string) => PlainDate | null
  /** Whether the column of money out carries a minus sign throughout. */
  readonly outIsNegative: boolean
}
