import { plainMoney } from '../kernel/money.ts'
import { kindOf } from './accounts.ts'
import type { AccountName, Entry } from './types.ts'

/** Everything that an export names: every account and every entry, oldest day first. */
export type Book = { readonly accounts: readonly AccountName[]; readonly entries: readonly Entry[] }

// In a journal these characters would begin a comment, a note or a new line.
const words = (text: string): string =>
  text
    .replaceAll(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .replaceAll(/[;|]/g, ',')
    .trim()
// In a note, a comma ends a tag, a colon begins one, and ledger reads what stands in brackets as a day.
const tag = (text: string): string => words(text).replaceAll(/[,:[\]]/g, ' ')

const about = [
  '; The ledger of OpenPHB: double entry in pounds sterling. The first day of an entry is the one',
  '; it counts from, the second the one on which it was recorded.',
]

/**
 * The ledger as a journal that hledger reads, also under `--strict`: the commodity and every account
 * declared, each entry with its key as code, and both days (`effective=recorded`).
 */
export function hledgerOf({ accounts, entries }: Book): string {
  const head = [
    ...about,
    'decimal-mark .',
    'commodity 1000.00 GBP',
    '',
    ...accounts.map(account => `account ${account}  ; kind: ${kindOf(account)}`),
  ]
  return `${[...head, ...entries.map(transactionOf)].join('\n')}\n`
}

/**
 * The same for ledger, also under `--strict` and `--pedantic`: its way of declaring a commodity and an
 * account differs.
 */
export function ledgerOf({ accounts, entries }: Book): string {
  const head = [
    ...about,
    'commodity GBP',
    '    format 1000.00 GBP',
    '',
    ...['key', 'entry', 'recorded', 'by', 'reverses'].map(name => `tag ${name}`),
    '',
    ...accounts.flatMap(account => [`account ${account}`, `    note kind ${kindOf(account)}`]),
  ]
  return `${[...head, ...entries.map(transactionOf)].join('\n')}\n`
}

function transactionOf(entry: Entry): string {
  const { id, key, effectiveOn, recordedOn, recordedAt, because, by, reverses, postings } = entry
  const width = Math.max(...postings.map(({ account }) => account.length))
  const tags = [
    `key: ${key}`,
    `entry: ${id}`,
    `recorded: ${recordedAt}`,
    `by: ${tag(by)}`,
    ...(reverses === null ? [] : [`reverses: ${reverses}`]),
  ]
  return [
    '',
    `${effectiveOn}=${recordedOn} * (${key}) ${words(because)}`,
    ...tags.map(one => `    ; ${one}`),
    ...postings.map(
      ({ account, pence }) => `    ${account.padEnd(width)}  ${plainMoney(pence).padStart(14)} GBP`,
    ),
  ].join('\n')
}

const columns = [
  'effective_on',
  'recorded_on',
  'recorded_at',
  'key',
  'entry',
  'because',
  'by',
  'reverses',
  'organisation',
  'place',
  'account',
  'pounds',
]

// A spreadsheet takes a text that begins so for a formula and runs it: an apostrophe makes it a text again.
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/**
 * The ledger as CSV (RFC 4180): a row for each posting, with its entry's key and both days. Sums are plain
 * numbers.
 */
export function csvOf({ entries }: Book): string {
  const rows = entries.flatMap(entry =>
    entry.postings.map(({ account, pence }, place) => [
      ...[
        entry.effectiveOn,
        entry.recordedOn,
        entry.recordedAt,
        entry.key,
        entry.id,
        entry.because,
        entry.by,
      ].map(harmless),
      entry.reverses ?? '',
      entry.organisation,
      String(place + 1),
      harmless(account),
      plainMoney(pence),
    ]),
  )
  return [columns, ...rows].map(row => `${row.map(quoted).join(',')}\r\n`).join('')
}
