import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../doing.ts'
import type { Typed } from '../route.ts'

type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply }

/** For whom a page's forms are drawn: a ticket drawn for one person is worth nothing to another. */
export const holderOf = (actor: Actor): string => actor.id ?? 'visitor'

/** A ticket for the forms of a page, good in this browser and for this actor. */
export const ticketFor = (reply: FastifyReply, actor: Actor): string =>
  reply.generateCsrf({ userInfo: holderOf(actor) } as object)

/**
 * Whether what was typed carries a ticket of this browser: drawn for this actor, or for a visitor who has
 * signed in meanwhile where a kept form is looked at. `any` asks only whether this browser was ever given a
 * page.
 */
export async function hasTicket(
  { request, reply }: Exchange,
  typed: Typed,
  actor: Actor | 'any',
): Promise<boolean> {
  if (actor === 'any') return reply.unsignCookie(request.cookies['_csrf'] ?? '').valid
  const ticket = String(typed['_csrf'] ?? '')
  const holders = request.method === 'POST' ? [holderOf(actor)] : [holderOf(actor), 'visitor']
  for (const holder of holders) if (await isRight({ request, reply }, ticket, holder)) return true
  return false
}

/** What the library reads a ticket from: not the request itself, which a kept form did not come with. */
export type Shown = { readonly ticket: string; readonly holder: string }

const isRight = ({ request, reply }: Exchange, ticket: string, holder: string): Promise<boolean> =>
  new Promise(resolve => {
    const shown = Object.assign(Object.create(request) as FastifyRequest, {
      shown: { ticket, holder } satisfies Shown,
    })
    request.server.csrfProtection(
      shown,
      stayQuiet(reply, () => resolve(false)),
      () => resolve(true),
    )
  })

/** The library answers by itself when the ticket is wrong; we want to answer in our own words. */
const stayQuiet = (reply: FastifyReply, refusedTicket: () => void): FastifyReply =>
  new Proxy(reply, {
    get: (target, name) =>
      name === 'send'
        ? () => {
            refusedTicket()
            return target
          }
        : Reflect.get(target, name, target),
  })

/** The page that a form was on, for the way back after signing in: its referrer, or the start. */
export function pageOf(request: FastifyRequest): string {
  try {
    const { pathname, search } = new URL(String(request.headers.referer))
    return pathname + search
  } catch {
    return '/'
  }
}

/**
 * A form must come from one of our own pages: of the address that people see, which a proxy may have changed
 * on the way, or of the one that was asked. A browser that does not say where from is asked for its ticket
 * only.
 */
export function sameOrigin(request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin === undefined || origin === 'null') return true
  return (
    origin === `${request.protocol}://${request.host}` ||
    origin === process.env.OPENPHB_ADDRESS?.replace(/\/+$/, '')
  )
}
