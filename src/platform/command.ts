import type { Database } from './database.ts'

/** What a command may use: where it writes, the database if it needs one, and the folder it was called in. */
export type Console = {
  readonly database: Database
  readonly folder: string
  readonly embedded: boolean
  out(text: string): void
  err(text: string): void
}

/** One verb of the command line: `openphb ledger check`. Its exit code is what `run` gives: 0 when all is well. */
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
 * Splits words into plain ones, `--name value` and `--flag`. `takes` names the options that take a value. A word
 * that begins with `--` and is in neither list is named in `unknown`.
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
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place] ?? ''
    const [name, given] = word.startsWith('--')
      ? [word.slice(2).split('=')[0] ?? '', word.includes('=') ? word.slice(word.indexOf('=') + 1) : null]
      : ['', null]
    if (!word.startsWith('--')) read.words.push(word)
    else if (flags.includes(name)) read.flags.add(name)
    else if (takes.includes(name) && given !== null) read.options.set(name, given)
    else if (takes.includes(name) && words[place + 1] !== undefined)
      read.options.set(name, words[(place += 1)] ?? '')
    else read.unknown.push(word)
  }
  return read
}
