import { sql } from 'kysely'
import { createTransport, type Transporter } from 'nodemailer'
import { newId } from '../kernel/ids.ts'
import type { Doing } from './doing.ts'
import { ask, type Job } from './jobs.ts'
import { log } from './log.ts'

export type Message = { readonly to: string; readonly subject: string; readonly body: string }
export type KeptMail = Message & {
  readonly id: string
  readonly madeAt: string
  readonly sentAt: string | null
}

/**
 * Writes a message in the open transaction and asks for it to be sent. With OPENPHB_SMTP set (smtp://...) it
 * goes by SMTP; in the embedded default it is kept and can be read in the browser.
 */
export async function post(doing: Doing, message: Message): Promise<void> {
  const id = newId<'mail'>()
  await sql`select platform.post_mail(${id}, ${oneLine(message.to)}, ${oneLine(message.subject)},
    ${message.body})`.execute(doing.transaction)
  await ask(doing, { name: 'send-mail', payload: { id }, key: `send-mail ${id}` })
}

const transports = new Map<string, Transporter>()
const smtp = (address: string): Transporter => {
  const known = transports.get(address) ?? createTransport(address)
  transports.set(address, known)
  return known
}

/** A header is one line: a new line in a name or a subject must not begin another header. */
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()

/** Sends one message. Run twice, it sends once: the row is locked and marked in the same transaction. */
export const sendMail: Job = {
  name: 'send-mail',
  async run(doing, payload) {
    const { rows } = await sql<{ to_address: string; subject: string; body: string }>`
      select to_address, subject, body from platform.mail where id = ${String(payload['id'])}
        and sent_at is null for update skip locked`.execute(doing.transaction)
    const mail = rows[0]
    const address = process.env.OPENPHB_SMTP
    if (!mail || !address) return
    // The same message has the same id, so that a mail server that gets it twice can tell.
    const messageId = `<${String(payload['id'])}@openphb>`
    const from = process.env.OPENPHB_MAIL_FROM ?? 'openphb@localhost'
    await smtp(address).sendMail({
      messageId,
      from,
      to: { name: '', address: mail.to_address },
      subject: mail.subject,
      text: mail.body,
    })
    await sql`update platform.mail set sent_at = statement_timestamp()
      where id = ${String(payload['id'])}`.execute(doing.transaction)
    log.info({ mail: payload['id'] }, 'a message was sent')
  },
}

/** The messages kept, newest first, for the page that shows them in the embedded default. */
export async function keptMail(doing: Doing, most = 100): Promise<readonly KeptMail[]> {
  const { rows } =
    await sql<KeptMail>`select id, to_address as "to", subject, body, made_at as "madeAt", sent_at as "sentAt"
    from platform.mail order by made_at desc limit ${most}`.execute(doing.transaction)
  return rows
}
