import { type Pence, sayMoney } from '../../kernel/money.ts'
import type { PlanLine } from './facts.ts'
import type { Matched } from './posting.ts'

export type Choice = {
  readonly value: string
  readonly says: string
  readonly about?: string
  /** What choosing it makes of the line; null where somebody is to telephone first. */
  readonly matched: Matched | null
}

const call: Choice = {
  value: 'call-me',
  says: 'Not sure: ask me by telephone',
  about: 'Somebody from the team will call. The question stays open until then.',
  matched: null,
}

const forLines = (lines: readonly PlanLine[], kind: 'plan-line' | 'refund'): readonly Choice[] =>
  lines.map(({ key, says, weekly, payee }) => ({
    value: `${kind}:${key}`,
    says: kind === 'refund' ? `Money back for: ${says}` : says,
    about: [payee, `${sayMoney(weekly)} a week`].filter(part => part !== '').join(', '),
    matched: { kind, lineKey: key },
  }))

const other = (value: Exclude<Matched['kind'], 'plan-line' | 'refund'>, says: string): Choice => ({
  value,
  says,
  matched: { kind: value, lineKey: null },
})

/** What may be answered about a line: the plan's lines of that day first, then what is in no plan. */
export const choicesFor = (amount: Pence, lines: readonly PlanLine[]): readonly Choice[] =>
  amount < 0n
    ? [
        ...forLines(lines, 'plan-line'),
        other('outside-plan', 'Something that is not in the plan'),
        other('elsewhere', 'It was paid by mistake, and came back or will come back'),
        other('sent-back', 'It was sent back to the NHS'),
        call,
      ]
    : [
        other('payment', 'The NHS paid it for this budget'),
        ...forLines(lines, 'refund'),
        other('elsewhere', 'Something paid by mistake came back'),
        other('own-money', 'Our own money, or interest from the bank'),
        call,
      ]

/** The reason of a match that somebody gave, as it is shown beside the line. */
export const sayAnswer = (choice: Choice, who: string, day: string): string =>
  `${who} answered on ${day}: ${choice.says.slice(0, 300)}.`
