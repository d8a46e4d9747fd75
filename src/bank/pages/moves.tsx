import { sayShortDay } from '../../kernel/days.ts'
import { DataTable, Money, Tag } from '../../nhs/public.ts'
import type { BankShown } from '../tables.ts'
import type { MatchKind } from '../types.ts'

export type Move = Pick<
  BankShown['bank.line_shown'],
  'id' | 'on_day' | 'amount' | 'says' | 'kind' | 'line_key' | 'matched_because' | 'question'
>

const kindSays: Record<Exclude<MatchKind, 'plan-line' | 'refund'>, string> = {
  payment: 'Paid in by the NHS',
  'outside-plan': 'Not in the plan',
  elsewhere: 'Paid by mistake, or that coming back',
  'own-money': 'Own money or interest',
  'sent-back': 'Sent back to the NHS',
}

/** What a line was for, in the plan's own words. */
export function sayFor(
  { kind, line_key }: Pick<Move, 'kind' | 'line_key'>,
  names: ReadonlyMap<string, string>,
): string {
  if (kind === null) return 'Not known yet'
  if (kind !== 'plan-line' && kind !== 'refund') return kindSays[kind]
  const name = names.get(line_key ?? '') ?? line_key ?? ''
  return kind === 'refund' ? `Money back for ${name}` : name
}

const whatFor = (move: Move, reference: string, names: ReadonlyMap<string, string>) =>
  move.kind === null && move.question !== null ? (
    <a href={`/bank/${reference}/questions/${move.question}`}>
      <Tag means="needs-you">We ask</Tag> What was it?
    </a>
  ) : (
    sayFor(move, names)
  )

type Shows = {
  readonly reference: string
  readonly lines: readonly Move[]
  readonly names: ReadonlyMap<string, string>
  readonly caption: string
  /** The reason of each match, where there is room for it. */
  readonly reasons?: boolean
}

/** Lines of the bank, each opening into all that is known of it. */
export const Moves = ({ reference, lines, names, caption, reasons = false }: Shows) => (
  <DataTable
    caption={caption}
    columns={[
      { says: 'Who' },
      { says: 'Day' },
      { says: 'Amount', numeric: true },
      { says: 'What for' },
      ...(reasons ? [{ says: 'How we know' }] : []),
    ]}
    rows={lines.map(line => ({
      key: line.id,
      cells: [
        <a key="who" href={`/bank/${reference}/lines/${line.id}`}>
          <bdi>{line.says.trim() === '' ? 'No name on the statement' : line.says}</bdi>
        </a>,
        sayShortDay(line.on_day),
        <Money key="sum" sum={line.amount} />,
        whatFor(line, reference, names),
        ...(reasons ? [line.matched_because ?? ''] : []),
      ],
    }))}
    empty="There are no payments to show yet. They come from the statements that are sent to us."
  />
)
