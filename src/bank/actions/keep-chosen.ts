import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Doing } from '../../platform/doing.ts'
import { spanOf } from '../merge/evidence.ts'
import type { LeftOut } from '../merge/types.ts'
import { budgetOf, inTurn } from '../queries/budget.ts'
import { keepOnly, manyIn } from '../rules/left-out.ts'
import type { Budget } from '../rules/posting.ts'
import type { StatementId } from '../types.ts'
import { addLines } from './add-lines.ts'
import type { ChoosingProblem } from './ask-which-lines.ts'
import { type Imported, refuseSending, whyNotSend } from './import-statement.ts'
import { keepStatements, sentBefore } from './keep-statements.ts'
import { keptFile } from './kept-file.ts'
import { matchOpen } from './match-open.ts'
import { type Packed, unpack, type Weighed, weighFile } from './packed.ts'
import { raiseFlags } from './raise-flags.ts'
import { writeRows } from './write-rows.ts'

export type Chosen = Imported & { readonly leftOut: number }

/**
 * Keeps the chosen lines of statements that `askWhichLines` packed, with those chosen before; of all others
 * only
 * how many there were between two kept ones and what they came to. Refuses a page of another day or another
 * person, and what importing refuses.
 */
export async function keepChosen(
  doing: Doing,
  asked: { readonly reference: string; readonly sealed: string; readonly keep: readonly string[] },
): Promise<Done<Chosen, ChoosingProblem>> {
  const budget = await budgetOf(doing, asked.reference)
  if (budget === null) return refused('no-budget')
  const problem = await whyNotSend(doing, budget)
  if (problem !== null) return refuseSending(doing, budget, problem)
  const packed = unpack(doing, budget.reference, asked.sealed)
  if (packed === null) return refused('too-old')
  await inTurn(doing, budget)
  const keep = new Set(asked.keep)
  const statements: StatementId[] = []
  const again: string[] = []
  let leftOut = 0
  for (const [at, file] of packed.files.entries()) {
    const before = await sentBefore(doing, [file.account], file.sha256)
    if (before !== null) {
      again.push(file.name)
      statements.push(...before)
      continue
    }
    const kept = await keepFileOf(doing, budget, { file, weighed: await weighFile(doing, file, at), keep })
    statements.push(...kept.statements)
    leftOut += kept.leftOut
  }
  const accounts = new Set(packed.files.map(({ account }) => account))
  let added = 0
  for (const account of accounts) added += await addLines(doing, budget, account)
  const { matched, open: questions } = await matchOpen(doing, budget)
  await raiseFlags(doing, budget)
  await record(doing, {
    happened: 'statement-imported',
    organisation: budget.organisation,
    person: budget.person,
    details: { files: packed.files.length, added, matched, questions, leftOut, budget: budget.reference },
  })
  return done({ statements, again, added, matched, questions, leftOut })
}

type OneFile = {
  readonly file: Packed['files'][number]
  readonly weighed: readonly Weighed[]
  readonly keep: ReadonlySet<string>
}

async function keepFileOf(doing: Doing, budget: Budget, { file, weighed, keep }: OneFile) {
  const parts = weighed.map(({ statement, rows }) => {
    const places = rows.flatMap(({ name, before }, at) => ((before ?? keep.has(name)) ? [at] : []))
    return { ...keepOnly(statement, new Set(places)), span: spanOf(statement) }
  })
  const { sha256, format, account } = file
  const statements = await keepStatements(doing, budget, {
    sent: keptFile(file.name, parts),
    sha256,
    file: { format, statements: parts.map(one => one.statement) },
    account,
    taken: parts.map(one => one.statement),
    spans: parts.map(one => one.span),
  })
  const whose = { organisation_id: budget.organisation, person_id: budget.person }
  const gaps = parts.flatMap(({ leftOut }, at) => gapRows(statements[at], leftOut, whose))
  await writeRows(doing, 'bank.left_out', gaps)
  const fresh = weighed.flatMap(({ rows }) => rows.filter(({ before }) => before === null))
  await writeRows(
    doing,
    'bank.chosen',
    fresh.flatMap(({ name, hashes }) =>
      hashes.map(mark => ({
        mark,
        kept: keep.has(name),
        account_id: account,
        ...whose,
        chosen_on: doing.today,
      })),
    ),
  )
  return { statements, leftOut: manyIn(parts.flatMap(one => one.leftOut)) }
}

const gapRows = (
  statement: StatementId | undefined,
  leftOut: readonly LeftOut[],
  whose: Pick<Parameters<typeof writeRows>[2][number], string>,
) =>
  leftOut.map(({ after, many, sum }, place) => ({
    statement_id: statement ?? null,
    place,
    ...whose,
    after_lines: after,
    many,
    sum,
  }))
