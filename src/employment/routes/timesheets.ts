import type { Route } from '../../access/public.ts'
import { readId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { one, tooLate } from '../../platform/forms.ts'
import { type Answer, type Asked, type FieldError, notAllowed, notFound } from '../../platform/route.ts'
import {
  type DecideProblem,
  decideSays,
  decideTimesheet,
  whyNotDecider,
} from '../actions/decide-timesheet.ts'
import { decisionForm } from '../forms.ts'
import { timesheetPage } from '../pages/timesheet.tsx'
import { jobOf } from '../queries/engagements.ts'
import { pendingOf } from '../queries/pending.ts'
import { engagementOfSheet } from '../queries/sheets.ts'
import type { Sheet } from '../types.ts'
import { actsAsEmployer, errorsAt, type InJob, seenJob } from './seeing.ts'

type InSheet = InJob & { readonly sheet: Sheet; readonly newer: Sheet | null }

async function inSheet(doing: Doing, { at }: Asked): Promise<InSheet | null> {
  const id = readId<'timesheet'>(at['timesheet'] ?? '')
  const engagement = id && (await engagementOfSheet(doing, id))
  const job = engagement && (await jobOf(doing, engagement))
  const sheet = job ? job.sheets.find(one => one.id === id) : undefined
  if (!job || !sheet) return null
  const later = job.sheets.filter(one => one.week === sheet.week && one.number > sheet.number)
  return { ...(await seenJob(doing, job, 'employment-timesheet')), sheet, newer: later.at(-1) ?? null }
}

const doneSays: Readonly<Record<string, string>> = {
  sent: 'Sent. The employer looks at it next.',
  approved: 'Approved. It goes to payroll with the next hand-over.',
  'sent-back': 'Sent back, with what you wrote.',
}

const isDecider = (doing: Doing, { standing }: InSheet): boolean =>
  standing === 'hours' || actsAsEmployer(doing, standing)

async function shown(
  doing: Doing,
  asked: Asked,
  found: InSheet,
  errors: readonly FieldError[],
): Promise<Answer> {
  const { job, sheet, standing, newer, strip } = found
  const open = sheet.decided === null && newer === null
  const decides = open && isDecider(doing, found)
  const against = decides ? await whyNotDecider(doing, job, sheet, standing) : []
  return timesheetPage({
    job,
    sheet,
    newer,
    pending: await pendingOf(doing, job, sheet),
    mayDecide: decides && against.length === 0,
    maySend: standing === 'assistant' || actsAsEmployer(doing, standing),
    isAssistant: standing === 'assistant',
    whyNot: against.map(reason => decideSays[reason]),
    typed: asked.form,
    errors,
    done: doneSays[one(asked.query, 'done')],
    ...strip,
  })
}

async function show(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await inSheet(doing, asked)
  return found === null ? notFound : shown(doing, asked, found, [])
}

const refusals: ReadonlySet<DecideProblem> = new Set(['may-not-approve-hours', 'own-hours'])

async function decide(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await inSheet(doing, asked)
  if (found === null) return notFound
  const read = decisionForm.read(asked.form)
  const { sheet } = found
  if (sheet.decided !== null && isDecider(doing, found)) {
    const says = tooLate(decideSays['decided-already'], one(asked.form, 'because'))
    return shown(doing, asked, found, [{ field: 'decided', says }])
  }
  if (!read.ok) return shown(doing, asked, found, read.errors)
  const decided = await decideTimesheet(doing, { timesheet: sheet.id, ...read.value })
  if (decided.done) return `/employment/timesheets/${sheet.id}?done=${read.value.decided}`
  if (decided.because.some(reason => refusals.has(reason))) return notAllowed
  const fields = { otherwise: 'decided', 'say-why-it-goes-back': 'because' }
  return shown(doing, asked, found, errorsAt(decided.because, decideSays, fields))
}

const at = '/employment/timesheets/:timesheet' as const
export const timesheetRoutes: readonly Route[] = [
  { at: `GET ${at}`, allow: 'employment.hours', handle: show },
  { at: `POST ${at}/decision`, allow: 'employment.hours', handle: decide },
]
