import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from '../../platform/command.ts'
import type { Route } from '../public.ts'
import { tableOf } from '../rules/table.ts'

const file = 'docs/routes-by-roles.md'

/**
 * Writes the table of every route by every role. The routes are handed in: only the whole program knows them
 * all.
 */
export const accessTable = (routes: () => readonly Route[]): Command => ({
  name: 'access table',
  says: 'writes the table of every route by every role into docs/routes-by-roles.md',
  help: `Use: openphb access table [-]\n\nWith - the table is printed instead of written.`,
  needsDatabase: false,
  async run(words, { out, err }) {
    if (words.length > 1 || (words[0] !== undefined && words[0] !== '-')) {
      err('Use: openphb access table [-]\n')
      return 2
    }
    const table = tableOf(routes())
    if (words[0] === '-') {
      out(table)
      return 0
    }
    const path = join(process.env.OPENPHB_ROOT ?? process.cwd(), file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, table)
    out(`The table was written to ${file}.\n`)
    return 0
  },
})
