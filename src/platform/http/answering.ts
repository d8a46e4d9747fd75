import type { FastifyReply, FastifyRequest } from 'fastify'
import { newId, readId } from '../../kernel/ids.ts'
import type { Doing } from '../doing.ts'
import type { Answer, Asked, Page, Route } from '../route.ts'
import { type Asking, asActor, GiveUp } from '../transaction.ts'
import { readAsked } from './asked.ts'
import { hasTicket, pageOf, sameOrigin, ticketFor } from './door.ts'
import { keepForm, keptForm } from './kept.ts'
import { keyOf, noteAnswer, noteSending } from './sent.ts'
import type { Serving } from './serving.ts'

type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply }
type Here = { readonly asking: Asking; readonly asked: Asked; readonly exchange: Exchange }

/** One request from the door to the answer: who asks, are they allowed, was it sent before, act, send. */
export async function answerTo(
  serving: Serving,
  route: Route<string> | null,
  exchange: Exchange,
): Promise<void> {
  const asking = await serving.identify(exchange.request)
  if (route === null) return send(serving, { asking, exchange }, serving.pages.notFound())
  const takesFiles = serving.may(asking.actor, route.allow)
  const asked = await readAsked(exchange.request, { takesFiles })
  const here: Here = { asking: forWhom(serving, asking, asked), asked, exchange }
  const answer =
    (await atTheDoor(serving, route, here)) ??
    (await keptFor(serving, here)) ??
    (await act(serving, route, here))
  await send(serving, here, answer)
}

/** Staff who act for somebody who telephoned say so in the form; from anybody else it means nothing. */
function forWhom(serving: Serving, asking: Asking, { form }: Asked): Asking {
  const caller = readId<'person'>(String(form['onBehalfOf'] ?? ''))
  return caller !== null && serving.actsForOthers(asking.actor) ? { ...asking, onBehalfOf: caller } : asking
}

/** Null when the request may go on; otherwise what is answered at the door. */
async function atTheDoor(
  serving: Serving,
  route: Route<string>,
  { asking, asked, exchange }: Here,
): Promise<Answer | null> {
  const { request } = exchange
  const isForm = request.method === 'POST'
  if (isForm && !sameOrigin(request)) return serving.pages.notAllowed()
  if (!serving.may(asking.actor, route.allow)) {
    if (asking.actor.id !== null) return isForm ? serving.pages.notAllowed() : serving.pages.notFound()
    const form = { address: request.url, typed: asked.form }
    const kept =
      isForm && (await hasTicket(exchange, asked.form, 'any')) ? await keepForm(serving.database, form) : null
    return serving.signIn(isForm ? pageOf(request) : request.url, kept)
  }
  if (!isForm || (await hasTicket(exchange, asked.form, asking.actor))) return null
  return { ...serving.pages.sendAgain({ address: request.url, typed: asked.form }), status: 422 }
}

/**
 * What was kept when a session ended: shown only in the browser, and to the person, that the page was drawn
 * for.
 */
async function keptFor(serving: Serving, { asking, asked, exchange }: Here): Promise<Answer | null> {
  const id = asked.query['kept']
  if (exchange.request.method === 'POST' || typeof id !== 'string' || asking.actor.id === null) return null
  const kept = await keptForm(serving.database, id)
  return kept !== null && (await hasTicket(exchange, kept.typed, asking.actor))
    ? serving.pages.sendAgain(kept)
    : null
}

async function act(serving: Serving, route: Route<string>, { asking, asked }: Here): Promise<Answer> {
  const isForm = route.at.startsWith('POST ')
  const who = { asking, enter: serving.enter }
  const ifUndone: ((doing: Doing) => Promise<void>)[] = []
  const answer = await asActor<Answer>(serving.database, who, async doing => {
    const key = isForm && !route.again ? keyOf(asked) : null
    if (key !== null) {
      const before = await noteSending(doing, key, asked)
      if (!before.first)
        return before.same && before.answer !== null ? before.answer : serving.pages.sentBefore()
    }
    return finish(await route.handle({ ...doing, ifUndone }, asked), { doing, key, isForm })
  })
  if (ifUndone.length === 0 || !isForm || !isUndone(answer)) return answer
  await asActor(serving.database, who, async doing => {
    for (const write of ifUndone) await write(doing)
  })
  return answer
}

const isUndone = (answer: Answer): boolean =>
  typeof answer === 'object' && !('to' in answer) && !('keep' in answer)

/** A form that changed nothing must leave nothing behind: whatever does not redirect is rolled back. */
async function finish(
  answer: Answer,
  { doing, key, isForm }: { doing: Doing; key: string | null; isForm: boolean },
): Promise<Answer> {
  if (isForm && isUndone(answer)) throw new GiveUp<Answer>(answer)
  if (key !== null && typeof answer === 'string') await noteAnswer(doing, key, answer)
  return answer
}

/** Only an address of this site, and nothing in it that could end the header. */
function addressOf(to: string): string {
  if (!/^\/(?![/\\])/.test(to)) throw new Error('A redirect must stay on this site')
  return to.toWellFormed().replace(/[^\x21-\x7e]/gu, encodeURIComponent)
}

async function send(
  serving: Serving,
  { asking, exchange }: Omit<Here, 'asked'>,
  answer: Answer,
): Promise<void> {
  const { request, reply } = exchange
  reply.header('cache-control', 'no-store')
  if (typeof answer === 'string') return void (await reply.redirect(addressOf(answer), 303))
  if ('to' in answer)
    return void (await reply.header('set-cookie', [...answer.cookies]).redirect(addressOf(answer.to), 303))
  if ('download' in answer) {
    const name = answer.download.replace(/[^\w.-]/g, '_')
    return void (await reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .type(answer.kind)
      .send(answer.body))
  }
  const page: Page =
    'body' in answer ? answer : 'notAllowed' in answer ? serving.pages.notAllowed() : serving.pages.notFound()
  const around = { asking, address: request.url, csrf: ticketFor(reply, asking.actor), once: newId<'form'>() }
  await reply
    .code(page.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(serving.pages.frame(page, around))
}
