import { closeSync, openSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Command, type Console, readWords } from '../../platform/command.ts'
import { asService } from '../../platform/transaction.ts'
import { sealAll } from '../actions/seal.ts'
import { chainAfter, exportChain, verifyChain } from '../queries/chain.ts'

const readNoted = (text: string): { position: number; link: string } | null => {
  const [, position, link] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? []
  return position && link ? { position: Number(position), link } : null
}

const toNote = (links: number, link: string): string =>
  links === 0 ? '' : `Note the last one to check against later: ${links}:${link}\n`

async function verify(words: readonly string[], { database, out, err }: Console): Promise<number> {
  const { options, flags, words: more, unknown } = readWords(words, { takes: ['noted'], flags: ['json'] })
  const noted = readNoted(options.get('noted') ?? '')
  if (unknown.length > 0 || more.length > 0 || (options.has('noted') && noted === null)) {
    err('Use: openphb audit verify [--noted POSITION:LINK] [--json]\n')
    return 2
  }
  const sealed = await sealAll(database)
  const { links, link, broken } = await verifyChain(database, noted)
  if (flags.has('json')) out(`${JSON.stringify({ holds: broken === null, links, link, sealed, broken })}\n`)
  else if (broken)
    err(
      `The record is broken at link ${broken.position}: ${broken.says}. The ${links} links before it hold.\n`,
    )
  else out(`The record holds: ${links} links, ${sealed} of them sealed just now.\n${toNote(links, link)}`)
  return broken ? 1 : 0
}

export const auditVerify: Command = {
  name: 'audit verify',
  says: 'checks that the record of changes and looks is whole and unchanged',
  help: `Use: openphb audit verify [--noted POSITION:LINK] [--json]

Seals what waits, works out every link again and compares. With --noted, the chain must still hold a link that
was noted earlier. Exit code 0 when the record holds, 1 when it is broken (the first break is said).`,
  needsDatabase: true,
  run: verify,
}

async function exportTo(words: readonly string[], { database, folder, out, err }: Console): Promise<number> {
  const [to, ...more] = words
  if (to === undefined || more.length > 0 || to.startsWith('--')) {
    err('Use: openphb audit export FILE|-\n')
    return 2
  }
  await sealAll(database)
  const file = to === '-' ? null : openSync(resolve(folder, to), 'wx', 0o600)
  for await (const text of exportChain(after => asService(database, doing => chainAfter(doing, after)))) {
    if (file === null) out(text)
    else writeSync(file, text)
  }
  if (file === null) return 0
  closeSync(file)
  err(`The record was written to ${to}. Check it with: node scripts/verify-record.mjs ${to}\n`)
  return 0
}

export const auditExport: Command = {
  name: 'audit export',
  says: 'writes the whole record as JSON lines, to be checked by somebody else',
  help: `Use: openphb audit export FILE|-

One line for each link: its position, its link, the digest of the happening and the happening itself;
then a line that ends it. FILE must not exist yet. Check it with scripts/verify-record.mjs, which needs
nothing else.`,
  needsDatabase: true,
  run: (words, console) =>
    exportTo(words, console).catch((error: unknown) => {
      if (
        !(
          error instanceof Error &&
          'code' in error &&
          ['EEXIST', 'ENOENT', 'EACCES', 'EISDIR'].includes(String(error.code))
        )
      )
        throw error
      console.err(
        `The file was not written: ${error.code === 'EEXIST' ? 'it is there already' : error.code}.\n`,
      )
      return 2
    }),
}
