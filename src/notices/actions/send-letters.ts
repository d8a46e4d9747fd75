import { sql } from 'kysely'
import { recordAll } from '../../access/public.ts'
import { newId } from '../../kernel/ids.ts'
import { contactsOf } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { NewLetter, NoticeId } from '../types.ts'
import { deliver, linesOf } from './send-letter.ts'

const asTexts = (_name: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value

/**
 * Keeps many letters of one deed as `sendLetter` keeps one, in a few statements for all of them, for screen
 * and paper; whoever has an e-mail address is told by mail that there is one.
 */
export async function sendLetters(doing: Doing, letters: readonly NewLetter[]): Promise<void> {
  if (letters.length === 0) return
  const contacts = await contactsOf(
    doing,
    letters.map(({ person }) => person),
  )
  const sent = letters.map(letter => ({
    letter,
    id: newId<'notice'>() as NoticeId,
    contact: contacts.get(letter.person),
  }))
  const rows = sent.map(({ letter, id, contact }) => ({
    id,
    organisation_id: letter.organisation,
    person_id: letter.person,
    kind: letter.kind,
    title: letter.title,
    to_name: letter.to.name,
    to_lines: letter.to.addressLines ?? linesOf(contact ?? null),
    paragraphs: letter.paragraphs,
    from_name: letter.from.name,
    from_role: letter.from.role,
    from_reach: letter.from.reach,
    reference: letter.reference ?? null,
    subject_id: letter.subject ?? null,
    sees: letter.sees ?? 'all',
    sent_on: doing.today,
    sent_at: doing.now,
    sent_by: doing.actor.id,
  }))
  await sql`insert into notices.notice
    select * from jsonb_populate_recordset(null::notices.notice,
      ${JSON.stringify(rows, asTexts)}::jsonb)`.execute(doing.transaction)
  await recordAll(
    doing,
    sent.map(({ letter, id }) => ({
      happened: 'letter-sent',
      organisation: letter.organisation,
      person: letter.person,
      to: letter.subject ?? id,
      details: { notice: id, kind: letter.kind },
    })),
  )
  for (const { letter, id, contact } of sent) await deliver(doing, { id, letter, email: contact?.email })
}
