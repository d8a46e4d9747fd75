import { createHash } from 'node:crypto'
import { may, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import { type Doing, theService } from '../../platform/doing.ts'
import type { SentFile } from '../../platform/route.ts'
import { markablesOf } from '../queries/marks.ts'
import type { RunState } from '../queries/run.ts'
import { type Mark, type MarksRead, readMarks } from '../rules/marks.ts'
import { here } from '../tables.ts'
import type { InstructionId } from '../types.ts'
import { holdRun } from './hold-run.ts'
import { markPaidByHand } from './pay-by-hand.ts'

export type MarksReason = 'role-may-not' | 'not-left-yet' | 'no-file' | 'empty' | 'columns-missing'

export const marksSays: Readonly<Record<MarksReason, string>> = {
  'role-may-not': 'Only somebody who releases payments may do this.',
  'not-left-yet': 'Two people have to release the run first.',
  'no-file': 'Choose the list with what was paid.',
  empty: 'The file is empty.',
  'columns-missing': 'The first line must name the columns',
}

type Marked = { readonly file: string; readonly again: boolean }
type Refused = { readonly missing?: readonly string[] }

/**
 * Takes a list of payments that were paid by hand, with the day and the bank's reference of each. What is
 * right is noted in the actor's own name; each row that is not is kept apart with every reason; the same
 * file again adds nothing. Refused whole: the wrong role, a run that has not left, no file, one without rows
 * or columns (`missing` names them).
 */
export async function importMarks(
  doing: Doing,
  run: RunState,
  sent: Pick<SentFile, 'name' | 'bytes'> | null,
): Promise<Done<Marked, MarksReason> & Refused> {
  if (doing.actor === theService || !may(doing, 'payments.release')) return refused('role-may-not')
  if (run.released_on === null) return refused('not-left-yet')
  if (sent === null || sent.bytes.length === 0) return refused('no-file')
  await holdRun(doing, run.id)
  const sha256 = createHash('sha256').update(sent.bytes).digest('hex')
  const before = await fileBefore(doing, run, sha256)
  if (before !== undefined) return done({ file: before, again: true })
  const payments = await markablesOf(doing, run.id)
  const text = Buffer.from(sent.bytes).toString('utf8')
  const read = readMarks(text, payments, { releasedOn: run.released_on, today: doing.today })
  if (!read.ok) return { ...refused(read.because), missing: read.missing }
  const ids = new Map(payments.map(one => [one.endToEndId, one.instruction]))
  await noteAll(doing, run, { marks: read.marks, ids })
  return done({ file: await keep(doing, run, { read, sha256, name: sent.name }), again: false })
}

const fileBefore = async (doing: Doing, run: RunState, sha256: string): Promise<string | undefined> =>
  (
    await here(doing)
      .db.selectFrom('payments.marks_file')
      .select('id')
      .where('run_id', '=', run.id)
      .where('sha256', '=', sha256)
      .executeTakeFirst()
  )?.id

type Noting = { readonly marks: readonly Mark[]; readonly ids: ReadonlyMap<string, InstructionId> }

/** What has the same day and reference is noted together. Throws where one is refused: it was asked. */
async function noteAll(doing: Doing, run: RunState, { marks, ids }: Noting): Promise<void> {
  const together = Map.groupBy(marks, ({ on, bankReference }) => `${on} ${bankReference}`)
  for (const some of together.values()) {
    const [first] = some
    if (first === undefined) continue
    const instructions = some.flatMap(({ endToEndId }) => ids.get(endToEndId) ?? [])
    const { on, bankReference } = first
    const noted = await markPaidByHand(doing, run, { instructions, on, bankReference })
    if (!noted.done) throw new Error(`A mark could not be noted: ${noted.because.join(', ')}`)
  }
}

type Keeping = {
  readonly read: Extract<MarksRead, { ok: true }>
  readonly sha256: string
  readonly name: string
}

async function keep(doing: Doing, run: RunState, { read, sha256, name }: Keeping): Promise<string> {
  const { db } = here(doing)
  const id = newId()
  const { organisation_id } = run
  await db
    .insertInto('payments.marks_file')
    .values({
      id,
      run_id: run.id,
      organisation_id,
      sha256,
      name: name.replace(/[\u0000-\u001f/\\]/g, '_').slice(0, 200) || 'list.csv',
      taken: read.marks.length,
      already: read.already,
      open: read.open,
      sent_by: doing.actor.id,
      sent_by_name: doing.actor.name,
      sent_on: doing.today,
      sent_at: doing.now,
    })
    .execute()
  const rows = read.refused.map((one, place) => ({ ...one, because: [...one.because], place }))
  if (rows.length > 0)
    await db
      .insertInto('payments.marks_refused')
      .values(rows.map(row => ({ ...row, marks_file_id: id, organisation_id })))
      .execute()
  await record(doing, {
    happened: 'payments-marked-from-file',
    organisation: organisation_id,
    person: null,
    to: run.id,
    details: { number: run.number, taken: read.marks.length, refused: read.refused.length },
  })
  return id
}
