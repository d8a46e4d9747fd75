import { isStaff, record, roleOf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Id } from '../../kernel/brand.ts'
import { newId } from '../../kernel/ids.ts'
import { contactOf, type OrganisationId, type PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { post } from '../../platform/mail.ts'
import { here } from '../tables.ts'
import { longestMessage } from '../types.ts'
import { addressOfThis } from './send-letter.ts'

type Thread = { readonly reference: string; readonly organisation: OrganisationId; readonly person: PersonId }

/**
 * Opens the conversation of a case. Done once, by whoever makes the reference; a second time changes
 * nothing.
 */
export async function openThread(doing: Doing, thread: Thread): Promise<void> {
  await here(doing)
    .db.insertInto('notices.thread')
    .values({
      reference: thread.reference,
      organisation_id: thread.organisation,
      person_id: thread.person,
      opened_on: doing.today,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export type MessageProblem = 'thread-not-found' | 'nothing-said' | 'too-long'

/**
 * Says something in a case's conversation, in one's own words. The other side finds it on their pages; a
 * family is
 * also told by mail that there is something to read. Refuses an empty or overlong message and an unknown
 * case.
 */
export async function sendMessage(
  doing: Doing,
  said: { readonly about: string; readonly words: string },
): Promise<Done<Id<'message'>, MessageProblem>> {
  const words = said.words.trim()
  if (words === '') return refused('nothing-said')
  if ([...words].length > longestMessage) return refused('too-long')
  const thread = await here(doing)
    .db.selectFrom('notices.thread')
    .selectAll()
    .where('reference', '=', said.about)
    .executeTakeFirst()
  if (!thread) return refused('thread-not-found')
  const id = newId<'message'>()
  const of = { organisation_id: thread.organisation_id, person_id: thread.person_id }
  const side = isStaff(doing.actor) ? 'staff' : 'family'
  await here(doing)
    .db.insertInto('notices.message')
    .values({
      id,
      ...of,
      reference: said.about,
      words,
      side,
      said_by: doing.actor.id,
      said_by_name: doing.actor.name,
      said_by_role: roleOf(doing),
      said_on: doing.today,
      said_at: doing.now,
    })
    .execute()
  await record(doing, {
    happened: 'message-sent',
    organisation: of.organisation_id,
    person: of.person_id,
    to: id,
    details: { reference: said.about },
  })
  if (side === 'staff') await tellFamily(doing, of.person_id, said.about)
  return done(id)
}

async function tellFamily(doing: Doing, person: PersonId, reference: string): Promise<void> {
  const email = (await contactOf(doing, person))?.email
  if (!email) return
  await post(doing, {
    to: email,
    subject: `There is a message for you about ${reference}`,
    body: [
      `There is a new message for you about ${reference}. Sign in to read it and to answer:`,
      addressOfThis(`/notices/messages/${reference}`),
    ].join('\n\n'),
  })
}

/** Marks a conversation as read by the one who looks, up to now. */
export async function markRead(doing: Doing, reference: string): Promise<void> {
  if (doing.actor.id === null) return
  await here(doing)
    .db.insertInto('notices.read_mark')
    .values({ actor_id: doing.actor.id, reference, read_at: doing.now })
    .onConflict(conflict => conflict.columns(['actor_id', 'reference']).doUpdateSet({ read_at: doing.now }))
    .execute()
}
