import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Id } from '../kernel/brand.ts'
import type { Database } from '../platform/database.ts'
import type { Actor, Doing } from '../platform/doing.ts'
import { asService } from '../platform/transaction.ts'
import { makeOwnAccount, type OwnAccount } from './account.ts'
import type { Auth } from './auth.ts'
import { callCookie, endedCall } from './call.ts'

/** What came of trying to sign in: the cookies to set, a second step to take, or why not. */
export type SignedIn =
  | { readonly in: true; readonly cookies: readonly string[] }
  | { readonly in: false; readonly because: 'second-step'; readonly cookies: readonly string[] }
  | { readonly in: false; readonly because: 'wrong' | 'locked' }

const mostWrong = 5
const hashOf = (email: string): string =>
  createHash('sha256').update(email.trim().toLowerCase()).digest('hex')

/** The sign-in of the whole program: made once by app.ts, handed to the routes of `access`. */
export type Sessions = {
  readonly embedded: boolean
  /** The cookie given back ends: whoever signs in gets a new session, never the one they came with. */
  signIn(given: { email: string; password: string }, cookie: string): Promise<SignedIn>
  secondStep(code: string, cookie: string): Promise<SignedIn>
  demo(given: { user: string; ticket: string }, cookie: string): Promise<SignedIn>
  signOut(cookie: string): Promise<readonly string[]>
  /** Cookies that begin and end acting for somebody who called. */
  call(actor: Actor, caller: Id<'person'>): readonly string[]
  readonly endedCall: readonly string[]
  readonly own: OwnAccount
  /** Work that no actor's own role in the database may do: making an account, reading the kept mail. */
  asService<Value>(work: (doing: Doing) => Promise<Value>): Promise<Value>
  readonly auth: Auth
}

type About = { readonly embedded: boolean; readonly secure: boolean }

export function makeSessions(auth: Auth, database: Database, { embedded, secure }: About): Sessions {
  const endOld = (cookie: string): Promise<unknown> =>
    cookie.includes('session_token')
      ? auth.api.signOut({ headers: new Headers({ cookie }) }).catch(() => null)
      : Promise.resolve()
  return {
    embedded,
    auth,
    own: makeOwnAccount(auth),
    endedCall: [endedCall],
    call: (actor, caller) => [callCookie(actor, caller, { secure, now: Date.now() })],
    asService: work => asService(database, work),
    async signIn({ email, password }, cookie) {
      if (await isLocked(database, email)) return { in: false, because: 'locked' }
      const answer = await auth.api
        .signInEmail({ body: { email, password }, asResponse: true })
        .catch(() => null)
      if (!answer?.ok) return noteWrong(database, email)
      const said = (await answer.json()) as { twoFactorRedirect?: boolean }
      const cookies = answer.headers.getSetCookie()
      if (said.twoFactorRedirect) return { in: false, because: 'second-step', cookies }
      await endOld(cookie)
      return { in: true, cookies }
    },
    async secondStep(code, cookie) {
      const headers = new Headers({ cookie })
      const plain = code.replaceAll(/\s/g, '')
      const answer = await (/^\d{6}$/.test(plain)
        ? auth.api.verifyTOTP({ body: { code: plain }, headers, asResponse: true })
        : auth.api.verifyBackupCode({ body: { code: plain }, headers, asResponse: true })
      ).catch(() => null)
      return cookiesOf(answer)
    },
    async demo(body, cookie) {
      const signed = cookiesOf(await auth.api.signInDemo({ body, asResponse: true }).catch(() => null))
      if (signed.in) await endOld(cookie)
      return signed
    },
    async signOut(cookie) {
      const answer = await auth.api
        .signOut({ headers: new Headers({ cookie }), asResponse: true })
        .catch(() => null)
      return answer?.headers.getSetCookie() ?? []
    },
  }
}

const cookiesOf = (answer: Response | null): SignedIn =>
  answer?.ok ? { in: true, cookies: answer.headers.getSetCookie() } : { in: false, because: 'wrong' }

/** Five wrong passwords within a quarter of an hour shut the address for the rest of it. */
const isLocked = (database: Database, email: string): Promise<boolean> =>
  asService(database, async ({ transaction }) => {
    const { rows } = await sql<{ wrong: bigint }>`select count(*) as wrong from access.wrong_password
    where email_hash = ${hashOf(email)} and at > statement_timestamp() - interval '15 minutes'`.execute(
      transaction,
    )
    return (rows[0]?.wrong ?? 0n) >= BigInt(mostWrong)
  })

const noteWrong = (database: Database, email: string): Promise<SignedIn> =>
  asService(database, async ({ transaction }) => {
    await sql`delete from access.wrong_password where at < statement_timestamp() - interval '1 day'`.execute(
      transaction,
    )
    await sql`insert into access.wrong_password (email_hash) values (${hashOf(email)})`.execute(transaction)
    return { in: false, because: 'wrong' } as const
  })
