import { sayShortDay } from '../../kernel/days.ts'
import { nothing, sayMoney } from '../../kernel/money.ts'
import type { NewLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { NewCreditNote } from '../rules/crediting.ts'
import type { Invoice } from '../types.ts'
import { supplierLetter } from './supplier.ts'

/** Tells the supplier that its credit note was entered, and how it comes off what we pay next. */
export const creditLetter = (doing: Doing, one: Invoice, note: NewCreditNote): Promise<NewLetter> =>
  supplierLetter(doing, one, {
    title: `We take ${sayMoney(note.total)} off our next payment, by your credit note ${note.theirs.trim()}`,
    paragraphs: [
      `We have your credit note ${note.theirs.trim()} of ${sayShortDay(note.datedOn)} for your invoice ` +
        `${one.theirs}. You owe ${sayMoney(note.total)} for the lines below.`,
      {
        table: {
          caption: 'What it takes off',
          columns: ['Line', 'Charged', 'Taken off'],
          rows: note.lines
            .filter(({ amount }) => amount > nothing)
            .map(({ place, amount }) => {
              const line = one.lines.find(each => each.place === place)
              const says = line === undefined ? '' : `${line.says}, ${sayShortDay(line.on)}`
              return [says, sayMoney(line?.amount ?? nothing), sayMoney(amount)]
            }),
        },
      },
      'We take it off what we pay you next for the same service of the same budget, and off nothing else. ' +
        'You need not send anything back.',
      'If you think this is wrong, write to us with your reasons.',
    ],
  })
