import { sayShortDay } from '../../kernel/days.ts'
import { nothing, plus, sayMoney } from '../../kernel/money.ts'
import type { RunLine } from '../queries/run.ts'
import { obligationKindNames } from '../types.ts'

/** What it is for; of a regular payment also what was taken off it for an advance. */
export const ForWhat = ({ line }: { line: RunLine }) => (
  <>
    {line.kind === null ? '' : `${obligationKindNames[line.kind]}: `}
    {line.is_for ?? `${sayShortDay(line.period_from)} to ${sayShortDay(line.period_until)}`}
    {line.netted === nothing
      ? ''
      : `. ${sayMoney(plus(line.amount, line.netted))} less ${sayMoney(line.netted)} of an advance`}
  </>
)
