import { readId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { one, typedDay } from '../../platform/forms.ts'
import { keptMail } from '../../platform/mail.ts'
import { type Answer, type Asked, type FieldError, notFound, type Typed } from '../../platform/route.ts'
import {
  endAccount,
  endRole,
  giveRole,
  managedBy,
  sentencesOfGiving,
  type WhyNotGive,
} from '../actions/give-role.ts'
import { endRoleForm, roleForm } from '../forms.ts'
import { actorPage, actorsPage } from '../pages/actors.tsx'
import { mailPage } from '../pages/mail.tsx'
import type { Route } from '../public.ts'
import { staffOf } from '../queries/staff.ts'
import type { Sessions } from '../session.ts'

const fieldOf: Record<WhyNotGive, string> = {
  'no-such-account': 'email',
  'not-your-organisation': 'organisation',
  'ends-before-it-begins': 'until-day',
  'has-it-already': 'role',
}

const donePhrases = {
  given: 'The role was given.',
  ended: 'The role was ended.',
  account: 'The account was ended.',
} as const

async function list(
  doing: Doing,
  asked: Asked,
  { typed, errors }: { typed: Typed; errors: readonly FieldError[] },
): Promise<Answer> {
  const done = donePhrases[one(asked.query, 'done') as keyof typeof donePhrases]
  return actorsPage({
    staff: await staffOf(doing),
    organisations: [...new Set(managedBy(doing))],
    today: doing.today,
    typed,
    errors,
    done,
  })
}

async function give(doing: Doing, asked: Asked): Promise<Answer> {
  const read = roleForm.read(asked.form)
  if (!read.ok) return list(doing, asked, { typed: asked.form, errors: read.errors })
  const given = await giveRole(doing, read.value)
  if (given.done) return '/access/actors?done=given'
  const errors = given.because.map(reason => ({ field: fieldOf[reason], says: sentencesOfGiving[reason] }))
  return list(doing, asked, { typed: asked.form, errors })
}

async function showRole(
  doing: Doing,
  { at, form }: Asked,
  errors: readonly FieldError[] = [],
): Promise<Answer> {
  const row = (await staffOf(doing)).find(({ id }) => id === at['role'])
  return row && !row.ended
    ? actorPage({ row, typed: errors.length > 0 ? form : typedDay('until', doing.today), errors })
    : notFound
}

async function end(doing: Doing, asked: Asked): Promise<Answer> {
  const role = readId<'role'>(asked.at['role'] ?? '')
  const read = endRoleForm.read(asked.form)
  if (role === null) return notFound
  if (!read.ok) return showRole(doing, asked, read.errors)
  const ended = await endRole(doing, role, read.value.until)
  if (ended.done) return '/access/actors?done=ended'
  return ended.because.includes('no-such-role')
    ? notFound
    : showRole(doing, asked, [{ field: 'until-day', says: sentencesOfGiving['ends-before-it-begins'] }])
}

async function endAll(doing: Doing, { at }: Asked): Promise<Answer> {
  const actor = readId<'actor'>(at['actor'] ?? '')
  const ended = actor === null ? null : await endAccount(doing, actor)
  return ended?.done ? '/access/actors?done=account' : notFound
}

async function mail(sessions: Sessions): Promise<Answer> {
  return sessions.embedded ? mailPage(await sessions.asService(doing => keptMail(doing))) : notFound
}

/** What an administrator does: staff, their roles, and in the embedded default the mail that was kept. */
export const manageRoutes = (sessions: Sessions): readonly Route[] => [
  {
    at: 'GET /access/actors',
    allow: 'access.manage',
    handle: (doing, asked) => list(doing, asked, { typed: {}, errors: [] }),
  },
  { at: 'POST /access/actors', allow: 'access.manage', handle: give },
  {
    at: 'GET /access/actors/:role',
    allow: 'access.manage',
    handle: (doing, asked) => showRole(doing, asked),
  },
  { at: 'POST /access/roles/:role/ending', allow: 'access.manage', handle: end },
  { at: 'POST /access/actors/:actor/ending', allow: 'access.manage', handle: endAll },
  { at: 'GET /access/mail', allow: 'notices.outbox', handle: () => mail(sessions) },
]
