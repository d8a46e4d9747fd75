import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { type Pence, plainMoney } from '../src/kernel/money.ts'
import { beancountName, beancountOf } from '../src/ledger/beancount.ts'
import { type Book, hledgerOf, ledgerOf } from '../src/ledger/export.ts'
import type { AccountName } from '../src/ledger/types.ts'

/** A program for plain-text accounts: how it reads our export, and what it says each account holds. */
export type Program = {
  readonly name: string
  readonly version: () => string | null
  /** The balances by our own names, as plain pounds; throws with the program's words where it objects. */
  readonly balances: (book: Book) => ReadonlyMap<string, string>
}

const env = { ...process.env, LC_ALL: 'C.UTF-8' }
const gigabyte = 2 ** 30

function ran(program: string, words: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, [...words], {
    env,
    encoding: 'utf8',
    maxBuffer: gigabyte,
  })
  if (status !== 0 || stderr !== '') throw new Error(`${program}: ${error?.message ?? ''}${stderr}${stdout}`)
  return stdout
}

function versionOf(program: string, words: readonly string[]): string | null {
  const { status, stdout, stderr } = spawnSync(program, [...words], { env, encoding: 'utf8' })
  return status === 0 ? (`${stdout}${stderr}`.trim().split('\n')[0] ?? '') : null
}

function inFile<Value>(text: string, work: (file: string) => Value): Value {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'openphb-books-'))
  const file = path.join(folder, 'book')
  fs.writeFileSync(file, text)
  try {
    return work(file)
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

const plain = (sum: string): string => {
  const said = sum.replace('GBP', '').trim()
  return Number(said) === 0 ? '0.00' : said
}

const hledger: Program = {
  name: 'hledger',
  version: () => versionOf('hledger', ['--version']),
  balances: book =>
    inFile(hledgerOf(book), file => {
      ran('hledger', ['-f', file, 'check', '--strict', 'ordereddates'])
      const words = ['balance', '--flat', '--no-total', '--empty', '-O', 'csv']
      const rows: string[][] = parse(ran('hledger', ['-f', file, ...words]), { from: 2 })
      return new Map(rows.map(([account = '', sum = '']) => [account, plain(sum)]))
    }),
}

const ledger: Program = {
  name: 'ledger',
  version: () => versionOf('ledger', ['--version']),
  balances: book =>
    inFile(ledgerOf(book), file => {
      const format = ['--format', '%(account)\\t%(display_total)\\n']
      const words = ['--pedantic', 'balance', '--flat', '--no-total', '--empty', ...format]
      const lines = ran('ledger', ['-f', file, ...words])
        .split('\n')
        .filter(Boolean)
      return new Map(
        lines.map(line => line.split('\t')).map(([account = '', sum = '']) => [account, plain(sum)]),
      )
    }),
}

const beancount: Program = {
  name: 'beancount',
  version: () => versionOf('bean-check', ['--version']),
  balances: book =>
    inFile(beancountOf(book), file => {
      ran('bean-check', [file])
      const query = 'select account, sum(number) as pounds group by account'
      const rows: string[][] = parse(ran('bean-query', ['-f', 'csv', file, query]), { from: 2, trim: true })
      const ours = new Map(book.accounts.map(account => [beancountName(account), account]))
      return new Map(rows.map(([account = '', sum = '']) => [ours.get(account) ?? account, plain(sum)]))
    }),
}

export const programs: readonly Program[] = [hledger, ledger, beancount]

/**
 * Where a program's balances differ from ours, each as a short text. An account on which nothing ever moved
 * may be missing from a report.
 */
export function differencesOf(
  theirs: ReadonlyMap<string, string>,
  ours: ReadonlyMap<AccountName, Pence>,
): readonly string[] {
  const said = new Map<string, string>([...ours].map(([account, sum]) => [account, plainMoney(sum)]))
  return [...new Set([...said.keys(), ...theirs.keys()])]
    .filter(account => (theirs.get(account) ?? '0.00') !== (said.get(account) ?? 'unknown'))
    .map(account => `${account}: ${theirs.get(account)} and not ${said.get(account)}`)
}
