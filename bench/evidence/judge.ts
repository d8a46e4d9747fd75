import type { Row, SetFile } from './set.ts'
import type { Trap } from './truth.ts'

/**
 * How well a program told "the same payment" from "another": rows it rightly knew again, rows that it took
 * for known though they are another payment (money lost from sight), rows it counted a second time.
 */
export type Score = { readonly right: number; readonly lost: number; readonly twice: number }

export const precisionOf = ({ right, lost }: Score): number =>
  right + lost === 0 ? 1 : right / (right + lost)
export const recallOf = ({ right, twice }: Score): number =>
  right + twice === 0 ? 1 : right / (right + twice)

/**
 * Judges the rows that a program added. Rows of one file that agree in day and sum are counted together, so
 * that it does not matter which of two equal rows it took for the known one.
 */
export function judge(files: readonly SetFile[], added: ReadonlySet<string>, of?: Trap): Score {
  const score = { right: 0, lost: 0, twice: 0 }
  for (const { rows } of files) {
    const alike = Map.groupBy(rows, ({ day, pence }) => `${day} ${pence}`)
    for (const group of alike.values()) {
      if (of !== undefined && !group.some(({ payment }) => payment.traps.includes(of))) continue
      const count = (wanted: (row: Row) => boolean): number => group.filter(wanted).length
      const [truly, said] = [count(({ same }) => same), count(({ label }) => !added.has(label))]
      score.right += Math.min(truly, said)
      score.lost += Math.max(0, said - truly)
      score.twice += Math.max(0, truly - said)
    }
  }
  return score
}

/** The rows that a perfect program adds: each payment where it is shown for the first time. */
export const trulyNew = (files: readonly SetFile[]): ReadonlySet<string> =>
  new Set(files.flatMap(({ rows }) => rows.filter(({ same }) => !same).map(({ label }) => label)))
