import type { Route } from '../../access/public.ts'
import { nothing, type Pence, readMoney, sayMoney } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import { day, form, money, one, text } from '../../platform/forms.ts'
import { type Answer, type Asked, type FieldError, notFound, type Typed } from '../../platform/route.ts'
import { enterCreditNote } from '../actions/credit.ts'
import { mayDecide } from '../actions/kept.ts'
import { earliest } from '../forms.ts'
import { creditPage } from '../pages/credit.tsx'
import { type CreditProblem, creditable, creditSays } from '../rules/crediting.ts'
import type { Line } from '../types.ts'
import { nothingWrong, type SeenInvoice, seenOne, type Wrong } from './seeing.ts'

const creditables = ({ invoice }: SeenInvoice): readonly Line[] =>
  invoice.lines.filter(line => creditable(line) > nothing)

async function toCredit(doing: Doing, asked: Asked): Promise<SeenInvoice | null> {
  const found = await seenOne(doing, asked, 'invoice-credit-note')
  return found === null || found.budget === null || !mayDecide(doing, found.invoice) ? null : found
}

const showing = (found: SeenInvoice, wrong: Wrong): Answer =>
  creditPage({ invoice: found.invoice, lines: creditables(found), ...found.strip, ...wrong })

async function show(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await toCredit(doing, asked)
  return found === null ? notFound : showing(found, nothingWrong)
}

const fields = (doing: Doing) =>
  form({
    supplier: text({ missing: 'Enter the supplier on the credit note', most: 120, called: 'The name' }),
    theirs: text({ missing: 'Enter the number of the credit note', most: 60, called: 'The number' }),
    dated: day({
      missing: 'Enter the date on the credit note',
      called: 'The date',
      from: earliest,
      until: doing.today,
      tooLate: creditSays['in-the-future'],
    }),
    total: money({ missing: 'Enter the total of the credit note' }),
    because: text({ missing: creditSays['say-why'], most: 500, called: 'What it is for' }),
  })

type TypedLines = { lines: { place: number; amount: Pence }[]; errors: FieldError[] }

function typedLines(typed: Typed, lines: readonly Line[]): TypedLines {
  const read: TypedLines = { lines: [], errors: [] }
  for (const { place } of lines) {
    const field = `credit-${place}`
    if (one(typed, field) === '') continue
    const amount = readMoney(one(typed, field))
    if (amount === null || amount <= nothing)
      read.errors.push({ field, says: 'Enter an amount in pounds and pence, like 12.50' })
    else read.lines.push({ place, amount })
  }
  return read
}

const fieldOf: Partial<Record<CreditProblem, string>> = {
  'number-missing': 'theirs',
  'same-number': 'theirs',
  'before-the-invoice': 'dated-day',
  'in-the-future': 'dated-day',
  'does-not-add-up': 'total',
  'say-why': 'because',
}

async function enter(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await toCredit(doing, asked)
  if (found === null) return notFound
  const { invoice } = found
  const lines = creditables(found)
  const again = (errors: readonly FieldError[]) => showing(found, { typed: asked.form, errors })
  const [read, own] = [fields(doing).read(asked.form), typedLines(asked.form, lines)]
  if (!read.ok || own.errors.length > 0) return again([...(read.ok ? [] : read.errors), ...own.errors])
  const { dated: datedOn, ...rest } = read.value
  const note = { reference: invoice.reference, number: invoice.number, datedOn, ...rest, lines: own.lines }
  const made = await enterCreditNote(doing, note)
  if (made.done) return `/invoices/${invoice.reference}/${invoice.number}?done=credited`
  const first = `credit-${lines[0]?.place ?? 1}`
  return again(
    made.at.map(({ place, problem }) => {
      const line = lines.find(each => each.place === place)
      const most = problem === 'more-than-the-line' && line ? `: at most ${sayMoney(creditable(line))}` : ''
      const whole = fieldOf[problem] ?? (problem === 'nothing-credited' ? first : 'supplier')
      return {
        field: place === null ? whole : `credit-${place}`,
        says: `${place === null ? '' : `Line ${place}: `}${creditSays[problem]}${most}`,
      }
    }),
  )
}

const at = '/invoices/:reference/:number/credit-notes' as const
export const creditingRoutes: readonly Route[] = [
  { at: `GET ${at}`, allow: 'invoices.decide', handle: show },
  { at: `POST ${at}`, allow: 'invoices.decide', handle: enter },
]
