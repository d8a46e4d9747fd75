import type { Route } from '../../access/public.ts'
import type { Done } from '../../kernel/answers.ts'
import { readId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Read } from '../../platform/forms.ts'
import { type Answer, type Asked, type FieldError, notAllowed, notFound } from '../../platform/route.ts'
import { changeContract, changeTerms, choosePayroll } from '../actions/change-terms.ts'
import { endJob } from '../actions/end-job.ts'
import { leaveSays, noteLeave, takeLeaveBack } from '../actions/note-leave.ts'
import { endForm, firmForm, leaveForm, noticeForm, rateForm } from '../forms.ts'
import { endingSays, engageSays } from '../rules/checks.ts'
import type { EngagementId, LeaveId } from '../types.ts'
import { firmNamed } from './budget.ts'
import { errorsAt, type InJob, inJob } from './seeing.ts'

export type ShowJob = (
  doing: Doing,
  asked: Asked,
  found: InJob,
  wrong: { readonly sent: string; readonly errors: readonly FieldError[] },
) => Promise<Answer>

const says = {
  ...engageSays,
  ...endingSays,
  ...leaveSays,
  'no-such-job': 'There is no such job',
  'before-the-job': 'The day must not be before the job began',
} as const
type Says = keyof typeof says

const places: Partial<Record<Says, string>> = {
  'before-the-job': 'from-day',
  'before-it-began': 'ends-day',
  'notice-after-the-end': 'notice-day',
  'ended-already': 'ends-day',
  'ends-before-it-begins': 'last-day',
  'more-days-than-there-are': 'away',
  'outside-the-job': 'first-day',
  'overlaps-other-leave': 'first-day',
}

type Changing<Value> = {
  readonly name: string
  read(form: Asked['form']): Read<Value>
  act(doing: Doing, engagement: EngagementId, value: Value): Promise<Done<unknown, string>>
  readonly field: string
}

/** A form of the job's page: read, done, and back to the page; or the page again with the form open. */
const changing =
  <Value>(showJob: ShowJob, { name, read, act, field }: Changing<Value>) =>
  async (doing: Doing, asked: Asked): Promise<Answer> => {
    const found = await inJob(doing, asked, 'employment-job')
    if (found === null) return notFound
    const typed = read(asked.form)
    if (!typed.ok) return showJob(doing, asked, found, { sent: name, errors: typed.errors })
    const done = await act(doing, found.job.id, typed.value)
    if (done.done) return `/employment/jobs/${found.job.id}?done=${name}`
    if (done.because.includes('not-yours-to-employ')) return notAllowed
    const errors = errorsAt(done.because as Says[], says, { otherwise: field, ...places })
    return showJob(doing, asked, found, { sent: name, errors })
  }

async function takeBack(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await inJob(doing, asked, 'employment-job')
  const leave = readId<'leave'>(asked.at['leave'] ?? '')
  if (found === null || leave === null) return notFound
  const { id } = found.job
  const back = await takeLeaveBack(doing, { engagement: id, leave: leave as LeaveId })
  if (back.done) return `/employment/jobs/${id}?done=leave`
  return back.because.includes('no-such-leave') ? notFound : notAllowed
}

/** What an employer changes about a job, a form each. */
export const jobChanges = (showJob: ShowJob): readonly Route[] => {
  const at = (name: string) => `POST /employment/jobs/:engagement/${name}` as const
  const allow = 'employment.employ'
  const terms = changing(showJob, {
    name: 'terms',
    field: 'unit',
    read: rateForm.read,
    act: (doing, engagement, value) => changeTerms(doing, { engagement, ...value }),
  })
  const particulars = changing(showJob, {
    name: 'particulars',
    field: 'changed-day',
    read: noticeForm.read,
    act: (doing, engagement, { changed, days, weeks }) =>
      changeContract(doing, { engagement, from: changed, daysAWeek: days, noticeWeeks: weeks }),
  })
  const leave = changing(showJob, {
    name: 'leave',
    field: 'kind',
    read: leaveForm.read,
    act: (doing, engagement, { away, fit, ...value }) =>
      noteLeave(doing, { engagement, ...value, days: away, fitNote: fit }),
  })
  const ending = changing(showJob, {
    name: 'ending',
    field: 'ends-day',
    read: endForm.read,
    act: (doing, engagement, { ends, notice, ground, words }) =>
      endJob(doing, { engagement, endsOn: ends, noticeOn: notice, ground, words }),
  })
  const payroll = changing(showJob, {
    name: 'payroll',
    field: 'firm',
    read: firmForm.read,
    act: async (doing, engagement, { firm, chosen }) =>
      choosePayroll(doing, {
        engagement,
        from: chosen,
        firm: (await firmNamed(doing, firm)) ?? { id: null, name: 'Nobody who is known here' },
      }),
  })
  return [
    { at: at('terms'), allow, handle: terms },
    { at: at('particulars'), allow, handle: particulars },
    { at: at('leave'), allow, handle: leave },
    { at: at('ending'), allow, handle: ending },
    { at: at('payroll'), allow, handle: payroll },
    { at: 'POST /employment/jobs/:engagement/leave/:leave/removal', allow, handle: takeBack },
  ]
}
