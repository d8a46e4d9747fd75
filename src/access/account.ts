import type { Auth } from './auth.ts'

export type OpenSession = { readonly id: string; readonly since: Date; readonly isThis: boolean }
export type Started = {
  readonly address: string
  readonly secret: string
  readonly backupCodes: readonly string[]
}
export type Changed = { readonly cookies: readonly string[] } | 'wrong'

/** What people do with their own account, by the cookie of their own session. */
export type OwnAccount = {
  hasTwoSteps(cookie: string): Promise<boolean>
  sessions(cookie: string): Promise<readonly OpenSession[]>
  endOthers(cookie: string): Promise<void>
  /** Ends every other session with the change. */
  changePassword(cookie: string, change: { old: string; new: string }): Promise<Changed>
  startTwoSteps(cookie: string, password: string): Promise<Started | 'wrong'>
  confirmTwoSteps(cookie: string, code: string): Promise<Changed>
  endTwoSteps(cookie: string, password: string): Promise<Changed>
}

const changed = async (answer: Promise<Response>): Promise<Changed> => {
  const got = await answer.catch(() => null)
  return got?.ok ? { cookies: got.headers.getSetCookie() } : 'wrong'
}

const secretIn = (address: string): string => new URL(address).searchParams.get('secret') ?? ''

export function makeOwnAccount({ api }: Auth): OwnAccount {
  const headersOf = (cookie: string): Headers => new Headers({ cookie })
  const sessionOf = (cookie: string) => api.getSession({ headers: headersOf(cookie) }).catch(() => null)
  return {
    hasTwoSteps: async cookie => (await sessionOf(cookie))?.user.twoFactorEnabled === true,
    async sessions(cookie) {
      const [own, all] = [
        await sessionOf(cookie),
        await api.listSessions({ headers: headersOf(cookie) }).catch(() => []),
      ]
      return all.map(({ id, createdAt }) => ({
        id,
        since: new Date(createdAt),
        isThis: id === own?.session.id,
      }))
    },
    async endOthers(cookie) {
      await api.revokeOtherSessions({ headers: headersOf(cookie) })
    },
    changePassword: (cookie, change) =>
      changed(
        api.changePassword({
          body: { currentPassword: change.old, newPassword: change.new, revokeOtherSessions: true },
          headers: headersOf(cookie),
          asResponse: true,
        }),
      ),
    async startTwoSteps(cookie, password) {
      const made = await api
        .enableTwoFactor({ body: { password, method: 'totp' }, headers: headersOf(cookie) })
        .catch(() => null)
      if (made?.method !== 'totp') return 'wrong'
      return { address: made.totpURI, secret: secretIn(made.totpURI), backupCodes: made.backupCodes }
    },
    confirmTwoSteps: (cookie, code) =>
      changed(api.verifyTOTP({ body: { code }, headers: headersOf(cookie), asResponse: true })),
    endTwoSteps: (cookie, password) =>
      changed(api.disableTwoFactor({ body: { password }, headers: headersOf(cookie), asResponse: true })),
  }
}
