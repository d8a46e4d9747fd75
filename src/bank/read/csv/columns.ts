import { clean } from '../texts.ts'

/** What a column can be for. A table is understood when its date and its money are. */
export type Role =
  | 'date'
  | 'payee'
  | 'reference'
  | 'amount'
  | 'out'
  | 'in'
  | 'mark'
  | 'fee'
  | 'balance'
  | 'currency'
  | 'id'
  | 'state'
  | 'declined'
  | 'product'
  | 'sortCode'
  | 'accountNumber'
  | 'account'
  | 'iban'

export type Columns = Readonly<Partial<Record<Role, number>>> & {
  /** The other columns that say something of the payment. */
  readonly about: readonly number[]
  /** The currency that the money's own heading names, as in `Amount (GBP)`. */
  readonly namedCurrency: string | null
}

/** A heading as it is compared: small letters, single spaces, no colon at the end. */
export const plainHeading = (cell: string): string =>
  clean(cell)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^'|[:*]$/g, '')
    .trim()

/** The same without the currency in brackets: `amount (gbp)` is `amount`. */
const bare = (heading: string): string => heading.replace(/\s*\(?(£|€|gbp|eur|usd)\)?$/, '').trim() || heading

const words = (list: string): readonly string[] => list.split(', ')

/**
 * The headings known for each role, those that are surer first. Days of booking stand before days of
 * purchase.
 */
const known: Readonly<Record<Role, readonly string[]>> = {
  date: words(
    'completed date, date completed, booking date, booked date, date booked, posting date, posted ' +
      'date, date posted, settlement date, settled date, date processed, processed date, date entered, ' +
      'entry date, transaction date, date of transaction, date, created, created at, transaction ' +
      'date/time, date/time, date time, datetime, date and time, payment date, day, date (utc), trans ' +
      'date, txn date, value date',
  ),
  payee: words(
    'payee, name, counter party, counterparty, counterparty name, counter party name, merchant, ' +
      'merchant name, merchant/description, transaction description, description, details, transaction ' +
      'details, narrative, particulars, transaction, payer, payee name, payer/payee, payee/payer, ' +
      'beneficiary, paid to, supplier, narration, text, memo, reference',
  ),
  reference: words(
    'reference, payment reference, ref, ref., reference number, your reference, cheque number, number',
  ),
  amount: words(
    'amount, transaction amount, value, debit/credit, net amount, sum, billing amount, amount in ' +
      'account currency, total amount',
  ),
  out: words(
    'debit amount, debit, debits, paid out, money out, out, withdrawals, withdrawal, withdrawn, ' +
      'amount out, payments out, payment out, paid-out, outgoing, outgoings, spent, spend, debit value, ' +
      'outflow, payments, amount debited, money spent',
  ),
  in: words(
    'credit amount, credit, credits, paid in, money in, in, deposits, deposit, deposited, amount in, ' +
      'payments in, payment in, paid-in, incoming, receipts, received, credit value, inflow, loads, ' +
      'load, loaded, amount credited, money received, top up, top-up, top ups',
  ),
  mark: words(
    'dr/cr, cr/dr, debit or credit, credit or debit, credit/debit, credit debit indicator, direction, ' +
      'debit/credit, c/d, d/c, in/out',
  ),
  fee: words('fee, fees, fee amount, charge, charges, transaction fee, card fee'),
  balance: words(
    'balance, running balance, balance after, account balance, balance after transaction, closing ' +
      'balance, available balance, card balance, ledger balance',
  ),
  currency: words('currency, ccy, currency code, account currency, transaction currency'),
  id: words(
    'transaction id, id, transaction reference number, unique id, transaction identifier, fitid, ' +
      'transactionid, bank reference, txn id, transaction number',
  ),
  state: words('state, status, transaction status, transaction state'),
  declined: words('decline reason, declined, decline_reason, declined reason'),
  product: words('product'),
  sortCode: words('sort code, sortcode, account sort code'),
  accountNumber: words('account number, account no, account no., accountnumber, account #, card number'),
  account: words('account'),
  iban: words('iban, account iban'),
}

/** Headings that say nothing of the payment that a line must keep. */
const silent: ReadonlySet<string> = new Set([
  '',
  'time',
  'local amount',
  'local currency',
  'local_amount',
  'local_currency',
  'receipt',
  'account name',
  'category split',
  'started date',
  'value date',
  'transaction date',
  'date',
  'card member',
  'orig currency',
  'orig amount',
  'exchange rate',
])

const roles = Object.keys(known) as readonly Role[]

function placeOf(role: Role, headings: readonly string[], taken: ReadonlySet<number>): number | undefined {
  for (const name of known[role]) {
    const exact = headings.findIndex((heading, at) => heading === name && !taken.has(at))
    const at =
      exact >= 0 ? exact : headings.findIndex((heading, place) => bare(heading) === name && !taken.has(place))
    if (at >= 0) return at
  }
  return undefined
}

/** Which column is for what, by its heading alone; null where no date or no money can be made out. */
export function columnsOf(cells: readonly string[]): Columns | null {
  const headings = cells.map(plainHeading)
  const taken = new Set<number>()
  const found: Partial<Record<Role, number>> = {}
  for (const role of roles) {
    const at = placeOf(role, headings, taken)
    if (at === undefined) continue
    found[role] = at
    taken.add(at)
  }
  const money = found.amount ?? found.out
  if (found.date === undefined || money === undefined) return null
  if (found.amount === undefined && found.in === undefined) return null
  const about = headings.flatMap((heading, at) => (taken.has(at) || silent.has(heading) ? [] : [at]))
  const named = /\(?\b(gbp|eur|usd)\)?$/.exec(headings[money] ?? '')?.[1]?.toUpperCase() ?? null
  return { ...found, about, namedCurrency: named }
}
