import { type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { plus, sayMoney } from '../../kernel/money.ts'
import { DataTable, Reading, Tag } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { Job } from '../queries/engagements.ts'
import { payeRule, pensionRule } from '../reference/figures.ts'
import { type ToPay, toPay, totalToPay } from '../rules/to-pay.ts'
import { NoPaye, Rules, type Strip } from './parts.tsx'

type Shows = Strip & { readonly reference: string; readonly jobs: readonly Job[]; readonly today: PlainDate }

type One = ToPay & { readonly key: string; readonly period: string }

const months = 3

const sayPeriod = (from: PlainDate, until: PlainDate): string =>
  `${sayShortDay(from)} to ${sayShortDay(until)}`

/**
 * Everything that payslips of the last months ask the employer to pay, the next day first, what is past
 * last. What goes to the same payee by the same day is one payment.
 */
function duesOf({ jobs, today }: Pick<Shows, 'jobs' | 'today'>): readonly One[] {
  const all = jobs.flatMap(job =>
    job.payslips.slice(-months).flatMap(slip =>
      toPay({ slip, assistant: job.assistant, firm: job.firm?.name ?? 'The payroll firm' }).map(one => ({
        ...one,
        key: `${one.to} ${one.name} ${one.by}`,
        period: `${job.assistant}, ${sayPeriod(slip.from, slip.until)}`,
      })),
    ),
  )
  const together = new Map<string, One>()
  for (const one of all) {
    const before = together.get(one.key)
    together.set(
      one.key,
      before === undefined
        ? one
        : { ...before, amount: plus(before.amount, one.amount), period: `${before.period}; ${one.period}` },
    )
  }
  return [...together.values()]
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
    .sort((a, b) => Number(a.by < today) - Number(b.by < today))
}

const rowsOf = (all: readonly One[], today: PlainDate) =>
  all.map(one => ({
    key: one.key,
    cells: [
      <bdi key="to">{one.name}</bdi>,
      sayMoney(one.amount),
      <span key="by">
        {sayDay(one.by)} {one.by === today ? <Tag means="needs-you">Today</Tag> : null}
      </span>,
      <bdi key="for">{`${one.because}. ${one.period}`}</bdi>,
    ],
  }))

const columns = [{ says: 'Pay to' }, { says: 'Amount', numeric: true }, { says: 'By' }, { says: 'For' }]

/** What to pay, to whom, by when: what the payslips say, made into a list. */
export const payPage = (shows: Shows): Page => {
  const all = duesOf(shows)
  const next = all.filter(({ by }) => by >= shows.today)
  const gone = all.filter(({ by }) => by < shows.today)
  return {
    title: 'What to pay, to whom and by when',
    ...(shows.person ? { person: shows.person } : { back: `/employment/${shows.reference}` }),
    body: (
      <Reading>
        <h1>What to pay, to whom and by when</h1>
        <p className="nhsuk-lede-text">
          {next.length === 0
            ? 'The payslips that we have leave nothing to pay from today on.'
            : `From today on: ${sayMoney(totalToPay(next))} in all.`}
        </p>
        <DataTable
          caption="To pay"
          columns={columns}
          rows={rowsOf(next, shows.today)}
          empty="Nothing. The next payslip brings the next list."
        />
        <DataTable
          caption="The day to pay has passed"
          columns={columns}
          rows={rowsOf(gone, shows.today)}
          empty="Nothing."
        />
        <p>
          We cannot see here whether you have paid. Your bank statements show it, when you send them to us.
        </p>
        <NoPaye />
        <Rules rules={[payeRule, pensionRule]} />
      </Reading>
    ),
  }
}
