import { createHmac, timingSafeEqual } from 'node:crypto'
import { type BetterAuthPlugin, betterAuth } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { twoFactor } from 'better-auth/plugins'
import { z } from 'zod'
import type { Database } from '../platform/database.ts'
import { keyFor } from '../platform/secrets.ts'

/** What the library signs its cookies with. */
export const sessionSecret = (): string => keyFor('sessions').toString('hex')

/** The cookie that holds a session, on https with the prefix that browsers hold to it. */
export const sessionCookies = ['__Secure-openphb.session_token', 'openphb.session_token'] as const

/** A link that signs in without a password holds this: it is worth something only in the embedded default. */
export const demoTicket = (user: string): string =>
  createHmac('sha256', keyFor('demo links')).update(user).digest('hex').slice(0, 32)

const rightTicket = (user: string, ticket: string): boolean => {
  const [right, given] = [Buffer.from(demoTicket(user)), Buffer.from(ticket)]
  return right.length === given.length && timingSafeEqual(right, given)
}

/** Signs in by a demonstration's link. Refused outside the embedded default, whoever asks. */
const demoLinks = (embedded: boolean) =>
  ({
    id: 'demo-links',
    endpoints: {
      signInDemo: createAuthEndpoint(
        '/sign-in/demo',
        { method: 'POST', body: z.object({ user: z.string(), ticket: z.string() }) },
        async context => {
          const { user: id, ticket } = context.body
          if (!embedded || !rightTicket(id, ticket)) throw new APIError('FORBIDDEN')
          const user = await context.context.internalAdapter.findUserById(id)
          if (!user) throw new APIError('NOT_FOUND')
          const session = await context.context.internalAdapter.createSession(id)
          await setSessionCookie(context, { session, user })
          return context.json({ signedIn: true })
        },
      ),
    },
  }) satisfies BetterAuthPlugin

/**
 * The sign-in library, set up: its own schema, scrypt passwords, TOTP with backup codes, sessions of twelve
 * hours.
 */
export function makeAuth(
  database: Database,
  { embedded, secure, address }: { embedded: boolean; secure: boolean; address: string },
) {
  return betterAuth({
    appName: 'OpenPHB',
    baseURL: address,
    basePath: '/access/library',
    secret: sessionSecret(),
    database: database.ownersPool('auth', 4),
    emailAndPassword: {
      enabled: true,
      disableSignUp: false,
      autoSignIn: false,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
    },
    session: { expiresIn: 12 * 3600, disableSessionRefresh: true },
    advanced: { useSecureCookies: secure, cookiePrefix: 'openphb', ipAddress: { disableIpTracking: true } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    trustedOrigins: [address],
    plugins: [twoFactor({ issuer: 'OpenPHB' }), demoLinks(embedded)] as const,
  })
}

export type Auth = ReturnType<typeof makeAuth>
