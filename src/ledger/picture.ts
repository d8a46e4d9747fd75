import { nothing, type Pence, pence, plus, sayMoney } from '../kernel/money.ts'
import { budgetOf, kindOf, shortNameOf } from './accounts.ts'
import type { AccountKind, AccountName, Entry, NewEntry } from './types.ts'

type Drawn = Pick<NewEntry, 'effectiveOn' | 'because' | 'postings'> & Partial<Pick<Entry, 'recordedOn'>>

const order: readonly AccountKind[] = [
  'fund',
  'in-dispute',
  'contributed',
  'allocated',
  'contingency',
  'held',
  'spent',
  'commissioned',
  'owed-by-supplier',
  'outside-plan',
  'to-recover',
  'bank',
]
const rank = (account: AccountName): string =>
  `${String(order.indexOf(kindOf(account) ?? 'bank')).padStart(2, '0')} ${account}`

/**
 * Every account that the entries touch: funds first, then as money goes from them to what it was spent on.
 */
const columnsOf = (entries: readonly Drawn[]): readonly AccountName[] =>
  [...new Set(entries.flatMap(({ postings }) => postings.map(({ account }) => account)))].sort((a, b) =>
    rank(a) < rank(b) ? -1 : 1,
  )

const sumOn = (postings: Drawn['postings'], account: AccountName): Pence =>
  plus(nothing, ...postings.filter(one => one.account === account).map(one => one.pence))

const said = (sum: Pence): string => (sum === 0n ? '' : sayMoney(sum).replace('£', ''))

/**
 * The life of a budget as a text table: a row for each entry, a column for each account, and at the foot
 * what each account holds. Entries are drawn in the order given. `recorded` adds the day on which each was
 * recorded. Accounts go by their short names where all are of one budget.
 */
export function picture(entries: readonly Drawn[], { recorded = false } = {}): string {
  const accounts = columnsOf(entries)
  const alone = new Set(accounts.map(budgetOf).filter(one => one !== null)).size <= 1
  const days = (entry: Drawn): string[] => [entry.effectiveOn, ...(recorded ? [entry.recordedOn ?? ''] : [])]
  const rows = [
    [
      'on',
      ...(recorded ? ['recorded'] : []),
      'because',
      ...accounts.map(one => (alone ? shortNameOf(one) : one)),
    ],
    ...entries.map(entry => [
      ...days(entry),
      entry.because.replaceAll(/\s+/g, ' '),
      ...accounts.map(account => said(sumOn(entry.postings, account))),
    ]),
    [
      ...(recorded ? ['', ''] : ['']),
      'left',
      ...accounts.map(account =>
        balanceSaid(
          entries.flatMap(({ postings }) => postings),
          account,
        ),
      ),
    ],
  ]
  return aligned(rows, recorded ? 3 : 2)
}

const balanceSaid = (postings: Drawn['postings'], account: AccountName): string =>
  sayMoney(pence(sumOn(postings, account))).replace('£', '')

/** Texts to the left, sums to the right, two spaces between. */
function aligned(rows: readonly (readonly string[])[], texts: number): string {
  const widths = (rows[0] ?? []).map((_, place) =>
    Math.max(...rows.map(row => [...(row[place] ?? '')].length)),
  )
  const cell = (text: string, place: number): string => {
    const space = ' '.repeat((widths[place] ?? 0) - [...text].length)
    return place < texts ? text + space : space + text
  }
  return `${rows.map(row => row.map(cell).join('  ').trimEnd()).join('\n')}\n`
}
