import type { PlainDate } from '../kernel/days.ts'
import { plainMoney } from '../kernel/money.ts'
import { kindOf } from './accounts.ts'
import type { Book } from './export.ts'
import type { AccountKind, AccountName, Entry } from './types.ts'

const roots = {
  fund: 'Equity',
  bank: 'Equity',
  'in-dispute': 'Equity',
  allocated: 'Assets',
  held: 'Assets',
  contingency: 'Assets',
  'to-recover': 'Assets',
  'owed-by-supplier': 'Assets',
  contributed: 'Assets',
  'outside-plan': 'Expenses',
  spent: 'Expenses',
  commissioned: 'Expenses',
} as const satisfies Record<AccountKind, string>

// Each part of a name there begins with a capital or a figure. What does not gets `X-` before it, and so
// does what begins with `X-` already: no two accounts come to be called the same.
const part = (text: string): string => (/^(?!X-)[A-Z0-9]/.test(text) ? text : `X-${text}`)

/** What an account is called in a beancount file: `Assets:PHB-7K3M-9QT:X-held`. Throws for no account. */
export function beancountName(account: AccountName): string {
  const kind = kindOf(account)
  if (kind === null) throw new RangeError(`No account may be called ${account}`)
  return [roots[kind], ...account.split(':').map(part)].join(':')
}

const text = (words: string): string =>
  `"${words
    .replaceAll(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .replaceAll(/["\\]/g, '\\$&')}"`

/** The first day on which something counts on an account: there it has to be opened by then. */
function openedOn(entries: readonly Entry[]): ReadonlyMap<AccountName, PlainDate> {
  const first = new Map<AccountName, PlainDate>()
  for (const { effectiveOn, postings } of entries)
    for (const { account } of postings) {
      const before = first.get(account)
      if (before === undefined || effectiveOn < before) first.set(account, effectiveOn)
    }
  return first
}

/**
 * The ledger as a file for beancount. An account's own name and kind, and an entry's key, id, recorded day
 * and moment, author and what it reverses stand as metadata. An account without postings is left out where
 * nothing says from when it is.
 */
export function beancountOf({ accounts, entries }: Book): string {
  const opened = openedOn(entries)
  const head = [
    '; The ledger of OpenPHB: double entry in pounds sterling. The day of an entry is the one it counts',
    '; from; recorded-on is the one on which it was recorded.',
    'option "title" "OpenPHB"',
    'option "operating_currency" "GBP"',
    '',
    ...accounts.flatMap(account => {
      const day = opened.get(account)
      if (day === undefined) return []
      return [
        `${day} open ${beancountName(account)} GBP`,
        `  account: ${text(account)}`,
        `  kind: ${text(kindOf(account) ?? '')}`,
      ]
    }),
  ]
  return `${[...head, ...entries.map(transactionOf)].join('\n')}\n`
}

function transactionOf(entry: Entry): string {
  const { id, key, effectiveOn, recordedOn, recordedAt, because, by, reverses, postings } = entry
  return [
    '',
    `${effectiveOn} * ${text(because)}`,
    `  key: ${text(key)}`,
    `  entry: ${text(id)}`,
    `  recorded-on: ${recordedOn}`,
    `  recorded-at: ${text(recordedAt)}`,
    `  by: ${text(by)}`,
    ...(reverses === null ? [] : [`  reverses: ${text(reverses)}`]),
    ...postings.map(({ account, pence }) => `  ${beancountName(account)}  ${plainMoney(pence)} GBP`),
  ].join('\n')
}
