import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId, type Reference } from '../../kernel/ids.ts'
import { type Strand, strandNames } from '../../needs/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { EducationTest } from '../../rights/public.ts'
import { decisionLetter } from '../letters.ts'
import { linesOf, nextLine } from '../queries/lines.ts'
import type { NamedPlan } from '../queries/plans.ts'
import { decisionOf, rulesOf, whyNotDecide, whyNotWrite } from '../rules/section-j.ts'
import { all, isOpen, newest, stageOf } from '../rules/stage.ts'
import type { Problem } from '../rules/why-not.ts'
import { here } from '../tables.ts'
import type { Decided, Line, LineDecision, NewLine } from '../types.ts'
import { locked, notedBy, ofPlan, recordOf, sidesOf, unheard } from './changing.ts'
import { write } from './note.ts'

type Of = { readonly reference: Reference }

/** Each body answers for its own strand: the NHS for health, the council for the others. */
const sideOf = (strand: Strand) => (strand === 'health' ? 'health' : 'council')

/** Writes a line of section J. Refuses the strand of another body, and a plan that is over. */
export async function writeLine(
  doing: Doing,
  { reference, ...line }: Of & NewLine,
): Promise<Done<number, Problem>> {
  const plan = await locked(doing, reference)
  if (plan === null) return refused('not-allowed')
  const sides = sidesOf(doing, plan).filter(side => side !== 'family')
  if (sides.length === 0) return refused('not-allowed')
  if (!sides.includes(sideOf(line.strand))) return refused('not-your-strand')
  const problems = isOpen(stageOf(plan)) ? whyNotWrite(line) : (['ended'] as const)
  if (problems.length > 0) return refused(...problems)
  const number = await nextLine(doing, plan.id)
  await here(doing)
    .db.insertInto('ehc.line')
    .values({
      id: newId(),
      ...ofPlan(plan),
      number,
      strand: line.strand,
      says: line.says,
      yearly: line.yearly,
      block_contract: line.blockContract,
      place: line.place,
      payment_asked: line.paymentAsked,
      used_there: line.usedThere,
      setting_agrees: line.settingAgrees,
      ...notedBy(doing),
    })
    .execute()
  await recordOf(doing, plan, {
    happened: 'ehc-line-written',
    details: { line: number, strand: line.strand },
  })
  return done(number)
}

const lineOf = async (doing: Doing, plan: NamedPlan, number: number): Promise<Line | null> =>
  (await linesOf(doing, plan.id)).find(line => line.number === number) ?? null

/** Whether the family asked to look at a line again since it was decided. */
const askedAgain = (plan: NamedPlan, { number }: Line): boolean =>
  all(plan, 'asked-again').some(one => one.about === number)

export type NewDecision = Of & {
  readonly number: number
  readonly answer: LineDecision
  readonly met: readonly EducationTest[]
  readonly because: string
}

/**
 * Decides a line of section J for the body whose strand it is, by the rules of that strand, and writes to
 * the family. Refuses every reason of `whyNotDecide`: what is in a block contract, a place at a school, a
 * test that is not met, a third decision.
 */
export async function decideLine(
  doing: Doing,
  { reference, number, answer, met, because }: NewDecision,
): Promise<Done<null, Problem>> {
  const plan = await locked(doing, reference)
  const line = plan === null ? null : await lineOf(doing, plan, number)
  if (plan === null) return refused('not-allowed')
  const sides = sidesOf(doing, plan)
  if (!sides.some(side => side !== 'family')) return refused('not-allowed')
  if (line === null || !sides.includes(sideOf(line.strand))) return refused('no-such-line')
  const [asked, again] = [newest(plan, 'budget-asked') !== null, askedAgain(plan, line)]
  const problems = isOpen(stageOf(plan))
    ? whyNotDecide(line, { answer, met, asked, again })
    : (['ended'] as const)
  if (problems.length > 0) return refused(...problems)
  const decided: Decided = {
    round: line.decided.length + 1,
    answer,
    met,
    because,
    rules: rulesOf(line, answer),
    on: doing.today,
    byName: doing.actor.name,
  }
  await writeDecision(doing, plan, { line, decided })
  await decisionLetter(doing, plan, { line, decided })
  return done(null)
}

type Deciding = { readonly line: Line; readonly decided: Decided }

async function writeDecision(doing: Doing, plan: NamedPlan, { line, decided }: Deciding): Promise<void> {
  await here(doing)
    .db.insertInto('ehc.decided')
    .values({
      line_id: line.id,
      round: decided.round,
      ...ofPlan(plan),
      strand: line.strand,
      answer: decided.answer,
      met: [...decided.met],
      because: decided.because,
      rules: [...decided.rules],
      decided_on: decided.on,
      decided_by: doing.actor.id,
      decided_by_name: decided.byName,
    })
    .execute()
  const details = { line: line.number, strand: strandNames[line.strand], answer: decided.answer }
  await recordOf(doing, plan, { happened: 'ehc-line-decided', details })
}

/** Asks to look at a decided line again: once, by the family or for them. */
export async function askAgain(
  doing: Doing,
  { reference, number, words }: Of & { readonly number: number; readonly words: string },
): Promise<Done<null, Problem>> {
  const plan = await locked(doing, reference)
  if (plan === null || sidesOf(doing, plan).length === 0) return refused('not-allowed')
  if (await unheard(doing, plan)) return refused('caller-may-not-do-this')
  const line = await lineOf(doing, plan, number)
  if (line === null) return refused('no-such-line')
  const decision = decisionOf(line)
  if (!isOpen(stageOf(plan))) return refused('ended')
  if (decision === null) return refused('not-decided')
  if (decision.round > 1) return refused('looked-at-again')
  if (askedAgain(plan, line)) return refused('asked-already')
  await write(doing, plan, { what: 'asked-again', on: doing.today, about: number, words })
  return done(null)
}
