import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { checkLedger, isSound } from '../src/ledger/check.ts'
import { type LedgerProblem, type NewEntry, type Posted, post, sayProblem } from '../src/ledger/public.ts'
import type { Doing } from '../src/platform/doing.ts'

/** Posts, and fails the test with the reasons in words where it is refused. */
export async function posted(doing: Doing, ...entries: readonly NewEntry[]): Promise<readonly Posted[]> {
  const answer = await post(doing, entries)
  assert.ok(answer.done, answer.done ? '' : answer.because.map(sayProblem).join('; '))
  return answer.value
}

/** Why posting is refused; an empty list where it is not. */
export async function refusals(
  doing: Doing,
  ...entries: readonly NewEntry[]
): Promise<readonly LedgerProblem[]> {
  const answer = await post(doing, entries)
  return answer.done ? [] : answer.because
}

const stories = path.join(process.env.OPENPHB_ROOT ?? process.cwd(), 'test', 'stories')

/**
 * Compares a ledger picture with the one kept as `test/stories/NAME.txt`. With UPDATE_PICTURES=1 in the
 * environment the kept one is written anew, to be read before it is committed.
 */
export function samePicture(name: string, drawn: string): void {
  const file = path.join(stories, `${name}.txt`)
  if (process.env.UPDATE_PICTURES === '1') fs.writeFileSync(file, drawn)
  assert.ok(fs.existsSync(file), `${file} is missing: run with UPDATE_PICTURES=1, then read what it wrote`)
  assert.equal(drawn, fs.readFileSync(file, 'utf8'))
}

/** Is the ledger what its postings say, by every invariant? */
export const ledgerIsSound = async (doing: Doing): Promise<boolean> => isSound(await checkLedger(doing))
