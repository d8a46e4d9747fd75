import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CheckAnswer, type CheckTable, checkAccount, type Numbers } from '../rules/account-check.ts'

let kept: { readonly folder: string; readonly table: CheckTable } | null = null

/**
 * The edition of the table that this installation uses: the two published files `valacdos.txt` and
 * `scsubtab.txt` in
 * the folder that OPENPHB_MODULUS_TABLE names, or else the one that the library carries.
 */
export function checkTable(): CheckTable | undefined {
  const folder = process.env.OPENPHB_MODULUS_TABLE
  if (!folder) return undefined
  if (kept?.folder !== folder) {
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
    kept = { folder, table: { weights: read('valacdos.txt'), substitutions: read('scsubtab.txt') } }
  }
  return kept.table
}

/** Do a sort code and an account number belong together, by the edition in use? */
export const accountFits = (numbers: Numbers): CheckAnswer => checkAccount(numbers, checkTable())
