import type { FastifyRequest } from 'fastify'
import type { Database } from '../database.ts'
import type { Actor } from '../doing.ts'
import type { Page, Route, Typed } from '../route.ts'
import type { Asking, Enter } from '../transaction.ts'

/** What stands around a page: who is signed in, where they are, and the tickets that its forms need. */
export type Around = {
  readonly asking: Asking
  readonly address: string
  readonly csrf: string
  readonly once: string
}

export type Pages = {
  /** The whole document of a page. */
  frame(page: Page, around: Around): string
  notFound(): Page
  notAllowed(): Page
  broken(reference: string): Page
  sentBefore(): Page
  tooLarge(): Page
  tooOften(): Page
  unreadable(): Page
  /** After a session ended: what was typed, ready to be sent again. */
  sendAgain(kept: { address: string; typed: Typed }): Page
}

export type Serving = {
  readonly database: Database
  readonly routes: readonly Route<string>[]
  readonly pages: Pages
  readonly enter: Enter
  /** Who asks, from the request's cookies. Null session means a visitor. */
  identify(request: FastifyRequest): Promise<Asking>
  /** The first of the three questions: is this actor's role allowed to do this? */
  may(actor: Actor, permission: string): boolean
  /** Whether this actor may act for somebody who telephoned or wrote. */
  actsForOthers(actor: Actor): boolean
  /** Where a visitor is sent who must sign in first. */
  signIn(next: string, kept: string | null): string
  /** Static files by address: style, scripts, pictures. */
  readonly assets: ReadonlyMap<string, { readonly kind: string; readonly body: string | Uint8Array }>
  readonly secure: boolean
}
