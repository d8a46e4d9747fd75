import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { sayShortDay } from '../kernel/days.ts'
import { type Command, type Console, readWords } from '../platform/command.ts'
import { asService } from '../platform/transaction.ts'
import { gapsOf, type Merged } from './merge/merge.ts'
import { importNamed } from './named/import-named.ts'
import { asJson, lineAsJson, readStatement } from './read/read-statement.ts'
import { saySummary } from './read/say.ts'
import type { StatementFile, WholeRefused } from './read/types.ts'

const largest = 20 * 1024 * 1024

function wrongly(console: Console, says: string): number {
  console.err(`${says} See --help.\n`)
  return 2
}

/** A file of the folder in which the command was called, read; or one sentence why it cannot be. */
function fileIn({ folder }: Console, name: string): StatementFile | WholeRefused {
  const whole = (why: string): WholeRefused => ({ refusedWhole: true, file: name, why })
  try {
    const at = resolve(folder, name)
    const { size } = statSync(at)
    if (size > largest) return whole('The file is larger than 20 MB.')
    return readStatement(readFileSync(at), name)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return whole('There is no such file.')
    if (code === 'EISDIR') return whole('That is a folder, not a file.')
    if (code === 'EACCES') return whole('The file may not be read.')
    throw error
  }
}

const sayRefused = ({ file, why }: WholeRefused): string => `${file}: ${why}\n`

const readHelp = `openphb statement read FILE [--json]

Reads a bank statement: OFX, QIF, CAMT.053, MT940 or a table (CSV) of a bank. What the file is shows in
its content, not in its name. Prints what was read and whether it adds up; --json prints every line.
Exit code: 0 when anything could be read, 2 when the whole file was refused or the command called wrongly.`

const importHelp = `openphb statement import --account NAME [--json] FILE...

Brings statements into an account of that name, which is made when it is new. The same payment is never
counted twice, in whatever order the files come. Prints what was added, what was there already, days that
no statement speaks for, and rows that could not be read; --json prints every line of the account.
Exit code: 0 when anything could be read, 2 when no file could be, or the command was called wrongly.`

const read: Command = {
  name: 'statement read',
  says: 'read a bank statement file and check that it adds up',
  help: readHelp,
  needsDatabase: false,
  async run(words, console) {
    const asked = readWords(words, { takes: [], flags: ['json'] })
    const [name, more] = asked.words
    if (asked.unknown.length > 0) return wrongly(console, `What is ${asked.unknown[0]}?`)
    if (name === undefined || more !== undefined) return wrongly(console, 'Name one file to read.')
    const found = fileIn(console, name)
    if (found.refusedWhole) {
      console.err(sayRefused(found))
      return 2
    }
    console.out(
      asked.flags.has('json')
        ? `${JSON.stringify(asJson(found))}\n`
        : `${found.statements.map(saySummary).join('\n\n')}\n`,
    )
    return 0
  },
}

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`

function sayImported(name: string, { account, added, already, refused }: Merged): string {
  const gaps = gapsOf(account).map(
    ({ from, to }) => `No statement speaks for ${sayShortDay(from)} to ${sayShortDay(to)}.`,
  )
  const rows = refused.map(({ line, why }) => `Line ${line}: ${why}`)
  return [
    `${name}: ${count(added, 'line')} added, ${already} there already. ` +
      `The account has ${count(account.lines.length, 'line')}.`,
    ...gaps,
    ...rows,
  ].join('\n')
}

const importedAsJson = ({ account, added, already, refused }: Merged) => ({
  added,
  already,
  lines: account.lines.map(lineAsJson),
  gaps: gapsOf(account).map(({ from, to }) => ({ from, to })),
  refused: refused.map(({ line, why }) => ({ line, why })),
})

async function importing(name: string, files: readonly string[], console: Console, json: boolean) {
  const found = files.map(file => fileIn(console, file))
  const bad = found.filter(one => one.refusedWhole === true)
  for (const one of bad) console.err(sayRefused(one))
  const good = found.flatMap(one => (one.refusedWhole ? [] : one.statements))
  if (bad.length === found.length) return 2
  const merged = await asService(console.database, doing => importNamed(doing, name, good))
  const said = {
    ...merged,
    refused: [...merged.refused, ...bad.map(one => ({ line: 1, why: `${one.file}: ${one.why}` }))],
  }
  console.out(json ? `${JSON.stringify(importedAsJson(said))}\n` : `${sayImported(name, said)}\n`)
  return 0
}

const importStatements: Command = {
  name: 'statement import',
  says: 'bring bank statements into a named account, each payment once',
  help: importHelp,
  needsDatabase: true,
  async run(words, console) {
    const asked = readWords(words, { takes: ['account'], flags: ['json'] })
    const name = asked.options.get('account')?.trim() ?? ''
    if (asked.unknown.length > 0) return wrongly(console, `What is ${asked.unknown[0]}?`)
    if (name === '') return wrongly(console, 'Say which account, as --account NAME.')
    if (name.length > 200 || name.includes('\0'))
      return wrongly(console, 'An account has a name of at most 200 letters.')
    if (asked.words.length === 0) return wrongly(console, 'Name the files to import.')
    return importing(name, asked.words, console, asked.flags.has('json'))
  },
}

/** The verbs of bank statements on the command line. */
export const commands: readonly Command[] = [read, importStatements]
