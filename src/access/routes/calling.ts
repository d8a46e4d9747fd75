import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import { type Answer, type Asked, notAllowed, notFound } from '../../platform/route.ts'
import { record } from '../actions/record.ts'
import { callForm, goOn } from '../forms.ts'
import { actsForOthers } from '../identify.ts'
import type { Route } from '../public.ts'
import type { Sessions } from '../session.ts'

/**
 * From here on, for an hour, what these staff send is done for the one who called. Recorded as begun and as
 * ended.
 */
async function begin(sessions: Sessions, doing: Doing, { form }: Asked): Promise<Answer> {
  const read = callForm.read(form)
  if (!actsForOthers(doing.actor)) return notAllowed
  if (!read.ok) return notFound
  const person = read.value.person
  await record({ ...doing, onBehalfOf: person }, { happened: 'call-begun', organisation: null, person })
  return { to: goOn({ next: one(form, 'next') }), cookies: sessions.call(doing.actor, person) }
}

async function end(sessions: Sessions, doing: Doing): Promise<Answer> {
  if (doing.onBehalfOf !== null)
    await record(doing, { happened: 'call-ended', organisation: null, person: doing.onBehalfOf })
  return { to: '/home', cookies: sessions.endedCall }
}

/** Acting for somebody who telephones or writes. */
export const callRoutes = (sessions: Sessions): readonly Route[] => [
  {
    at: 'POST /access/call',
    allow: 'access.act-for-others',
    again: true,
    handle: (doing, asked) => begin(sessions, doing, asked),
  },
  {
    at: 'POST /access/call/ending',
    allow: 'access.own-account',
    again: true,
    handle: doing => end(sessions, doing),
  },
]
