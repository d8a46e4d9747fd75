import type { Route } from '../../access/public.ts'
import { readId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { openFile } from '../../platform/files.ts'
import { many, one } from '../../platform/forms.ts'
import { type Answer, type Asked, type FieldError, notAllowed, notFound } from '../../platform/route.ts'
import { askWhichLines, type ChoosingProblem, type ToChoose } from '../actions/ask-which-lines.ts'
import { type Imported, importStatement } from '../actions/import-statement.ts'
import { keepChosen } from '../actions/keep-chosen.ts'
import { chooseLinesPage } from '../pages/choose-lines.tsx'
import { sendPage, statementPage, statementsPage } from '../pages/statements.tsx'
import { approvedAccounts } from '../queries/budget.ts'
import { gapsIn, leftOutOf, linesOf, refusedRows, statementOf, statementsOf } from '../queries/statements.ts'
import { withoutWords } from '../rules/hidden.ts'
import { sayImportProblem } from '../say.ts'
import type { StatementId } from '../types.ts'
import { lineNames, type Seen, seen } from './seeing.ts'

async function sending(
  doing: Doing,
  { budget, strip }: Seen,
  errors: readonly FieldError[],
): Promise<Answer> {
  const accounts = await approvedAccounts(doing, budget)
  return sendPage({
    reference: budget.reference,
    errors,
    accounts: accounts.filter(({ open }) => open).map(({ ending }) => ending),
    shared: accounts.some(({ open, shared }) => open && shared === true),
    ...strip,
  })
}

async function newStatement(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seen(doing, asked, 'statement-new')
  return found === null ? notFound : sending(doing, found, [])
}

/** Asks which lines of a shared account are kept; where all were chosen before, they are kept at once. */
async function choosing(doing: Doing, { budget, strip }: Seen, toChoose: ToChoose): Promise<Answer> {
  const { reference } = budget
  if (toChoose.asked.length > 0) return chooseLinesPage({ reference, toChoose, ...strip })
  const kept = await keepChosen(doing, { reference, sealed: toChoose.sealed, keep: [] })
  return kept.done ? imported(reference, kept.value) : notFound
}

async function choose(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seen(doing, asked, 'statement-new')
  if (found === null) return notFound
  const { reference } = found.budget
  const sealed = one(asked.form, 'sealed')
  const kept = await keepChosen(doing, { reference, sealed, keep: many(asked.form, 'keep') })
  if (kept.done) return imported(reference, kept.value)
  return kept.because.includes('not-allowed') ? notAllowed : sending(doing, found, problemsIn(kept.because))
}

const problemsIn = (because: readonly ChoosingProblem[]): readonly FieldError[] =>
  because.map(problem => ({ field: 'files', says: sayImportProblem(problem) }))

function imported(reference: string, { statements, again, added }: Imported, files = 1): string {
  const done = again.length === files ? 'again' : 'read'
  const [only, more] = statements
  return only !== undefined && more === undefined
    ? `/bank/${reference}/statements/${only}?done=${done}`
    : `/bank/${reference}/statements?done=${done}&added=${added}`
}

async function send(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seen(doing, asked, 'statement-new')
  if (found === null) return notFound
  const { reference } = found.budget
  const files = asked.files.filter(
    ({ field, name, bytes }) => field === 'files' && (name !== '' || bytes.length > 0),
  )
  const which = await askWhichLines(doing, { reference, files })
  if (!which.done) return sending(doing, found, problemsIn(which.because))
  if (which.value !== null) return choosing(doing, found, which.value)
  const sent = await importStatement(doing, { reference, files })
  if (!sent.done) {
    if (sent.because.includes('not-allowed')) return notAllowed
    return sending(doing, found, problemsIn(sent.because))
  }
  return imported(reference, sent.value, files.length)
}

const again = 'We have this file already. Nothing was added.'

const doneOf = ({ query }: Asked): string | undefined => {
  const done = one(query, 'done')
  if (done === 'again') return again
  const added = /^\d{1,6}$/.exec(one(query, 'added'))?.[0]
  return done === 'read' && added !== undefined ? `Thank you. ${added} new lines.` : undefined
}

async function list(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seen(doing, asked, 'statements')
  if (found === null) return notFound
  const { budget, strip, maySend } = found
  const accounts = await approvedAccounts(doing, budget)
  return statementsPage({
    reference: budget.reference,
    statements: await statementsOf(doing, budget),
    gaps: await gapsIn(
      doing,
      accounts.map(({ id }) => id),
    ),
    maySend,
    done: doneOf(asked),
    ...strip,
  })
}

async function statementAt(doing: Doing, { at }: Asked, { budget }: Seen) {
  const id = readId<'bank statement'>(at['statement'] ?? '')
  return id === null ? null : statementOf(doing, budget, id as StatementId)
}

async function show(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seen(doing, asked, 'statement')
  const statement = found && (await statementAt(doing, asked, found))
  if (!found || !statement) return notFound
  const whole = await linesOf(doing, statement.id)
  const lines = found.payees ? whole : whole.map(withoutWords)
  const open = lines.find(({ kind, question }) => kind === null && question !== null)
  return statementPage({
    reference: found.budget.reference,
    statement,
    lines,
    refused: await refusedRows(doing, statement.id),
    gaps: await gapsIn(doing, [statement.account_id]),
    names: await lineNames(doing, found.budget),
    firstQuestion: open?.question ?? null,
    leftOut: await leftOutOf(doing, statement.id),
    done: one(asked.query, 'done') === 'again' ? again : undefined,
    ...found.strip,
  })
}

async function file(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seen(doing, asked, 'statement-file')
  const statement = found && (await statementAt(doing, asked, found))
  return statement && found?.payees ? ((await openFile(doing, statement.file_id)) ?? notFound) : notFound
}

export const statementRoutes: readonly Route[] = [
  { at: 'GET /bank/:reference/statements', allow: 'bank.read', handle: list },
  { at: 'GET /bank/:reference/statements/new', allow: 'bank.send', handle: newStatement },
  { at: 'POST /bank/:reference/statements', allow: 'bank.send', handle: send },
  { at: 'POST /bank/:reference/statements/choices', allow: 'bank.send', handle: choose },
  { at: 'GET /bank/:reference/statements/:statement', allow: 'bank.read', handle: show },
  { at: 'GET /bank/:reference/statements/:statement/file', allow: 'bank.read', handle: file },
]
