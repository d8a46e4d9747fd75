import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import { type LineKey, weeklyOf } from '../../needs/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Ctx, here } from '../tables.ts'
import type { Line, Plan } from '../types.ts'
import { type Draft, draftToWrite, type WriteProblem, type WrittenOn, write } from './write.ts'
import type { Put } from './write-words.ts'

/** A line as it is written: its key is given, its weekly cost worked out. */
export type NewLine = Omit<Line, 'key' | 'weekly'>
export type LineProblem = WriteProblem | 'line-not-found' | 'outcome-not-found'

type LineChange = WrittenOn & {
  /** Null adds one. */
  readonly line: LineKey | null
  readonly change: Put<NewLine>
}

type OfPlan = Pick<Plan, 'id' | 'organisation' | 'person' | 'reference'>

/** What a line holds, as the columns of its row. */
const columns = (line: Line) => ({
  says: line.says,
  outcome: line.outcome,
  kind: line.kind,
  unit: line.unit,
  units: line.units,
  per: line.per,
  rate: line.rate,
  charge: line.charge,
  weekly: line.weekly,
  way: line.way,
  payee: line.payee,
  payee_words: line.payeeWords,
  employs: line.employs,
})

/** A line as a new row of its version. */
export const lineRow = (plan: OfPlan, line: Line, place: number) => ({
  id: newId<'line'>(),
  version_id: plan.id,
  organisation_id: plan.organisation,
  person_id: plan.person,
  reference: plan.reference,
  line_key: line.key,
  place,
  ...columns(line),
})

/** A line with its key and what it costs in a week. */
export const costed = (key: LineKey, line: NewLine): Line => ({
  ...line,
  key,
  weekly: weeklyOf(line.units, line.rate, line.per),
})

/**
 * The next key and place that no version of this case's plan has used: what is gone never comes back as
 * another.
 */
async function nextIn(doing: Doing, reference: string): Promise<{ key: LineKey; place: number }> {
  const rows = await here(doing)
    .db.selectFrom('plans.line')
    .select(['line_key', 'place'])
    .where('reference', '=', reference)
    .execute()
  const numbers = rows.map(({ line_key }) => Number(/^line-(\d+)/.exec(line_key)?.[1] ?? 0))
  return {
    key: `line-${Math.max(0, ...numbers) + 1}` as LineKey,
    place: Math.max(0, ...rows.map(({ place }) => place)) + 1,
  }
}

const serves = ({ words }: Draft, outcome: string): boolean =>
  outcome === '' || words.outcomes.some(({ key }) => key === outcome)

/** Adds an arrangement, changes one or takes one out. Its weekly cost is worked out and rounded once. */
export async function writeLine(
  doing: Doing,
  { line, change, ...at }: LineChange,
): Promise<Done<{ key: LineKey }, LineProblem>> {
  const opened = await draftToWrite(doing, at)
  if (!opened.done) return opened
  const draft = opened.value
  if (line !== null && !draft.lines.some(({ key }) => key === line)) return refused('line-not-found')
  if ('put' in change && !serves(draft, change.put.outcome)) return refused('outcome-not-found')
  const next = await nextIn(doing, draft.reference)
  const key = line ?? next.key
  const wrote = await write(doing, { draft, what: 'arrangements' }, ({ db }) => {
    if (line === null && 'put' in change)
      return db
        .insertInto('plans.line')
        .values(lineRow(draft, costed(key, change.put), next.place))
        .execute()
    return changeRow(db, { draft, key, change })
  })
  return wrote.done ? done({ key }) : wrote
}

type OfRow = { readonly draft: Draft; readonly key: LineKey; readonly change: Put<NewLine> }

const changeRow = (db: Ctx['db'], { draft, key, change }: OfRow): Promise<unknown> =>
  'remove' in change
    ? db.deleteFrom('plans.line').where('version_id', '=', draft.id).where('line_key', '=', key).execute()
    : db
        .updateTable('plans.line')
        .set(columns(costed(key, change.put)))
        .where('version_id', '=', draft.id)
        .where('line_key', '=', key)
        .execute()
