import { may, record, recordRefused, whyNotOnBehalf } from '../../access/public.ts'
import type { AccountId } from '../../agreements/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Doing } from '../../platform/doing.ts'
import type { SentFile } from '../../platform/route.ts'
import { approvedAccounts, budgetOf, inTurn, seesLines } from '../queries/budget.ts'
import { readStatement } from '../read/read-statement.ts'
import { type Approved, fitOf } from '../rules/fits.ts'
import type { Budget } from '../rules/posting.ts'
import type { StatementId } from '../types.ts'
import { addLines } from './add-lines.ts'
import { keepStatements, sentBefore, type Taken } from './keep-statements.ts'
import { matchOpen } from './match-open.ts'

type Named = 'unreadable' | 'not-in-pounds' | 'another-account'
/** Why nothing was imported; those of a file hold its place and, where the reader says why, its sentence. */
export type ImportProblem =
  | 'no-budget'
  | 'not-allowed'
  | 'caller-may-not-do-this'
  | 'no-account'
  | 'no-file'
  | `${Named} ${string}`

export type Imported = {
  /** The statements of the files as they are kept now, those sent before among them. */
  readonly statements: readonly StatementId[]
  /** Names of files that had been sent before. */
  readonly again: readonly string[]
  readonly added: number
  readonly matched: number
  readonly questions: number
}

function takenFrom(sent: SentFile, accounts: readonly Approved[]): Taken | ImportProblem {
  const file = readStatement(sent.bytes, sent.name)
  if (file.refusedWhole) return `unreadable ${sent.name}: ${file.why}`
  const fit = fitOf(file.statements, accounts)
  if (!fit.fits) return `${fit.why} ${sent.name}`
  return { sent, file, account: fit.account, taken: fit.taken }
}

async function whyNot(doing: Doing, budget: Budget): Promise<ImportProblem | null> {
  if (doing.actor.id !== null && !may(doing, 'bank.send')) return 'not-allowed'
  if (!(await seesLines(doing, budget))) return 'no-budget'
  return (await whyNotOnBehalf(doing, budget.person, 'send-statements'))[0] ?? null
}

/**
 * Takes statement files of a budget's account: read, kept, their lines added once, matched, and asked about
 * where no rule knows. All files or none. Refused: files that are no statement, of another account or in
 * another currency, a budget without an approved account, whoever may not. The same again adds nothing.
 */
export async function importStatement(
  doing: Doing,
  { reference, files }: { readonly reference: string; readonly files: readonly SentFile[] },
): Promise<Done<Imported, ImportProblem>> {
  const budget = await budgetOf(doing, reference)
  if (budget === null) return refused('no-budget')
  const problem = await whyNot(doing, budget)
  if (problem !== null) return refuse(doing, budget, problem)
  if (files.length === 0) return refused('no-file')
  const accounts = await approvedAccounts(doing, budget)
  if (accounts.length === 0) return refused('no-account')
  const read = files.map(file => takenFrom(file, accounts))
  const problems = read.filter(one => typeof one === 'string')
  if (problems.length > 0) return refused(...problems)
  await inTurn(doing, budget)
  const all = read.filter(one => typeof one !== 'string')
  return done(await bring(doing, budget, all))
}

async function refuse(doing: Doing, { organisation, person }: Budget, problem: ImportProblem) {
  await recordRefused(doing, {
    happened: 'statement-refused',
    organisation,
    person,
    because: problem,
  })
  return refused(problem)
}

async function bring(doing: Doing, budget: Budget, files: readonly Taken[]): Promise<Imported> {
  const statements: StatementId[] = []
  const again: string[] = []
  const fresh = new Set<AccountId>()
  for (const one of files) {
    const before = await sentBefore(doing, one)
    if (before !== null) again.push(one.sent.name)
    else fresh.add(one.account)
    statements.push(...(before ?? (await keepStatements(doing, budget, one))))
  }
  let added = 0
  for (const account of fresh) added += await addLines(doing, budget, account)
  const { matched, open } = fresh.size === 0 ? { matched: 0, open: 0 } : await matchOpen(doing, budget)
  const counts = { files: files.length, again: again.length, added, matched, questions: open }
  const { organisation, person } = budget
  await record(doing, {
    happened: 'statement-imported',
    organisation,
    person,
    details: { ...counts, budget: budget.reference },
  })
  return { statements: [...new Set(statements)], again, added, matched, questions: open }
}
