import { isStaff, roleOf } from '../../access/public.ts'
import { addDays, sayDay, sayShortDay } from '../../kernel/days.ts'
import { minus, nothing, type Pence, plus, sayMoney } from '../../kernel/money.ts'
import type { NewLetter, Paragraph } from '../../notices/public.ts'
import { organisation } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { figuresOf } from '../queries/budget.ts'
import { outcomeSays } from '../rules/say.ts'
import type { Invoice, Line, Settled } from '../types.ts'

/** Who writes, and how a supplier reaches them: by the invoice's number, never by the person's name. */
async function from(doing: Doing, { organisation: id, reference, theirs }: Invoice) {
  const body = await organisation(doing, id)
  const { telephone } = (body?.details ?? {}) as { telephone?: string }
  const staff = isStaff(doing.actor)
  return {
    name: staff ? doing.actor.name : (body?.name ?? 'The team'),
    role: `${staff ? roleOf(doing) : 'Finance'}, ${body?.name ?? ''}`,
    reach:
      `Write to ${body?.name ?? 'us'}${telephone ? `, or call ${telephone}` : ''}, ` +
      `with our reference ${reference} and your number ${theirs}.`,
  }
}

type About = { readonly title: string; readonly paragraphs: readonly Paragraph[] }

/** A letter to the supplier of an invoice. */
export const supplierLetter = async (doing: Doing, one: Invoice, about: About): Promise<NewLetter> => ({
  organisation: one.organisation,
  person: one.person,
  to: {
    name: one.supplier,
    addressLines: one.address
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== ''),
  },
  kind: 'invoice',
  ...about,
  from: await from(doing, one),
  reference: one.reference,
  subject: one.id,
  sees: 'money',
  deliver: ['screen', 'print'],
})

type Disputed = { readonly line: Line; readonly disputed: Pence; readonly because: string }

const rowOf = ({ line, disputed, because }: Disputed): readonly string[] => [
  `${line.says}, ${sayShortDay(line.on)}`,
  sayMoney(line.amount),
  sayMoney(disputed),
  because,
]

/** Tells the supplier what is disputed and why, and that the rest is paid. */
export async function disputeLetter(
  doing: Doing,
  one: Invoice,
  all: readonly Disputed[],
): Promise<NewLetter> {
  const figures = await figuresOf(doing, one.organisation, doing.today)
  const answerBy = addDays(doing.today, figures['invoices-answer-days'])
  const disputed = plus(...all.map(row => row.disputed))
  const rest = minus(one.total, disputed)
  return supplierLetter(doing, one, {
    title: `We dispute ${sayMoney(disputed)} of your invoice ${one.theirs}`,
    paragraphs: [
      `Your invoice ${one.theirs} of ${sayShortDay(one.datedOn)} is for ${sayMoney(one.total)}. ` +
        `We dispute the lines below. ${
          rest > nothing ? 'Nothing else waits for them: what we accept of the rest is paid.' : ''
        }`.trim(),
      {
        table: {
          caption: 'What we dispute, and why',
          columns: ['Line', 'Charged', 'Disputed', 'Why'],
          rows: all.map(rowOf),
        },
      },
      { heading: 'What you can do' },
      {
        list: [
          `Answer by ${sayDay(answerBy)}: send what shows that it is right.`,
          'Or send a credit note for what should not have been charged. Give its number.',
          'Please do not stop or change anybody’s care because of this. Talk to us first.',
        ],
      },
    ],
  })
}

type Told = Pick<Settled, 'outcome' | 'because' | 'paid' | 'credited' | 'refused'> & {
  readonly line: Line
  readonly disputed: Pence
}

/** Tells the supplier how a dispute was settled, to the penny. */
export const settledLetter = (doing: Doing, one: Invoice, told: Told): Promise<NewLetter> =>
  supplierLetter(doing, one, {
    title:
      told.paid > nothing
        ? `We pay ${sayMoney(told.paid)} of what was in dispute on your invoice ${one.theirs}`
        : `We do not pay what was in dispute on your invoice ${one.theirs}`,
    paragraphs: [
      `The dispute about “${told.line.says}” of ${sayShortDay(told.line.on)} is settled.`,
      {
        facts: [
          ['In dispute', sayMoney(told.disputed)],
          ['How it was settled', outcomeSays[told.outcome]],
          ['We pay', sayMoney(told.paid)],
          ...(told.credited > nothing
            ? ([['Taken off by your credit note', sayMoney(told.credited)]] as const)
            : []),
          ...(told.refused > nothing ? ([['We do not pay', sayMoney(told.refused)]] as const) : []),
          ['Why', told.because],
        ],
      },
      'If you think this is wrong, write to us with your reasons.',
    ],
  })
