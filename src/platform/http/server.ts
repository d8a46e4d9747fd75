import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { newId } from '../../kernel/ids.ts'
import type { Database } from '../database.ts'
import { visitor } from '../doing.ts'
import { log, nameOfError } from '../log.ts'
import type { Page, Route } from '../route.ts'
import { keyFor } from '../secrets.ts'
import { answerTo } from './answering.ts'
import { FileTooLarge, largestFile } from './asked.ts'
import type { Shown } from './door.ts'
import type { Pages, Serving } from './serving.ts'

const policy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    formAction: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    manifestSrc: ["'self'"],
  },
}

/**
 * The web server: every route behind the same door, every answer in the same frame. It listens to nothing
 * yet.
 */
export async function makeServer(serving: Serving): Promise<FastifyInstance> {
  const server = Fastify({
    logger: false,
    genReqId: () => newId(),
    // An address that cannot be read is answered before any route: in our own words too.
    frameworkErrors: (error, request, reply) => void failed(serving, error, { request, reply }),
    bodyLimit: largestFile + 1_048_576,
    trustProxy: process.env.OPENPHB_TRUST_PROXY === '1',
    routerOptions: { maxParamLength: 200 },
  })
  await server.register(helmet, {
    contentSecurityPolicy: policy,
    strictTransportSecurity: serving.secure,
    referrerPolicy: { policy: 'same-origin' },
  })
  await server.register(cookie, { secret: keyFor('cookies').toString('hex') })
  await server.register(csrf, {
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax', secure: serving.secure, signed: true },
    csrfOpts: { hmacKey: keyFor('tickets').toString('hex') },
    getToken: request => (request as { shown?: Shown }).shown?.ticket ?? '',
    getUserInfo: request => (request as { shown?: Shown }).shown?.holder ?? '',
  })
  // Forms only: nothing here reads JSON or plain text.
  server.removeAllContentTypeParsers()
  await server.register(formbody, { bodyLimit: 1_048_576 })
  await server.register(multipart, { throwFileSizeLimit: false })
  await server.register(rateLimit, { global: false })
  serveAssets(server, serving)
  serveHealth(server, serving.database)
  for (const route of serving.routes) addRoute(server, serving, route)
  server.setNotFoundHandler((request, reply) => answerTo(serving, null, { request, reply }))
  server.setErrorHandler((error, request, reply) => failed(serving, error, { request, reply }))
  server.addHook(
    'onRequest',
    async (_request, reply) =>
      void reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()'),
  )
  server.addHook('onResponse', async (request, reply) => {
    log.info(
      {
        method: request.method,
        at: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
  return server
}

function addRoute(server: FastifyInstance, serving: Serving, route: Route<string>): void {
  const [method, url] = route.at.split(' ') as ['GET' | 'POST', string]
  const limit =
    method === 'POST' && url.startsWith('/access/') ? { rateLimit: { max: 30, timeWindow: '1 minute' } } : {}
  server.route({
    method,
    url,
    config: limit,
    handler: (request, reply) => answerTo(serving, route, { request, reply }),
  })
}

function serveAssets(server: FastifyInstance, serving: Serving): void {
  for (const [url, asset] of serving.assets) {
    server.get(url, (_request, reply) =>
      reply.header('cache-control', 'public, max-age=3600').type(asset.kind).send(asset.body),
    )
  }
}

function serveHealth(server: FastifyInstance, database: Database): void {
  server.get('/health/live', () => ({ live: true }))
  server.get('/health/ready', async (_request, reply) => {
    const ready = await database.pool.query('select 1').then(
      () => true,
      () => false,
    )
    return reply.code(ready ? 200 : 503).send({ ready })
  })
}

// What PostgreSQL says of a character that no text of it may hold.
const unwritable = ['22021', '22P05']

function pageOfFailure(pages: Pages, error: unknown, reference: string): Page {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (error instanceof FileTooLarge || status === 413) return pages.tooLarge()
  if (error instanceof Error && 'code' in error && unwritable.includes(String(error.code)))
    return pages.unreadable()
  if (status === 429) return pages.tooOften()
  return status >= 400 && status < 500 ? pages.notFound() : pages.broken(reference)
}

async function failed(
  serving: Serving,
  error: unknown,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<void> {
  const page = pageOfFailure(serving.pages, error, request.id)
  if (page.status === 500)
    log.error(
      { ...nameOfError(error), request: request.id, at: request.routeOptions.url },
      'a request failed',
    )
  const around = {
    asking: { actor: visitor, onBehalfOf: null, purpose: null },
    address: request.url,
    csrf: '',
    once: '',
  }
  await reply
    .code(page.status ?? 500)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(serving.pages.frame(page, around))
}
