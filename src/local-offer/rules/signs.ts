import { words } from '../reference/signs.ts'
import type { Sign } from '../types.ts'

const plain = (text: string): string => ` ${text.toLowerCase().replace(/[^a-z0-9&]+/g, ' ')} `

const all = Object.entries(words) as unknown as readonly (readonly [Sign, readonly string[]])[]

/**
 * What the words of a question may mean that no direct payment buys, by whole words. It is a reason to
 * ask, never an answer. The rule is ours.
 */
export const signsIn = (text: string): readonly Sign[] =>
  all.filter(([, known]) => known.some(word => plain(text).includes(` ${word} `))).map(([sign]) => sign)
