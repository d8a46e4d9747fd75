import type { PlainDate } from '../../../kernel/days.ts'
import { readWrittenDay } from '../dates.ts'
import { lineCounter, visibleEnd } from '../texts.ts'
import type { AccountNumbers, Draft, Drafts, Period, RefusedRow, StatementLine } from '../types.ts'
import { type Money, moneyOf, readEntry } from './entry.ts'
import { all, type Element, one, readXml, textAt, within } from './xml.ts'

/** Any XML comes here: what is no statement is refused with a sentence that says so. */
export const isCamt = (text: string): boolean => /^\s*<(\?xml|!--|[A-Za-z_])/.test(text)

const notWellFormed =
  'The file is XML that is not well formed, perhaps because it was cut off, so nothing was read from it.'
const another = 'The file is an XML message of another kind, not a statement (camt.053).'

function accountOf(statement: Element): AccountNumbers | null {
  const iban = textAt(statement, 'Acct', 'Id', 'IBAN')
  const other = textAt(statement, 'Acct', 'Id', 'Othr', 'Id')
  if (iban === '' && other === '') return null

  return { sortCode: null, accountNumber: visibleEnd(other), iban: iban || null }
}

const kindOf = (balance: Element): string =>
  textAt(balance, 'Tp', 'CdOrPrtry', 'Cd') || textAt(balance, 'Tp', 'Cd')

/** The balance of the first of the kinds that is stated, in the account's own currency where there is one. */
function balanceOf(statement: Element, kinds: readonly string[], currency: string): Money | null {
  for (const kind of kinds) {
    const stated = all(statement, 'Bal')
      .filter(balance => kindOf(balance) === kind)
      .map(moneyOf)
      .filter(money => typeof money !== 'string')
    const found = stated.find(money => money.currency === currency) ?? stated[0]
    if (found) return found
  }
  return null
}

/** The period it states, else the days of its opening and closing balance. */
function periodOf(statement: Element): Period | null {
  const day = (name: string) =>
    readWrittenDay(textAt(statement, 'FrToDt', `${name}DtTm`) || textAt(statement, 'FrToDt', `${name}Dt`))
  const from = day('Fr')
  const to = day('To')
  if (from && to) return from <= to ? { from, to } : null
  const [first, last] = [dayOfBalance(statement, 'OPBD'), dayOfBalance(statement, 'CLBD')]
  return first && last && first <= last ? { from: first, to: last } : null
}

function dayOfBalance(statement: Element, kind: string): PlainDate | null {
  const balance = all(statement, 'Bal').find(one => kindOf(one) === kind)
  return readWrittenDay(textAt(balance, 'Dt', 'Dt') || textAt(balance, 'Dt', 'DtTm'))
}

function currencyOf(statement: Element): string {
  const opening = balanceOf(statement, ['OPBD', 'PRCD', 'ITBD', 'CLBD'], '')
  const entry = one(statement, 'Ntry', 'Amt')?.attributes['Ccy']
  return textAt(statement, 'Acct', 'Ccy') || opening?.currency || entry || 'GBP'
}

function draftOf(statement: Element, lineAt: (at: number) => number): Draft {
  const currency = currencyOf(statement)
  const opening = balanceOf(statement, ['OPBD', 'PRCD', 'ITBD'], currency)
  const closing = balanceOf(statement, ['CLBD'], currency)
  const foreign = [opening, closing].filter(money => money !== null && money.currency !== currency)
  const lines: StatementLine[] = []
  const refused: RefusedRow[] = []
  for (const entry of all(statement, 'Ntry')) {
    const read = readEntry(entry, currency)
    if (typeof read === 'string') refused.push({ line: lineAt(entry.at), why: read })
    else lines.push(read)
  }
  return {
    account: accountOf(statement),
    currency,
    opening: opening?.sum ?? null,
    closing: closing?.sum ?? null,
    comparable: foreign.length === 0,
    remarks: foreign.map(
      money =>
        `A balance is stated in ${money?.currency}, not in ${currency}, so it was compared with nothing.`,
    ),
    lines,
    refused,
    period: periodOf(statement),
  }
}

/** Reads camt.053, versions 02 to 08 and their like: one statement for each `Stmt`. */
export function readCamt(text: string): Drafts {
  // Other messages are refused without reading them through: they can be large.
  if (!text.includes('BkToCstmrStmt')) return text.trimEnd().endsWith('>') ? another : notWellFormed
  const xml = readXml(text)
  if (xml === null) return notWellFormed
  const [, root] = xml
  const messages = within({ ...root, children: [xml] }, 'BkToCstmrStmt')
  if (messages.length === 0) return another
  const lineAt = lineCounter(text)
  const drafts = messages
    .flatMap(message => all(message, 'Stmt'))
    .map(statement => draftOf(statement, lineAt))
  return drafts.length === 0 ? 'The message holds no statement.' : drafts
}
