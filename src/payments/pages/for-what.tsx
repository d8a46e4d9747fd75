import { sayShortDay } from '../../kernel/days.ts'
import { nothing, plus, sayMoney } from '../../kernel/money.ts'
import type { RunLine } from '../queries/run.ts'
import { sayOwed } from '../types.ts'

const isFor = (line: RunLine): string =>
  line.is_for ?? `${sayShortDay(line.period_from)} to ${sayShortDay(line.period_until)}`

/** What it is for; of a regular payment also what was taken off it for an advance. */
export const ForWhat = ({ line }: { line: RunLine }) => (
  <>
    {line.kind === null ? isFor(line) : sayOwed(line.kind, isFor(line))}
    {line.netted === nothing
      ? ''
      : `. ${sayMoney(plus(line.amount, line.netted))} less ${sayMoney(line.netted)} of an advance`}
  </>
)
