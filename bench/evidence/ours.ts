import { emptyAccount, merge } from '../../src/bank/merge/merge.ts'
import { readStatement } from '../../src/bank/read/read-statement.ts'
import type { Statement } from '../../src/bank/read/types.ts'
import type { SetFile } from './set.ts'
import { endings } from './write.ts'

function statementOf({ name, kind, text, rows }: SetFile): Statement {
  const read = readStatement(Buffer.from(text, 'utf8'), `${name}.${endings[kind]}`)
  const [statement] = read.refusedWhole ? [] : read.statements
  const wrong = rows.findIndex(({ pence, day }, at) => {
    const line = statement?.lines[at]
    return line === undefined || Number(line.amount) !== pence || line.date !== day
  })
  if (statement === undefined || wrong >= 0 || statement.lines.length !== rows.length)
    throw new Error(`${name} was not read as it was written, at row ${wrong + 1}`)
  return statement
}

function addedIn(files: readonly SetFile[]): readonly string[] {
  let account = emptyAccount
  const earlier = new Set<string>()
  return files.flatMap(file => {
    const statement = statementOf(file)
    account = merge(account, [statement]).account
    const mine = `${statement.source}:${statement.place}:`
    const fresh = account.lines
      .filter(line => !line.evidence.some(name => earlier.has(name.slice(0, name.lastIndexOf(':') + 1))))
      .map(line => line.evidence.find(name => name.startsWith(mine)))
    earlier.add(mine)
    return fresh.flatMap(name => {
      const row = name === undefined ? undefined : file.rows[Number(name.slice(mine.length))]
      return row === undefined ? [] : [row.label]
    })
  })
}

/** The rows that our import adds, reading the files themselves, one after another as they come. */
export function addedByUs(files: readonly SetFile[]): ReadonlySet<string> {
  return new Set([...Map.groupBy(files, ({ account }) => account).values()].flatMap(addedIn))
}
