import type { Route } from '../../access/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Answer, type Asked, type FieldError, notAllowed, notFound } from '../../platform/route.ts'
import { nameTask, signOffSays, signOffTask } from '../actions/sign-off-task.ts'
import { signOffForm, taskForm } from '../forms.ts'
import { taskPage } from '../pages/task.tsx'
import type { Task } from '../types.ts'
import type { ShowJob } from './job-changes.ts'
import { errorsAt, type InJob, inJob } from './seeing.ts'

const newTask =
  (showJob: ShowJob) =>
  async (doing: Doing, asked: Asked): Promise<Answer> => {
    const found = await inJob(doing, asked, 'employment-job')
    if (found === null) return notFound
    const read = taskForm.read(asked.form)
    if (!read.ok) return showJob(doing, asked, found, { sent: 'tasks', errors: read.errors })
    const { task, since } = read.value
    const named = await nameTask(doing, { engagement: found.job.id, says: task, from: since })
    return named.done ? `/employment/jobs/${found.job.id}?done=tasks` : notAllowed
  }

type InTask = InJob & { readonly task: Task }

async function inTask(doing: Doing, asked: Asked): Promise<InTask | null> {
  const found = await inJob(doing, asked, 'employment-task')
  const task = found?.job.tasks.find(({ id }) => id === asked.at['task'])
  return found && task ? { ...found, task } : null
}

const shown = (asked: Asked, { job, task, strip }: InTask, errors: readonly FieldError[]): Answer =>
  taskPage({ job, task, typed: asked.form, errors, ...strip })

async function show(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await inTask(doing, asked)
  return found === null || found.standing === 'assistant' ? notFound : shown(asked, found, [])
}

const problemSays = {
  ...signOffSays,
  'no-such-job': 'There is no such job',
  'not-yours-to-employ': 'Only the employer and the care team can do this',
  'caller-may-not-do-this': 'The person who called may not do this, so you cannot do it for them',
} as const

async function signOff(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await inTask(doing, asked)
  if (found === null) return notFound
  const read = signOffForm.read(asked.form)
  if (!read.ok) return shown(asked, found, read.errors)
  const { trainer, trained, signer, role, signed, expires } = read.value
  const done = await signOffTask(doing, {
    engagement: found.job.id,
    task: found.task.id,
    trainedBy: trainer,
    trainedOn: trained,
    signedBy: signer,
    signedRole: role,
    on: signed,
    until: expires,
  })
  if (done.done) return `/employment/jobs/${found.job.id}?done=signed`
  if (done.because.includes('not-yours-to-employ')) return notAllowed
  const fields = {
    otherwise: 'trainer',
    'signed-before-trained': 'signed-day',
    'signed-in-future': 'signed-day',
    'runs-out-before-signed': 'expires-day',
  }
  return shown(asked, found, errorsAt(done.because, problemSays, fields))
}

/** Healthcare tasks that are handed over, and their sign-off. */
export const taskRoutes = (showJob: ShowJob): readonly Route[] => [
  { at: 'POST /employment/jobs/:engagement/tasks', allow: 'employment.train', handle: newTask(showJob) },
  { at: 'GET /employment/jobs/:engagement/tasks/:task', allow: 'employment.train', handle: show },
  {
    at: 'POST /employment/jobs/:engagement/tasks/:task/sign-off',
    allow: 'employment.train',
    handle: signOff,
  },
]
