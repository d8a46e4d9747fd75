import type { Brand } from './brand.ts'

/** Whole pence, never a float. Negative is allowed: a ledger needs it. */
export type Pence = Brand<bigint, 'pence'>

/** Takes whole pence as a bigint. `pence(1250n)` is £12.50. */
export const pence = (whole: bigint): Pence => whole as Pence

export const nothing: Pence = pence(0n)

export const plus = (...sums: readonly Pence[]): Pence => pence(sums.reduce((a, b) => a + b, 0n))
export const minus = (from: Pence, take: Pence): Pence => pence(from - take)
export const negative = (sum: Pence): Pence => pence(-sum)
export const smaller = (a: Pence, b: Pence): Pence => (a < b ? a : b)
export const larger = (a: Pence, b: Pence): Pence => (a > b ? a : b)

/**
 * One sum times a fraction, rounded once, half a penny up (away from zero below nought, so that a reversal is
 * the exact opposite). Convention K1: round once per line that is shown, never a part result.
 */
export function timesRoundedHalfUp(sum: bigint, numerator: bigint, denominator: bigint): Pence {
  if (denominator <= 0n) throw new RangeError('a denominator is above nought')
  const top = sum * numerator
  const sign = top < 0n ? -1n : 1n
  const size = top * sign
  return pence(sign * ((2n * size + denominator) / (2n * denominator)))
}

/** A fixed-point number as agreed on paper: `quantity('37.5')` is 37500 thousandths. Up to three decimals. */
export type Thousandths = Brand<bigint, 'thousandths'>

/** Reads a plain decimal of up to three decimals; null where the text is anything else. */
export function readThousandths(text: string): Thousandths | null {
  const found = /^(-?)(\d{1,12})(?:\.(\d{1,3}))?$/.exec(text.trim())
  if (!found) return null
  const whole = BigInt(found[2] ?? '0') * 1000n + BigInt((found[3] ?? '').padEnd(3, '0') || '0')
  return (found[1] === '-' ? -whole : whole) as Thousandths
}

/** `37500` thousandths as `37.5`. */
export function sayThousandths(count: bigint): string {
  const size = count < 0n ? -count : count
  const decimals = (size % 1000n).toString().padStart(3, '0').replace(/0+$/, '')
  return `${count < 0n ? '-' : ''}${size / 1000n}${decimals === '' ? '' : `.${decimals}`}`
}

/** Units x rate = amount, rounded half up once. */
export const costOf = (units: Thousandths, rate: Pence): Pence => timesRoundedHalfUp(rate, units, 1000n)

/**
 * Splits a sum by weights so that the shares add up to the penny: largest remainder, and of equal remainders
 * the one named first gets the penny (convention K6). Refuses an empty list, a negative weight and weights of
 * nought.
 */
export function share(sum: Pence, weights: readonly bigint[]): readonly Pence[] {
  const all = weights.reduce((a, b) => a + b, 0n)
  if (all <= 0n || weights.some(weight => weight < 0n))
    throw new RangeError('shares need weights above nought')
  const sign = sum < 0n ? -1n : 1n
  const size = sum * sign
  const parts = weights.map((weight, place) => ({
    place,
    part: (size * weight) / all,
    rest: (size * weight) % all,
  }))
  let left = size - parts.reduce((a, { part }) => a + part, 0n)
  const byRest = [...parts].sort((a, b) => (a.rest === b.rest ? a.place - b.place : a.rest > b.rest ? -1 : 1))
  for (const one of byRest) {
    if (left === 0n) break
    one.part += 1n
    left -= 1n
  }
  return parts.map(({ part }) => pence(sign * part))
}

const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** For people: `£1,204.10`, and `-£5.00` below nought. */
export function sayMoney(sum: Pence): string {
  const size = sum < 0n ? -sum : sum
  const pounds = group((size / 100n).toString())
  return `${sum < 0n ? '-' : ''}£${pounds}.${(size % 100n).toString().padStart(2, '0')}`
}

/** For files: `1204.10`, `-5.00`; no sign of the pound, no commas. */
export function plainMoney(sum: bigint): string {
  const size = sum < 0n ? -sum : sum
  return `${sum < 0n ? '-' : ''}${size / 100n}.${(size % 100n).toString().padStart(2, '0')}`
}

/**
 * Reads a sum as people type it: `12`, `12.5`, `£1,204.10`. Null where it is anything else: letters, three
 * decimals, a comma in the wrong place, more than 12 digits.
 */
export function readMoney(text: string): Pence | null {
  const plain = text.trim().replace(/^£\s*-/, '-£')
  const found = /^(-?)£?(\d{1,3}(?:,\d{3}){1,3}|\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain)
  if (!found) return null
  const whole =
    BigInt((found[2] ?? '').replaceAll(',', '')) * 100n + BigInt((found[3] ?? '').padEnd(2, '0') || '0')
  return pence(found[1] === '-' ? -whole : whole)
}
