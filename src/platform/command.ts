import type { Database } from './database.ts'

/** What a command may use: where it writes, the database if it needs one, and the folder it was called in. */
export type Console = {
  readonly database: Database
  readonly folder: string
  readonly embedded: boolean
  out(text: string): void
  err(text: string): void
}

/**
 * One verb of the command line: `openphb ledger check`. Its exit code is what `run` gives: 0 when all is
 * well.
 */
export type Command = {
  readonly name: string
  /** One line for the list of commands. */
  readonly says: string
  /** The text of `--help`, after the first line. */
  readonly help: string
  readonly needsDatabase: boolean
  run(words: readonly string[], console: Console): Promise<number>
}

export type Options = {
  readonly words: readonly string[]
  readonly options: ReadonlyMap<string, string>
  readonly flags: ReadonlySet<string>
}

/**
 * Splits words into plain ones, `--name value` and `--flag`. `takes` names the options that take a value. A
 * word that begins with `--` and is in neither list is named in `unknown`.
 */
export function readWords(
  words: readonly string[],
  { takes, flags }: { takes: readonly string[]; flags: readonly string[] },
): Options & { readonly unknown: readonly string[] } {
  const read = {
    words: [] as string[],
    options: new Map<string, string>(),
    flags: new Set<string>(),
    unknown: [] as string[],
  }
  const left = [...words]
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const [, name = '', given] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? []
    if (!word.startsWith('--')) read.words.push(word)
    else if (flags.includes(name) && given === undefined) read.flags.add(name)
    else if (takes.includes(name) && (given !== undefined || left.length > 0))
      read.options.set(name, given ?? left.shift() ?? '')
    else read.unknown.push(word)
  }
  return read
}
