import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Pence } from '../../kernel/money.ts'
import type { Doing } from '../../platform/doing.ts'
import type { SentFile } from '../../platform/route.ts'
import { statementAsText } from '../named/as-text.ts'
import { approvedAccounts, budgetOf } from '../queries/budget.ts'
import { factsFor } from '../queries/facts.ts'
import type { Statement } from '../read/types.ts'
import { matchLines } from '../rules/match.ts'
import type { Budget } from '../rules/posting.ts'
import type { LineId } from '../types.ts'
import { type ImportProblem, readOnce, whyNotSend } from './import-statement.ts'
import type { Taken } from './keep-statements.ts'
import { type Packed, pack, type Weighed, weighFile } from './packed.ts'

/** A line that somebody has to choose: `0.0.12` is file, statement and row. */
export type Asked = {
  readonly name: string
  readonly on: PlainDate
  readonly amount: Pence
  readonly says: string
  /** It looks as if it were about the budget: the plan pays them, or we did. */
  readonly suggested: boolean
}

export type ToChoose = {
  /** The statements themselves, encrypted: they go to the page and back, and are kept nowhere. */
  readonly sealed: string
  readonly asked: readonly Asked[]
  readonly read: number
  /** Lines that were chosen before, with another statement. */
  readonly keptBefore: number
  readonly leftOutBefore: number
}

export type ChoosingProblem = ImportProblem | 'too-old' | `too-many ${string}`

/** What a page can show and send back at once. */
const mostLines = 3_000

async function suggestions(doing: Doing, budget: Budget, statement: Statement): Promise<readonly boolean[]> {
  const lines = statement.lines.map(({ date, amount, payee, memo, reference }, at) => ({
    id: `${at}` as LineId,
    on: date,
    amount,
    payee,
    memo,
    reference,
    says: payee || memo || reference,
  }))
  const verdicts = matchLines(lines, await factsFor(doing, budget))
  return verdicts.map(({ kind }) => kind === 'plan-line' || kind === 'refund' || kind === 'payment')
}

/**
 * What has to be chosen before anything of these files is kept; null where none is of an account that is also
 * used for other money. Refuses what importing refuses, files of other accounts sent with them, and more
 * lines
 * than a page can ask about. It writes nothing.
 */
export async function askWhichLines(
  doing: Doing,
  { reference, files }: { readonly reference: string; readonly files: readonly SentFile[] },
): Promise<Done<ToChoose | null, ChoosingProblem>> {
  const budget = await budgetOf(doing, reference)
  if (budget === null || files.length === 0) return done(null)
  if ((await whyNotSend(doing, budget)) !== null) return done(null)
  const accounts = await approvedAccounts(doing, budget)
  const shared = new Set(accounts.filter(one => one.shared).map(({ id }) => id))
  if (shared.size === 0) return done(null)
  const read = []
  for (const file of files) read.push(await readOnce(doing, accounts, file))
  const taken = read.flatMap(one => ('account' in one && shared.has(one.account) ? [one] : []))
  if (taken.length === 0) return done(null)
  const problems = read.flatMap(one => ('problem' in one ? [one.problem] : []))
  if (problems.length > 0) return refused(...problems)
  const others = taken.length < read.filter(one => 'account' in one).length
  if (others) return refused(...taken.map(({ sent }) => `shared ${sent.name}` as const))
  return pose(doing, budget, taken)
}

async function pose(
  doing: Doing,
  budget: Budget,
  taken: readonly Taken[],
): Promise<Done<ToChoose, ChoosingProblem>> {
  const packed: Packed = {
    reference: budget.reference,
    by: doing.actor.id,
    on: doing.today,
    files: taken.map(one => ({
      name: one.sent.name,
      sha256: one.sha256,
      format: one.file.format,
      account: one.account,
      statements: one.taken.map(statementAsText),
    })),
  }
  const weighed: Weighed[] = []
  for (const [at, file] of packed.files.entries()) weighed.push(...(await weighFile(doing, file, at)))
  const rows = weighed.flatMap(one => one.rows)
  if (rows.length > mostLines) return refused(`too-many ${taken[0]?.sent.name ?? ''}`)
  const asked: Asked[] = []
  const known = new Set<string>()
  for (const { statement, rows: own } of weighed) {
    const suggested = await suggestions(doing, budget, statement)
    for (const [at, { name, before, hashes }] of own.entries()) {
      const line = statement.lines[at]
      // Two files of one form may show the same payment: it is asked about once.
      const twice = hashes.some(mark => known.has(mark))
      for (const mark of hashes) known.add(mark)
      if (before !== null || twice || line === undefined) continue
      const says = line.payee || line.memo || line.reference
      asked.push({ name, on: line.date, amount: line.amount, says, suggested: suggested[at] ?? false })
    }
  }
  const keptBefore = rows.filter(({ before }) => before === true).length
  const leftOutBefore = rows.filter(({ before }) => before === false).length
  return done({ sealed: pack(packed), asked, read: rows.length, keptBefore, leftOutBefore })
}
