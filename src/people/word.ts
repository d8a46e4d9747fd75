import { createHash, randomInt } from 'node:crypto'

const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A word of twelve letters and digits by which somebody who signs in says what they were invited to:
 * `K7QM-2R4T-9WXB`. Shown once, kept as a hash.
 */
export const newWord = (): string =>
  Array.from({ length: 12 }, () => letters[randomInt(letters.length)] ?? '2')
    .join('')
    .replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3')

const plain = (word: string): string => word.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')

/** What is kept of a word, however it is typed: small letters and hyphens make no difference. */
export const hashOfWord = (word: string): string =>
  createHash('sha256')
    .update(`invitation ${plain(word)}`)
    .digest('hex')

/** How many days an invitation waits to be taken up. */
export const daysToTakeUp = 30
