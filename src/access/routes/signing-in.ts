import { one } from '../../platform/forms.ts'
import { type Answer, type Asked, notFound, type Typed } from '../../platform/route.ts'
import { codeForm, goOn, signInForm } from '../forms.ts'
import { secondStepPage, signInPage } from '../pages/sign-in.tsx'
import type { Route } from '../public.ts'
import type { Sessions } from '../session.ts'

const whyNot = {
  wrong: 'That e-mail address and password do not go together. Check both and try again',
  locked: 'There were too many wrong passwords for this address. Wait a quarter of an hour and try again',
} as const

const nextOf = (typed: Typed): string => one(typed, 'next')
const keptOf = (typed: Typed): string => one(typed, 'kept')

/** After signing in: on to where the person wanted to go, with what was kept for them, if anything. */
function onward(typed: Typed): string {
  const kept = keptOf(typed)
  return kept === '' ? goOn(typed) : `/access/kept?kept=${encodeURIComponent(kept)}`
}

async function signIn(sessions: Sessions, { form, headers }: Asked): Promise<Answer> {
  const shows = { typed: form, next: nextOf(form), kept: keptOf(form), demo: sessions.embedded }
  const read = signInForm.read(form)
  if (!read.ok) return signInPage({ ...shows, errors: read.errors })
  const signed = await sessions.signIn(read.value, headers['cookie'] ?? '')
  if (signed.in) return { to: onward(form), cookies: signed.cookies }
  if (signed.because === 'second-step') {
    const on = new URLSearchParams({ next: shows.next, kept: shows.kept })
    return { to: `/access/second-step?${on}`, cookies: signed.cookies }
  }
  return signInPage({ ...shows, errors: [{ field: 'email', says: whyNot[signed.because] }] })
}

async function secondStep(sessions: Sessions, { form, headers }: Asked): Promise<Answer> {
  const shows = { next: nextOf(form), kept: keptOf(form) }
  const read = codeForm.read(form)
  if (!read.ok) return secondStepPage({ ...shows, errors: read.errors })
  const signed = await sessions.secondStep(read.value.code, headers['cookie'] ?? '')
  if (signed.in) return { to: onward(form), cookies: signed.cookies }
  const says = 'That code is not right, or too old. Enter the newest one'
  return secondStepPage({ ...shows, errors: [{ field: 'code', says }] })
}

async function demo(sessions: Sessions, { at, headers }: Asked): Promise<Answer> {
  const signed = await sessions.demo(
    { user: at['user'] ?? '', ticket: at['ticket'] ?? '' },
    headers['cookie'] ?? '',
  )
  return signed.in ? { to: '/home', cookies: signed.cookies } : notFound
}

/** Signing in and out. `sessions` is handed in because the library behind it is set up once, by app.ts. */
export const signInRoutes = (sessions: Sessions): readonly Route[] => [
  {
    at: 'GET /access/sign-in',
    allow: 'access.sign-in',
    handle: (_doing, { query }) =>
      signInPage({
        typed: {},
        errors: [],
        next: nextOf(query),
        kept: keptOf(query),
        demo: sessions.embedded,
      }),
  },
  {
    at: 'POST /access/sign-in',
    allow: 'access.sign-in',
    again: true,
    handle: (_doing, asked) => signIn(sessions, asked),
  },
  {
    at: 'GET /access/second-step',
    allow: 'access.sign-in',
    handle: (_doing, { query }) => secondStepPage({ errors: [], next: nextOf(query), kept: keptOf(query) }),
  },
  {
    at: 'POST /access/second-step',
    allow: 'access.sign-in',
    again: true,
    handle: (_doing, asked) => secondStep(sessions, asked),
  },
  {
    at: 'GET /access/demo/:user/:ticket',
    allow: 'access.sign-in',
    handle: (_doing, asked) => demo(sessions, asked),
  },
  {
    at: 'POST /access/sign-out',
    allow: 'access.own-account',
    again: true,
    handle: async (_doing, { headers }) => ({
      to: '/',
      cookies: [...(await sessions.signOut(headers['cookie'] ?? '')), ...sessions.endedCall],
    }),
  },
  // What was kept is shown by the platform, which sees `?kept=`; without it there is nothing here.
  { at: 'GET /access/kept', allow: 'access.own-account', handle: () => '/home' },
]
