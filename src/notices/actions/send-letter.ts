import { record } from '../../access/public.ts'
import { newId } from '../../kernel/ids.ts'
import { type Contact, contactOf, organisation } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { post } from '../../platform/mail.ts'
import { here } from '../tables.ts'
import type { NewLetter, NoticeId } from '../types.ts'

/** Where this installation answers, for links in mail. */
export const addressOfThis = (path: string): string =>
  `${process.env.OPENPHB_ADDRESS ?? `http://localhost:${process.env.PORT ?? '3000'}`}${path}`

/**
 * Keeps a letter as it is sent and sends it on its ways: on screen, for the printer, by mail. A mail
 * carries a name
 * and a link, never what the letter says. Where no address is known, the letter is marked to be printed and
 * posted.
 */
export async function sendLetter(doing: Doing, letter: NewLetter): Promise<{ readonly id: NoticeId }> {
  const id = newId<'notice'>()
  const { organisation: organisation_id, person: person_id, to, from } = letter
  const contact = await contactOf(doing, letter.person)
  const lines = to.addressLines ?? linesOf(contact)
  await here(doing)
    .db.insertInto('notices.notice')
    .values({
      id,
      organisation_id,
      person_id,
      kind: letter.kind,
      title: letter.title,
      to_name: to.name,
      to_lines: JSON.stringify(lines),
      paragraphs: JSON.stringify(letter.paragraphs),
      from_name: from.name,
      from_role: from.role,
      from_reach: from.reach,
      reference: letter.reference ?? null,
      subject_id: letter.subject ?? null,
      sees: letter.sees ?? 'all',
      sent_on: doing.today,
      sent_at: doing.now,
      sent_by: doing.actor.id,
    })
    .execute()
  await deliver(doing, { id, letter, email: to.email ?? contact?.email })
  await record(doing, {
    happened: 'letter-sent',
    organisation: organisation_id,
    person: person_id,
    to: letter.subject ?? id,
    details: { notice: id, kind: letter.kind },
  })
  return { id }
}

/** The lines of an address as a letter shows them. */
export const linesOf = (contact: Contact | null): readonly string[] =>
  [...(contact?.lines ?? []), contact?.town ?? '', contact?.postcode ?? ''].filter(line => line !== '')

type Delivering = {
  readonly id: NoticeId
  readonly letter: NewLetter
  readonly email: string | undefined
}

/** Notes the ways on which a letter goes, and tells of it by mail where an address is known. */
export async function deliver(doing: Doing, { id, letter, email }: Delivering): Promise<void> {
  const ways = [...new Set(letter.deliver)]
  if (ways.length === 0) return
  const of = { notice_id: id, organisation_id: letter.organisation, person_id: letter.person }
  const unknown = 'No e-mail address is known: print and post this letter'
  await here(doing)
    .db.insertInto('notices.delivery')
    .values(ways.map(way => ({ id: newId(), ...of, way, note: way === 'mail' && !email ? unknown : null })))
    .execute()
  if (email && ways.includes('mail'))
    await post(doing, await mailOf(doing, { to: email, name: letter.to.name, id, letter }))
}

type Mailing = {
  readonly to: string
  readonly name: string
  readonly id: NoticeId
  readonly letter: NewLetter
}

async function mailOf(doing: Doing, { to, name, id, letter }: Mailing) {
  const body = (await organisation(doing, letter.organisation))?.name ?? 'The NHS'
  return {
    to,
    subject: `There is a letter for you from ${body}`,
    body: [
      `Dear ${name}`,
      `${body} has written to you about your personal health budget.`,
      'To keep it private, the letter is not in this e-mail.',
      `Sign in to read or print it: ${addressOfThis(`/notices/${id}`)}`,
      'If you would rather have it on paper, call the team named on your last letter.',
      letter.from.name,
      letter.from.role,
    ].join('\n\n'),
  }
}
