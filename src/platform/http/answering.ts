import type { FastifyReply, FastifyRequest } from 'fastify'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../doing.ts'
import type { Answer, Asked, Page, Route } from '../route.ts'
import { type Asking, asActor, GiveUp } from '../transaction.ts'
import { readAsked } from './asked.ts'
import { keepForm, keptForm } from './kept.ts'
import { keyOf, noteAnswer, noteSending } from './sent.ts'
import type { Serving } from './server.ts'

type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply }

/** One request from the door to the answer: who asks, are they allowed, was it sent before, act, send. */
export async function answerTo(serving: Serving, route: Route<string> | null, exchange: Exchange): Promise<void> {
  const { request, reply } = exchange
  const asking = await serving.identify(request)
  if (route === null) return send(serving, { asking, exchange, asked: null }, serving.pages.notFound())
  const asked = await readAsked(request)
  if (request.method === 'POST') (request as { body: unknown }).body = asked.form
  const door = await atTheDoor(serving, route, { asking, asked, exchange })
  if (door !== null) return send(serving, { asking, exchange, asked }, door)
  const answer = await act(serving, route, { asking, asked })
  if (typeof answer === 'object' && 'notFound' in answer) return send(serving, { asking, exchange, asked }, serving.pages.notFound())
  if (typeof answer === 'object' && 'notAllowed' in answer) return send(serving, { asking, exchange, asked }, serving.pages.notAllowed())
  if (asked.query['kept'] && typeof answer === 'object' && 'body' in answer && 'title' in answer) {
    const kept = await keptForm(serving.database, String(asked.query['kept']))
    if (kept && asking.actor.id !== null) return send(serving, { asking, exchange, asked }, serving.pages.sendAgain(kept))
  }
  await send(serving, { asking, exchange, asked }, answer)
}

type Here = { readonly asking: Asking; readonly asked: Asked; readonly exchange: Exchange }

/** Null when the request may go on; otherwise what is answered at the door. */
async function atTheDoor(serving: Serving, route: Route<string>, { asking, asked, exchange }: Here): Promise<Answer | null> {
  const { request, reply } = exchange
  const isForm = request.method === 'POST'
  if (!serving.may(asking.actor, route.allow)) {
    if (asking.actor.id !== null) return isForm ? serving.pages.notAllowed() : serving.pages.notFound()
    const kept = isForm && Object.keys(asked.form).length > 0 && sameOrigin(request) ? await keepForm(serving.database, { address: request.url, typed: asked.form }) : null
    return serving.signIn(isForm ? pageOf(request) : request.url, kept)
  }
  if (!isForm || (await hasTicket(request, reply))) return null
  return sameOrigin(request) ? { ...serving.pages.sendAgain({ address: request.url, typed: asked.form }), status: 422 } : serving.pages.notAllowed()
}

/** The page that a form was on, for the way back after signing in: its referrer, or the start. */
function pageOf(request: FastifyRequest): string {
  try {
    const { pathname, search } = new URL(String(request.headers.referer))
    return pathname + search
  } catch {
    return '/'
  }
}

const sameOrigin = (request: FastifyRequest): boolean => {
  const { origin } = request.headers
  return origin === undefined || origin === 'null' ? request.headers['sec-fetch-site'] !== 'cross-site' : origin.endsWith(`//${request.headers.host}`)
}

const hasTicket = (request: FastifyRequest, reply: FastifyReply): Promise<boolean> =>
  new Promise(resolve => {
    request.server.csrfProtection(request, stayQuiet(reply, () => resolve(false)), () => resolve(true))
  })

/** The library answers by itself when the ticket is wrong; we want to answer in our own words. */
const stayQuiet = (reply: FastifyReply, refusedTicket: () => void): FastifyReply =>
  new Proxy(reply, { get: (target, name) => name === 'send' ? () => { refusedTicket(); return target } : Reflect.get(target, name, target) })

async function act(serving: Serving, route: Route<string>, { asking, asked }: { asking: Asking; asked: Asked }): Promise<Answer> {
  const isForm = route.at.startsWith('POST ')
  return asActor<Answer>(serving.database, { asking, enter: serving.enter }, async doing => {
    const key = isForm ? keyOf(asked) : null
    if (key !== null) {
      const before = await noteSending(doing, key, asked)
      if (!before.first) return before.same && before.answer !== null ? before.answer : serving.pages.sentBefore()
    }
    return finish(await route.handle(doing, asked), { doing, key, isForm })
  })
}

/** A form that changed nothing must leave nothing behind: whatever does not redirect is rolled back. */
async function finish(answer: Answer, { doing, key, isForm }: { doing: Doing; key: string | null; isForm: boolean }): Promise<Answer> {
  if (isForm && typeof answer === 'object' && !('to' in answer)) throw new GiveUp<Answer>(answer)
  if (key !== null && typeof answer === 'string') await noteAnswer(doing, key, answer)
  return answer
}

type Sending = { readonly asking: Asking; readonly exchange: Exchange; readonly asked: Asked | null }

async function send(serving: Serving, { asking, exchange, asked }: Sending, answer: Answer): Promise<void> {
  const { request, reply } = exchange
  reply.header('cache-control', 'no-store')
  if (typeof answer === 'string') return void (await reply.redirect(answer, 303))
  if ('to' in answer) return void (await reply.header('set-cookie', [...answer.cookies]).redirect(answer.to, 303))
  if ('download' in answer) {
    const name = answer.download.replace(/[^\w.-]/g, '_')
    return void (await reply.header('content-disposition', `attachment; filename="${name}"`).type(answer.kind).send(answer.body))
  }
  const page: Page = 'body' in answer ? answer : serving.pages.notFound()
  const around = { asking, address: request.url, csrf: reply.generateCsrf(), once: newId<'form'>(), typed: asked?.form ?? {} }
  await reply.code(page.status ?? 200).type('text/html; charset=utf-8').send(serving.pages.frame(page, around))
}

