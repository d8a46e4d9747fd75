import type { Route } from '../../access/public.ts'
import { addDays, type PlainDate, readPlainDate, weekday } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import {
  type Answer,
  type Asked,
  type FieldError,
  notAllowed,
  notFound,
  type Typed,
} from '../../platform/route.ts'
import { takeUpJob } from '../actions/invite.ts'
import { type SendProblem, sendSays, sendTimesheet } from '../actions/send-timesheet.ts'
import { wordForm } from '../forms.ts'
import { minePage, wordPage } from '../pages/mine.tsx'
import { weekPage } from '../pages/week.tsx'
import { jobsOfMine, jobsToHelpWith } from '../queries/lists.ts'
import { termsOn } from '../rules/pay.ts'
import { currentSheets } from '../rules/unpaid.ts'
import { fieldOf, readWeek, typedWeek } from '../week-form.ts'
import { actsAsEmployer, errorsAt, type InJob, inJob, mondayOf } from './seeing.ts'

const doneSays: Readonly<Record<string, string>> = {
  joined: 'You are in. Your employer sees the hours that you send.',
}

async function mine(doing: Doing, asked: Asked): Promise<Answer> {
  return minePage({
    mine: await jobsOfMine(doing),
    toHelp: await jobsToHelpWith(doing),
    week: mondayOf(doing.today),
    done: doneSays[one(asked.query, 'done')],
  })
}

async function takeUp(doing: Doing, { form: typed }: Asked): Promise<Answer> {
  const read = wordForm.read(typed)
  if (!read.ok) return wordPage({ typed, errors: read.errors })
  const taken = await takeUpJob(doing, read.value.word)
  if (taken.done) return '/employment/hours?done=joined'
  const says = 'We do not know this word, or it was used. Ask your employer for a new one'
  return wordPage({ typed, errors: [{ field: 'word', says }] })
}

type InWeek = InJob & { readonly week: PlainDate }

/** The week of an address for who fills it in: the assistant, or the employer for them. */
async function inWeek(doing: Doing, asked: Asked): Promise<InWeek | null> {
  const week = readPlainDate(asked.at['week'] ?? '')
  if (week === null || weekday(week) !== 1 || week > doing.today) return null
  const found = await inJob(doing, asked, 'employment-week')
  return found === null ? null : { ...found, week }
}

const fills = (doing: Doing, { standing }: InWeek): boolean =>
  standing === 'assistant' || actsAsEmployer(doing, standing)

const unitsIn = ({ job, week }: InWeek) => termsOn(job.terms, addDays(week, 6)).map(({ unit }) => unit)

const sheetsBefore = ({ job, week }: InWeek) => currentSheets(job.sheets).filter(one => one.week < week)

type Wrong = { readonly typed: Typed; readonly errors: readonly FieldError[] }

function weekShown(doing: Doing, found: InWeek, wrong: Wrong & { readonly copied?: boolean }): Answer {
  const { job, week, standing, strip } = found
  return weekPage({
    engagement: job.id,
    assistant: job.assistant,
    employer: job.employer,
    forThem: standing !== 'assistant',
    week,
    today: doing.today,
    units: unitsIn(found),
    tasks: job.tasks.filter(({ from }) => from <= addDays(week, 6)),
    sent: currentSheets(job.sheets).find(one => one.week === week) ?? null,
    copy: sheetsBefore(found).length > 0,
    copied: wrong.copied ?? false,
    typed: wrong.typed,
    errors: wrong.errors,
    ...strip,
  })
}

async function week(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await inWeek(doing, asked)
  if (found === null || !fills(doing, found)) return notFound
  const [last] = sheetsBefore(found)
  const sent = currentSheets(found.job.sheets).find(sheet => sheet.week === found.week)
  const copied = one(asked.query, 'copy') === 'last' && last !== undefined
  const typed = copied ? typedWeek(last, 'copy') : sent === undefined ? {} : typedWeek(sent, 'all')
  return weekShown(doing, found, { typed, errors: [], copied })
}

async function send(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await inWeek(doing, asked)
  if (found === null) return notFound
  const units = unitsIn(found)
  const read = readWeek(asked.form, { week: found.week, units, today: doing.today })
  if (!read.ok && fills(doing, found))
    return weekShown(doing, found, { typed: asked.form, errors: read.errors })
  if (!read.ok) return notAllowed
  const sent = await sendTimesheet(doing, { engagement: found.job.id, week: found.week, ...read.value })
  if (sent.done) return `/employment/timesheets/${sent.value}?done=sent`
  if (sent.because.includes('not-your-hours')) return notAllowed
  const fields: Partial<Record<SendProblem, string>> = {
    'say-why-it-changed': 'note',
    'no-such-task': 'tasks',
  }
  const otherwise = fieldOf(units[0] ?? 'hour', 0)
  const errors = errorsAt(sent.because, sendSays, { otherwise, ...fields })
  return weekShown(doing, found, { typed: asked.form, errors })
}

const at = '/employment/jobs/:engagement/weeks/:week' as const
export const hourRoutes: readonly Route[] = [
  { at: 'GET /employment/hours', allow: 'employment.hours', handle: mine },
  {
    at: 'GET /employment/invitation',
    allow: 'employment.hours',
    handle: () => wordPage({ typed: {}, errors: [] }),
  },
  { at: 'POST /employment/invitation', allow: 'employment.hours', handle: takeUp },
  { at: `GET ${at}`, allow: 'employment.hours', handle: week },
  { at: `POST ${at}`, allow: 'employment.hours', handle: send },
]
