import { sayShortDay } from '../../kernel/days.ts'
import { nothing, sayMoney } from '../../kernel/money.ts'
import { type Happened, Timeline } from '../../nhs/public.ts'
import { outcomeSays } from '../rules/say.ts'
import type { Invoice, Line, Payment } from '../types.ts'

export type StoryShows = {
  readonly invoice: Invoice
  /** Letters to the supplier, the newest first; none for a supplier. */
  readonly letters: readonly {
    readonly id: string
    readonly title: string
    readonly on: Invoice['datedOn']
  }[]
  /** Entries of the ledger that it made, by what they are about; none for a supplier. */
  readonly entries: readonly {
    readonly id: string
    readonly key: string
    readonly says: string
    readonly on: Invoice['datedOn']
    readonly by: string
  }[]
  /** May the reader open runs? */
  readonly seesRuns: boolean
}

const decided = (line: Line): readonly Happened[] =>
  line.decided === null
    ? []
    : [
        {
          key: `decided-${line.place}`,
          day: line.decided.on,
          what:
            line.decided.disputed > nothing
              ? `${sayMoney(line.decided.disputed)} of “${line.says}” was disputed`
              : `${sayMoney(line.amount)} for “${line.says}” was accepted`,
          who: line.decided.by,
          ...(line.decided.because === '' ? {} : { why: <p>{line.decided.because}</p> }),
        },
      ]

const settled = (line: Line): readonly Happened[] =>
  line.settled === null
    ? []
    : [
        {
          key: `settled-${line.place}`,
          day: line.settled.on,
          what:
            `The dispute about “${line.says}” was settled: ` +
            `${outcomeSays[line.settled.outcome].toLowerCase()}, ${sayMoney(line.settled.paid)} is paid`,
          who: line.settled.by,
          why: <p>{line.settled.because}</p>,
        },
      ]

const paidOf = (payment: Payment, runs: boolean): readonly Happened[] => [
  ...(payment.releasedOn === null
    ? []
    : [
        {
          key: `paid-${payment.instruction}`,
          day: payment.releasedOn,
          what:
            `${sayMoney(payment.amount)} was released to the supplier. ` +
            `It leaves on ${sayShortDay(payment.leavesOn)}`,
          who: `Payment run ${payment.runNumber}`,
          ...(runs ? { href: `/payments/runs/${payment.run}` } : {}),
        },
      ]),
  ...(payment.returnedOn === null
    ? []
    : [
        {
          key: `back-${payment.instruction}`,
          day: payment.returnedOn,
          what: `${sayMoney(payment.amount)} came back. It is due again`,
          who: 'The bank',
          why: <p>{payment.returnedBecause}</p>,
        },
      ]),
]

/** Everything that happened to an invoice, from the paper to the ledger, the newest first. */
export function happenedTo({ invoice, letters, entries, seesRuns }: StoryShows): readonly Happened[] {
  const first: Happened = {
    key: 'entered',
    day: invoice.enteredOn,
    what: `The invoice was entered: ${sayMoney(invoice.total)}`,
    who: invoice.enteredByName,
  }
  const all: readonly Happened[] = [
    first,
    ...invoice.lines.flatMap(line => [...decided(line), ...settled(line)]),
    ...letters.map(one => ({
      key: `letter-${one.id}`,
      day: one.on,
      what: `Letter to the supplier: ${one.title}`,
      who: invoice.supplier,
      href: `/notices/${one.id}`,
    })),
    ...invoice.payments.flatMap(one => paidOf(one, seesRuns)),
    ...invoice.paidNotes.map((one, place) => ({
      key: `noted-${place}`,
      day: one.on,
      what: `${sayMoney(one.amount)} was paid from the budget’s account`,
      who: one.by,
    })),
    ...entries.map(one => ({
      key: one.key,
      day: one.on,
      what: `In the ledger: ${one.says}`,
      who: one.by,
      href: `/ledger/${invoice.reference}/${one.id}`,
    })),
  ]
  return all
    .map((one, place) => ({ one, place }))
    .sort((a, b) => (a.one.day === b.one.day ? b.place - a.place : a.one.day < b.one.day ? 1 : -1))
    .map(({ one }) => one)
}

export const Story = (shows: StoryShows) => (
  <>
    <h2>What happened</h2>
    <Timeline happened={happenedTo(shows)} empty="Nothing has happened yet." />
  </>
)
