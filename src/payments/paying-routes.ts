import type { Route } from '../access/public.ts'
import { readId } from '../kernel/ids.ts'
import type { Doing } from '../platform/doing.ts'
import { many, one } from '../platform/forms.ts'
import { type Answer, type FieldError, notFound, type Typed } from '../platform/route.ts'
import { fileSays, makeFile, sameFile } from './actions/make-file.ts'
import { giveUpFile, giveUpSays, handSays, markPaidByHand } from './actions/pay-by-hand.ts'
import { answerSays, readAnswer } from './actions/read-answer.ts'
import { byHandForm, giveUpForm } from './forms.ts'
import { marksRoutes } from './marks-routes.ts'
import { byHandPage } from './pages/by-hand.tsx'
import { type FileMade, filesOf, payablesOf } from './queries/payables.ts'
import type { RunState } from './queries/run.ts'
import { byHandCsv } from './rules/by-hand-csv.ts'
import { ofRun, show } from './showing-run.ts'

const kinds = { print: 'print', csv: 'csv' } as const
const kindIn = (form: Typed) => kinds[one(form, 'kind') as keyof typeof kinds] ?? 'bank'

const make = ofRun(async (doing, run, { form }) => {
  const made = await makeFile(doing, run, kindIn(form))
  if (made.done) return `/payments/runs/${run.id}/files/${made.value}`
  return show(doing, run, { errors: made.because.map(reason => ({ field: 'pay', says: fileSays[reason] })) })
})

type Filled = { readonly typed?: Typed; readonly errors?: readonly FieldError[] }

async function list(doing: Doing, run: RunState, made: FileMade, filled: Filled = {}): Promise<Answer> {
  const payables = await payablesOf(doing, run.id, 'not-in-a-file')
  if (payables === null) return notFound
  if (made.kind !== 'csv')
    return byHandPage({ run, payables, at: `/payments/runs/${run.id}/files/${made.id}`, ...filled })
  const download = `payments-run-${String(run.number).padStart(5, '0')}-by-hand.csv`
  return { download, kind: 'text/csv; charset=utf-8', body: byHandCsv(payables) }
}

const madeAt = async (doing: Doing, run: RunState, file: string | undefined): Promise<FileMade | null> =>
  (await filesOf(doing, run.id)).find(({ id }) => id === file) ?? null

/** A file that was made: the bank's file again, byte by byte as its sum says, or the list to pay by hand. */
const file = ofRun(async (doing, run, { at }) => {
  const made = await madeAt(doing, run, at['file'])
  if (made === null) return notFound
  if (made.number === null) return list(doing, run, made)
  const text = await sameFile(doing, run, made)
  if (text === null) return notFound
  const name = `payments-run-${String(run.number).padStart(5, '0')}`
  return made.kind === 'bacs-18'
    ? { download: `${name}.bacs.txt`, kind: 'text/plain', body: text }
    : { download: `${name}.pain.001.xml`, kind: 'application/xml', body: text }
})

/** What was paid by hand from a list. */
const paid = ofRun(async (doing, run, { at, form }) => {
  const made = await madeAt(doing, run, at['file'])
  if (made === null || made.number !== null) return notFound
  const read = byHandForm(doing.today).read(form)
  if (!read.ok) return list(doing, run, made, { typed: form, errors: read.errors })
  const instructions = many(form, 'paid').flatMap(text => readId<'payment instruction'>(text) ?? [])
  const about = { instructions, on: read.value.on, bankReference: read.value['bank-reference'] }
  const marked = await markPaidByHand(doing, run, about)
  if (marked.done) return `/payments/runs/${run.id}/files/${made.id}`
  const errors = marked.because.map(reason => ({ field: 'paid', says: handSays[reason] }))
  return list(doing, run, made, { typed: form, errors })
})

const giveUp = ofRun(async (doing, run, { form }) => {
  const read = giveUpForm.read(form)
  if (!read.ok) return show(doing, run, { errors: read.errors, typed: form })
  const given = await giveUpFile(doing, run, read.value['not-taken'])
  if (given.done) return `/payments/runs/${run.id}`
  const errors = given.because.map(reason => ({ field: 'not-taken', says: giveUpSays[reason] }))
  return show(doing, run, { errors, typed: form })
})

/** The bank's answer to a run's file. */
const answer = ofRun(async (doing, run, { files }) => {
  const [sent] = files
  if (sent === undefined || sent.bytes.length === 0)
    return show(doing, run, { errors: [{ field: 'answer', says: 'Choose the file of the bank' }] })
  const read = await readAnswer(doing, run, new TextDecoder().decode(sent.bytes))
  if (read.done) return `/payments/runs/${run.id}`
  const errors = read.because.map(reason => ({ field: 'answer', says: answerSays[reason] }))
  return show(doing, run, { errors })
})

/** How a run that has left is paid: by the bank's file or by hand, and what the bank answers. */
export const payingRoutes: readonly Route[] = [
  { at: 'POST /payments/runs/:run/files', allow: 'payments.release', handle: make },
  { at: 'GET /payments/runs/:run/files/:file', allow: 'payments.release', handle: file },
  { at: 'POST /payments/runs/:run/files/:file', allow: 'payments.release', handle: paid },
  { at: 'POST /payments/runs/:run/file-given-up', allow: 'payments.release', handle: giveUp },
  { at: 'POST /payments/runs/:run/answers', allow: 'payments.prepare', handle: answer },
  ...marksRoutes,
]
