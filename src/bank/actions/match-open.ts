import { newId } from '../../kernel/ids.ts'
import { type NewEntry, post, sayProblem } from '../../ledger/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { factsFor } from '../queries/facts.ts'
import type { Verdict } from '../rules/facts.ts'
import { matchLines } from '../rules/match.ts'
import { type Budget, entryFor } from '../rules/posting.ts'
import { here } from '../tables.ts'
import type { QuestionId } from '../types.ts'
import { writeRows } from './write-rows.ts'

/** Lines that nothing is known of yet, or nothing any more, in the order in which the bank lists them. */
const openLines = (doing: Doing, { reference }: Budget) =>
  here(doing)
    .db.selectFrom('bank.line_shown')
    .select(['id', 'on_day', 'amount', 'says', 'payee', 'memo', 'bank_reference', 'match_number', 'question'])
    .where('reference', '=', reference)
    .where('kind', 'is', null)
    .orderBy('on_day')
    .orderBy('read_order')
    .execute()

type Open = Awaited<ReturnType<typeof openLines>>[number]
type Judged = { readonly line: Open; readonly said: Verdict }

const ofBudget = ({ organisation, person, reference }: Budget) => ({
  organisation_id: organisation,
  person_id: person,
  reference,
})

const most = 5_000

/** Posts all entries in few calls. What the ledger refuses here no rule foresees: everything is undone. */
export async function postAll(doing: Doing, entries: readonly NewEntry[]): Promise<void> {
  for (let at = 0; at < entries.length; at += most) {
    const posted = await post(doing, entries.slice(at, at + most))
    if (!posted.done) throw new Error(posted.because.map(sayProblem).join('; '))
  }
}

async function writeMatches(doing: Doing, budget: Budget, judged: readonly Judged[]): Promise<void> {
  const rows = judged.flatMap(({ line, said }) =>
    said.kind === null
      ? []
      : [
          {
            line_id: line.id,
            number: (line.match_number ?? 0) + 1,
            ...ofBudget(budget),
            kind: said.kind,
            line_key: said.lineKey,
            because: said.because.slice(0, 500),
            by_rule: true,
            payee_id: said.payee,
            matched_by: null,
            matched_by_name: 'OpenPHB',
            matched_on: doing.today,
          },
        ],
  )
  await writeRows(doing, 'bank.match', rows)
  const entries = judged.map(({ line, said }) =>
    said.kind === null
      ? null
      : entryFor(
          budget,
          {
            id: line.id,
            on: line.on_day,
            amount: line.amount,
            says: line.says,
            number: (line.match_number ?? 0) + 1,
          },
          said,
        ),
  )
  await postAll(
    doing,
    entries.filter(entry => entry !== null),
  )
}

async function writeQuestions(doing: Doing, budget: Budget, judged: readonly Judged[]): Promise<void> {
  const fresh = judged.filter(({ line, said }) => said.kind === null && line.question === null)
  if (fresh.length === 0) return
  const first = await nextQuestion(doing, budget)
  const rows = fresh.map(({ line, said }, place) => ({
    id: newId<'bank question'>() as QuestionId,
    ...ofBudget(budget),
    number: first + place,
    line_id: line.id,
    because: said.because,
    asked_on: doing.today,
  }))
  await writeRows(doing, 'bank.question', rows)
}

/** The number of the next question of a budget. Whoever asks holds the turn of the budget. */
export async function nextQuestion(doing: Doing, { reference }: Budget): Promise<number> {
  const row = await here(doing)
    .db.selectFrom('bank.question')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('reference', '=', reference)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

/**
 * Matches every line of a budget that is not matched yet, posts what follows in one call, and asks about the
 * rest, once each. Answers how many were matched and how many are left open.
 */
export async function matchOpen(
  doing: Doing,
  budget: Budget,
): Promise<{ readonly matched: number; readonly open: number }> {
  const lines = await openLines(doing, budget)
  const facts = await factsFor(doing, budget)
  const verdicts = matchLines(
    lines.map(line => ({ ...line, on: line.on_day, reference: line.bank_reference })),
    facts,
  )
  const judged = lines.map((line, place) => ({ line, said: verdicts[place] ?? { kind: null, because: '' } }))
  await writeMatches(doing, budget, judged)
  await writeQuestions(doing, budget, judged)
  const matched = judged.filter(({ said }) => said.kind !== null).length
  return { matched, open: judged.length - matched }
}
