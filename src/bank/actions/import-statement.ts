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
import { keepStatements, sentBefore, sumOf, type Taken } from './keep-statements.ts'
import { matchOpen } from './match-open.ts'
import { raiseFlags } from './raise-flags.ts'

type Named = 'unreadable' | 'not-in-pounds' | 'another-account' | 'shared'
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

/** A file that was read now, one whose bytes were sent before, or why it is refused. */
export type Read =
  | Taken
  | { readonly sent: SentFile; readonly before: readonly StatementId[] }
  | { readonly problem: ImportProblem }

/** Reads a file, unless these very bytes were sent before: they would add nothing. */
export async function readOnce(doing: Doing, accounts: readonly Approved[], sent: SentFile): Promise<Read> {
  const before = await sentBefore(
    doing,
    accounts.map(({ id }) => id),
    sumOf(sent.bytes),
  )
  if (before !== null) return { sent, before }
  const file = readStatement(sent.bytes, sent.name)
  if (file.refusedWhole) return { problem: `unreadable ${sent.name}: ${file.why}` }
  const fit = fitOf(file.statements, accounts)
  if (!fit.fits) return { problem: `${fit.why} ${sent.name}` }
  return { sent, sha256: sumOf(sent.bytes), file, account: fit.account, taken: fit.taken }
}

export async function whyNotSend(doing: Doing, budget: Budget): Promise<ImportProblem | null> {
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
  const problem = await whyNotSend(doing, budget)
  if (problem !== null) return refuseSending(doing, budget, problem)
  if (files.length === 0) return refused('no-file')
  const accounts = await approvedAccounts(doing, budget)
  if (accounts.length === 0) return refused('no-account')
  await inTurn(doing, budget)
  const read: Read[] = []
  for (const file of files) read.push(await readOnce(doing, accounts, file))
  const shared = new Set(accounts.filter(one => one.shared).map(({ id }) => id))
  const problems = read.flatMap((one): readonly ImportProblem[] => {
    if ('problem' in one) return [one.problem]
    // Of an account that is also used for other money nothing is kept before its holder has chosen.
    return 'account' in one && shared.has(one.account) ? [`shared ${one.sent.name}`] : []
  })
  if (problems.length > 0) return refused(...problems)
  return done(await bring(doing, budget, read))
}

export async function refuseSending(doing: Doing, { organisation, person }: Budget, problem: ImportProblem) {
  await recordRefused(doing, {
    happened: 'statement-refused',
    organisation,
    person,
    because: problem,
  })
  return refused(problem)
}

async function bring(doing: Doing, budget: Budget, files: readonly Read[]): Promise<Imported> {
  const statements: StatementId[] = []
  const again: string[] = []
  const fresh = new Set<AccountId>()
  for (const one of files) {
    if ('problem' in one) continue
    // The same file twice in one form is kept by now.
    const before = 'before' in one ? one.before : await sentBefore(doing, [one.account], one.sha256)
    if (before !== null) again.push(one.sent.name)
    if (before === null && 'account' in one) fresh.add(one.account)
    const ids = 'taken' in one && before === null ? await keepStatements(doing, budget, one) : before
    statements.push(...(ids ?? []))
  }
  let added = 0
  for (const account of fresh) added += await addLines(doing, budget, account)
  const { matched, open } = fresh.size === 0 ? { matched: 0, open: 0 } : await matchOpen(doing, budget)
  if (fresh.size > 0) await raiseFlags(doing, budget)
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
