import { isStaff, look, may, type Route } from '../access/public.ts'
import { readId, readReference } from '../kernel/ids.ts'
import { type PersonId, personShown, personStrip } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { form, one, text } from '../platform/forms.ts'
import { findAsked, pageAsked, pagesAt } from '../platform/paging.ts'
import { type Answer, type Asked, type FieldError, notFound, type Typed } from '../platform/route.ts'
import { markRead, sendMessage } from './actions/send-message.ts'
import { letterPage, lettersPage } from './pages/letter.tsx'
import { messagesPage, unreadPage } from './pages/messages.tsx'
import { lettersOf, lettersToMe, messagesIn, noticeOf, threadOf, unreadConversations } from './queries.ts'
import { longestMessage } from './types.ts'

async function showLetter(doing: Doing, { at }: Asked): Promise<Answer> {
  const notice = await noticeOf(doing, at['notice'] ?? '')
  if (notice === null) return notFound
  await look(doing, {
    page: 'letter',
    organisation: notice.organisation_id,
    person: notice.person_id,
    to: notice.id,
  })
  return letterPage(notice, { staff: isStaff(doing.actor) })
}

/** A mother's letters are those about her child too: everything that she may read, whoever it is about. */
async function showFamilyLetters(doing: Doing): Promise<Answer> {
  const letters = await lettersToMe(doing)
  const people = new Map(letters.map(({ person_id, organisation_id }) => [person_id, organisation_id]))
  for (const [person, organisation] of people) await look(doing, { page: 'letters', organisation, person })
  const only = people.size === 1 ? await personShown(doing, letters[0]?.person_id as PersonId) : null
  return lettersPage({ person: only && personStrip(only, doing.today), letters })
}

async function showLetters(doing: Doing, { query }: Asked): Promise<Answer> {
  if (one(query, 'person') === '') return isStaff(doing.actor) ? notFound : showFamilyLetters(doing)
  const id = readId<'person'>(one(query, 'person'))
  const person = id === null ? null : await personShown(doing, id as PersonId)
  if (person === null) return notFound
  await look(doing, { page: 'letters', organisation: person.organisation, person: person.id })
  return lettersPage({ person: personStrip(person, doing.today), letters: await lettersOf(doing, person.id) })
}

type Shown = { readonly typed: Typed; readonly errors: readonly FieldError[]; readonly done?: string }

async function conversation(doing: Doing, typedReference: string, shown: Shown): Promise<Answer> {
  const reference = readReference(typedReference)
  const thread = reference === null ? null : await threadOf(doing, reference)
  const person = thread === null ? null : await personShown(doing, thread.person_id)
  if (thread === null || person === null) return notFound
  await look(doing, { page: 'messages', organisation: thread.organisation_id, person: thread.person_id })
  return messagesPage({
    ...shown,
    reference: thread.reference,
    person: personStrip(person, doing.today),
    said: await messagesIn(doing, thread.reference),
    me: doing.actor.id,
    maySend: may(doing, 'notices.send'),
  })
}

async function showMessages(doing: Doing, { at, query }: Asked): Promise<Answer> {
  const sent = one(query, 'sent') === 'yes' ? { done: 'Your message is sent.' } : {}
  const answer = await conversation(doing, at['reference'] ?? '', { typed: {}, errors: [], ...sent })
  if ('body' in (answer as object)) await markRead(doing, readReference(at['reference'] ?? '') ?? '')
  return answer
}

const messageForm = form({
  words: text({ missing: 'Write your message', most: longestMessage, called: 'The message' }),
})

async function say(doing: Doing, { at, form: typed }: Asked): Promise<Answer> {
  const reference = readReference(at['reference'] ?? '')
  const read = messageForm.read(typed)
  if (!read.ok) return conversation(doing, at['reference'] ?? '', { typed, errors: read.errors })
  if (reference === null) return notFound
  const sent = await sendMessage(doing, { about: reference, words: read.value.words })
  return sent.done ? `/notices/messages/${reference}?sent=yes` : notFound
}

async function showUnread(doing: Doing, { query }: Asked): Promise<Answer> {
  const find = findAsked(query)
  return unreadPage({
    unread: await unreadConversations(doing, { find, page: pageAsked(query) }),
    typed: query,
    searched: find !== '',
    searches: isStaff(doing.actor),
    hrefOf: pagesAt('/notices/messages', query, { keep: ['find'] }),
  })
}

export const noticesRoutes: readonly Route[] = [
  { at: 'GET /notices', allow: 'notices.read', handle: showLetters },
  { at: 'GET /notices/messages', allow: 'notices.read', handle: showUnread },
  { at: 'GET /notices/messages/:reference', allow: 'notices.read', handle: showMessages },
  { at: 'POST /notices/messages/:reference', allow: 'notices.send', handle: say },
  { at: 'GET /notices/:notice', allow: 'notices.read', handle: showLetter },
]
