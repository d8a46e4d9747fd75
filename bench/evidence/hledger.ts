import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { SetFile } from './set.ts'

const rules = `skip 1
fields date, amount, description, comment
date-format %Y-%m-%d
currency GBP
account1 assets:bank
`

/** The version that is installed; null where there is none. */
export function hledgerVersion(): string | null {
  const { status, stdout } = spawnSync('hledger', ['--version'], { encoding: 'utf8' })
  return status === 0 ? (stdout.split(/[\s,]+/)[1] ?? '') : null
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** Each file as a table; hledger knows a download again by the name of its file, so all have one name. */
function addedIn(files: readonly SetFile[], folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true })
  const [table, journal] = [path.join(folder, 'account.csv'), path.join(folder, 'account.journal')]
  writeFileSync(`${table}.rules`, rules)
  writeFileSync(journal, '')
  return files.flatMap(({ rows }) => {
    const lines = rows.map(({ day, pence, text, label }) =>
      [day, (pence / 100).toFixed(2), quoted(text), `row ${label}`].join(),
    )
    writeFileSync(table, ['date,amount,description,comment', ...lines].join('\n').concat('\n'))
    const dry = execFileSync('hledger', ['-f', journal, 'import', '--dry-run', table], { encoding: 'utf8' })
    execFileSync('hledger', ['-f', journal, 'import', table], { encoding: 'utf8' })
    return [...dry.matchAll(/row (A\d\d-\d\d-\d{3})/g)].map(([, label = '']) => label)
  })
}

/** The rows that `hledger import` adds, in a folder of its own. */
export function addedByHledger(files: readonly SetFile[], folder: string): ReadonlySet<string> {
  rmSync(folder, { recursive: true, force: true })
  const accounts = [...Map.groupBy(files, ({ account }) => account)]
  return new Set(accounts.flatMap(([name, own]) => addedIn(own, path.join(folder, name))))
}
