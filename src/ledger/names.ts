import type { Entry } from './types.ts'

type Told = Pick<Entry, 'key' | 'because'>

/**
 * An entry without whom a payment went to. What follows from a line of the bank says what it was for, a
 * colon,
 * and what the bank calls the payee; the key leads those who may see more to the line itself. The ledger is
 * only ever added to, so that the name is left out of what is shown and not out of the entry.
 */
export const withoutPayee = <One extends Told>(entry: One): One =>
  entry.key.startsWith('bank:') ? { ...entry, because: entry.because.split(': ')[0] ?? '' } : entry

/** The same for all entries, unless the reader sees names. */
export const asSeen = <One extends Told>(entries: readonly One[], names: boolean): readonly One[] =>
  names ? entries : entries.map(withoutPayee)
