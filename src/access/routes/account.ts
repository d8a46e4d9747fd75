import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import type { Answer, Asked, FieldError } from '../../platform/route.ts'
import { record } from '../actions/record.ts'
import { codeForm, newPasswordForm, passwordForm } from '../forms.ts'
import { accountPage, confirmPage, twoStepsPage } from '../pages/account.tsx'
import { type Role, roleNames } from '../permissions.ts'
import type { Route } from '../public.ts'
import type { Sessions } from '../session.ts'

const cookieOf = ({ headers }: Asked): string => headers['cookie'] ?? ''
const wrongPassword = (field: string): readonly FieldError[] => [
  { field, says: 'That is not your password. Try again' },
]

const donePhrases = {
  password: 'Your password is changed. You were signed out everywhere else.',
  on: 'Two steps are on.',
  off: 'Two steps are off.',
  sessions: 'You were signed out everywhere else.',
} as const

async function show(
  sessions: Sessions,
  { doing, asked }: { doing: Doing; asked: Asked },
  errors: readonly FieldError[] = [],
): Promise<Answer> {
  const done = donePhrases[one(asked.query, 'done') as keyof typeof donePhrases]
  const roles = [...new Set(doing.actor.roles.map(({ role }) => roleNames[role as Role]))]
  const [open, twoSteps] = [
    await sessions.own.sessions(cookieOf(asked)),
    await sessions.own.hasTwoSteps(cookieOf(asked)),
  ]
  return accountPage({ name: doing.actor.name, roles, sessions: open, twoSteps, errors, done })
}

const noted = (doing: Doing, happened: string): Promise<void> =>
  record(doing, { happened, organisation: null, person: null, to: doing.actor.id })

async function changePassword(sessions: Sessions, doing: Doing, asked: Asked): Promise<Answer> {
  const read = newPasswordForm.read(asked.form)
  if (!read.ok) return show(sessions, { doing, asked }, read.errors)
  const changed = await sessions.own.changePassword(cookieOf(asked), {
    old: read.value['old-password'],
    new: read.value['new-password'],
  })
  if (changed === 'wrong') return show(sessions, { doing, asked }, wrongPassword('old-password'))
  await noted(doing, 'password-changed')
  return { to: '/access/account?done=password', cookies: changed.cookies }
}

async function startTwoSteps(sessions: Sessions, doing: Doing, asked: Asked): Promise<Answer> {
  const read = passwordForm.read(asked.form)
  if (!read.ok) return show(sessions, { doing, asked }, read.errors)
  const started = await sessions.own.startTwoSteps(cookieOf(asked), read.value.password)
  return started === 'wrong'
    ? show(sessions, { doing, asked }, wrongPassword('password'))
    : twoStepsPage(started)
}

async function confirmTwoSteps(sessions: Sessions, doing: Doing, asked: Asked): Promise<Answer> {
  const read = codeForm.read(asked.form)
  if (!read.ok) return confirmPage(read.errors)
  const confirmed = await sessions.own.confirmTwoSteps(cookieOf(asked), read.value.code.replaceAll(/\s/g, ''))
  if (confirmed === 'wrong')
    return confirmPage([{ field: 'code', says: 'That code is not right, or too old. Enter the newest one' }])
  await noted(doing, 'two-steps-turned-on')
  return { to: '/access/account?done=on', cookies: confirmed.cookies }
}

async function endTwoSteps(sessions: Sessions, doing: Doing, asked: Asked): Promise<Answer> {
  const read = passwordForm.read(asked.form)
  if (!read.ok) return show(sessions, { doing, asked }, read.errors)
  const ended = await sessions.own.endTwoSteps(cookieOf(asked), read.value.password)
  if (ended === 'wrong') return show(sessions, { doing, asked }, wrongPassword('password'))
  await noted(doing, 'two-steps-turned-off')
  return { to: '/access/account?done=off', cookies: ended.cookies }
}

async function endOthers(sessions: Sessions, doing: Doing, asked: Asked): Promise<Answer> {
  await sessions.own.endOthers(cookieOf(asked))
  await noted(doing, 'other-sessions-ended')
  return '/access/account?done=sessions'
}

/** What people do with their own account. */
export const accountRoutes = (sessions: Sessions): readonly Route[] => {
  const own = (
    at: Route['at'],
    act: (sessions: Sessions, doing: Doing, asked: Asked) => Promise<Answer>,
  ): Route => ({
    at,
    allow: 'access.own-account',
    again: true,
    handle: (doing, asked) => act(sessions, doing, asked),
  })
  return [
    own('GET /access/account', (all, doing, asked) => show(all, { doing, asked })),
    own('POST /access/account/password', changePassword),
    own('POST /access/account/sessions/ending', endOthers),
    own('POST /access/account/two-steps', startTwoSteps),
    own('POST /access/account/two-steps/confirmation', confirmTwoSteps),
    own('POST /access/account/two-steps/ending', endTwoSteps),
  ]
}
