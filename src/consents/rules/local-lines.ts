import type { PlainDate } from '../../kernel/days.ts'
import type { LocalLine } from '../types.ts'

const plain = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}&]+/gu, ' ')} `

/** Words or phrases as typed, parted by commas or lines: each once, in small letters, at most twenty. */
export const wordsIn = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/[,\n]/)
      .map(word => plain(word).trim())
      .filter(word => word !== '')
      .slice(0, 20),
  ),
]

/** Does a line count on a day? Both ends are inside. */
export const countsOn = ({ from, until }: Pick<LocalLine, 'from' | 'until'>, day: PlainDate): boolean =>
  from <= day && (until === null || day <= until)

/** The local lines whose words stand in a question, by whole words: a reason to ask, never an answer. */
export const linesIn = (
  lines: readonly LocalLine[],
  { text, on }: { readonly text: string; readonly on: PlainDate },
): readonly LocalLine[] =>
  lines.filter(line => countsOn(line, on) && line.words.some(word => plain(text).includes(` ${word} `)))
