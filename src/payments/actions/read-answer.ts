import { sql } from 'kysely'
import { may, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import { type Doing, theService } from '../../platform/doing.ts'
import { type FileMade, filesOf } from '../queries/payables.ts'
import type { RunState } from '../queries/run.ts'
import {
  type Answered,
  answersIn,
  type ReportProblem,
  readStatusReport,
  type Sent,
} from '../rules/status-report.ts'
import { here } from '../tables.ts'
import type { InstructionId } from '../types.ts'
import { holdRun } from './hold-run.ts'
import { messageIdOf, shaOf } from './make-file.ts'
import { returnAll } from './note-returned.ts'

export type AnswerReason = ReportProblem | 'role-may-not' | 'of-another-run' | 'other-count' | 'read-before'

export const answerSays: Readonly<Record<AnswerReason, string>> = {
  'role-may-not': 'Only a finance officer may read the bank’s answer.',
  'not-xml': 'This is no file that a bank answers with. Choose the XML file of your bank (pain.002).',
  'not-a-status-report': 'This XML file is no answer to a payment file (pain.002).',
  'no-message-named': 'This answer does not say which payment file it is about.',
  'of-another-run': 'This answer is about another run’s file. Open that run and read it there.',
  'other-count': 'This answer is about a file with another number of payments. Ask the bank.',
  'read-before': 'This answer was read before. Nothing was changed.',
}

export type AnswerRead = {
  readonly answered: number
  readonly rejected: number
  readonly unknown: number
}

/**
 * Reads the bank's answer to a run's file: what became of each payment is kept, what is rejected comes back
 * (its money is set aside again, its days are due again, its holder is told), and what names no payment of
 * the file is kept apart. Refused as a whole: what is no answer, one to another run's file or to a file with
 * another count, and the same answer again.
 */
export async function readAnswer(
  doing: Doing,
  run: RunState,
  xml: string,
): Promise<Done<AnswerRead, AnswerReason>> {
  await holdRun(doing, run.id)
  if (doing.actor !== theService && !may(doing, 'payments.prepare')) return refused('role-may-not')
  const read = readStatusReport(xml)
  if (!read.done) return read
  const file = await fileNamed(doing, run, read.value.original)
  if (file === null) return refused('of-another-run')
  const sent = await sentIn(doing, file.id, read.value.original)
  if (read.value.count !== null && read.value.count !== sent.length) return refused('other-count')
  const { answered, unknown } = answersIn(read.value, sent)
  const answer = newId()
  const written = await here(doing)
    .db.insertInto('payments.answer')
    .values({
      id: answer,
      run_id: run.id,
      file_id: file.id,
      organisation_id: run.organisation_id,
      message_id: read.value.messageId,
      group_status: read.value.group?.status ?? null,
      sha256: shaOf(xml),
      read_by: doing.actor.id,
      read_by_name: doing.actor.name,
      read_on: doing.today,
      read_at: doing.now,
    })
    .onConflict(conflict => conflict.columns(['run_id', 'sha256']).doNothing())
    .executeTakeFirst()
  if (written.numInsertedOrUpdatedRows === 0n) return refused('read-before')
  const about = { answer, run }
  await writeAnswered(doing, about, answered)
  await writeUnknown(doing, about, unknown)
  const rejected = await takeBack(doing, answered)
  const counts = { answered: answered.length, rejected, unknown: unknown.length }
  await record(doing, {
    happened: 'bank-answer-read',
    organisation: run.organisation_id,
    person: null,
    to: run.id,
    details: { number: run.number, ...counts },
  })
  return done(counts)
}

/** The file of this run that a message names; null where it names another's. */
async function fileNamed(doing: Doing, run: RunState, message: string): Promise<FileMade | null> {
  for (const file of await filesOf(doing, run.id))
    if (file.number !== null && file.same_as === null && !file.given_up_on)
      if ((await messageIdOf(doing, run, file.number)) === message) return file
  return null
}

async function sentIn(doing: Doing, file: string, message: string): Promise<readonly Sent[]> {
  const { rows } = await sql<Sent>`
    select i.id, i.end_to_end_id as "endToEndId",
      ${message} || '-' || to_char(p.leaves_on, 'YYYYMMDD') as batch
    from payments.way w join payments.instruction i on i.id = w.instruction_id
      join payments.payment p on p.instruction_id = w.instruction_id
    where w.file_id = ${file} order by i.id`.execute(doing.transaction)
  return rows
}

type About = { readonly answer: string; readonly run: RunState }

async function writeAnswered(doing: Doing, { answer }: About, all: readonly Answered[]): Promise<void> {
  const rows = all.map(({ id, status, became, because }) => ({
    id,
    status,
    became,
    because: became === 'rejected' ? because : null,
  }))
  await sql`insert into payments.answered (answer_id, instruction_id, run_id, organisation_id, person_id,
      status, became, because)
    select ${answer}::uuid, p.instruction_id, p.run_id, p.organisation_id, p.person_id, a.status, a.became,
      a.because
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as a (id uuid, status text, became text, because text)
      join payments.payment p on p.instruction_id = a.id`.execute(doing.transaction)
}

type Unknown = ReturnType<typeof answersIn>['unknown']

async function writeUnknown(doing: Doing, { answer, run }: About, all: Unknown): Promise<void> {
  const rows = all.map(({ endToEndId, status, why }, place) => ({
    answer_id: answer,
    place,
    run_id: run.id,
    organisation_id: run.organisation_id,
    end_to_end_id: endToEndId.slice(0, 70),
    status: status.slice(0, 10),
    why,
  }))
  await sql`insert into payments.answer_unknown (answer_id, place, run_id, organisation_id, end_to_end_id,
      status, why)
    select answer_id, place, run_id, organisation_id, end_to_end_id, status, why
    from jsonb_populate_recordset(null::payments.answer_unknown, ${JSON.stringify(rows)}::jsonb)`.execute(
    doing.transaction,
  )
}

/** What the bank rejected comes back today, each with its reason; how many that were not back already. */
async function takeBack(doing: Doing, answered: readonly Answered[]): Promise<number> {
  const why = new Map(
    answered.filter(({ became }) => became === 'rejected').map(({ id, because }) => [id, because]),
  )
  if (why.size === 0) return 0
  const ids = sql<InstructionId>`any (${[...why.keys()]}::uuid[])`
  const rejected = await here(doing)
    .db.selectFrom('payments.instruction_shown')
    .selectAll()
    .where('id', '=', ids)
    .where('returned_on', 'is', null)
    .orderBy('id')
    .execute()
  const back = rejected.map(paid => ({ paid, on: doing.today, because: why.get(paid.id) ?? '' }))
  return (await returnAll(doing, back)).length
}
