import type { ReactNode } from 'react'
import type { Doing } from './doing.ts'

export type FieldError = { readonly field: string; readonly says: string }

/** What a form or an address sent, as texts: a repeated field is a list. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** A file that came with a form, whole in memory and within the limit of its size. */
export type SentFile = {
  readonly field: string
  readonly name: string
  readonly kind: string
  readonly bytes: Uint8Array
}

export type Asked = {
  /** The named parts of the address: `:person` is `at.person`. */
  readonly at: Readonly<Record<string, string>>
  readonly query: Typed
  readonly form: Typed
  readonly files: readonly SentFile[]
  readonly address: string
  readonly headers: Readonly<Record<string, string | undefined>>
}

/** A page as a module gives it: the frame, the account and the form's tickets are the platform's business. */
export type Page = {
  readonly title: string
  readonly body: ReactNode
  /** 200 unless said; 422 where something typed was not accepted. */
  readonly status?: number
  readonly back?: string
  /** Whose record the page shows, said on every such page so that nobody works in the wrong one. */
  readonly person?: { readonly name: string; readonly details: readonly string[]; readonly href?: string }
  /** What has just been done, said once at the top. */
  readonly done?: string
  readonly errors?: readonly FieldError[]
  /** A form's answer that is a page, yet whose change stands: backup codes, which are shown once. */
  readonly keep?: true
  /** Staff's dense pages use the whole width. */
  readonly wide?: boolean
}

/** Something to save: a file, a statement of the ledger, a payment file. */
export type Download = {
  readonly download: string
  readonly kind: string
  readonly body: string | Uint8Array
}

/** Nothing to see, or nothing that this actor may see: the two look exactly alike. */
export const notFound = { notFound: true } as const

/** The actor may see the page but not do this: told so, and recorded by whoever answers it. */
export const notAllowed = { notAllowed: true } as const

/** Cookies to set with a redirect, for sign-in and sign-out only. */
export type Redirect = { readonly to: string; readonly cookies: readonly string[] }

/** A text beginning with `/` sends the browser on (303). */
export type Answer = string | Page | Download | Redirect | typeof notFound | typeof notAllowed

export type Route<Allow extends string> = {
  readonly at: `GET /${string}` | `POST /${string}`
  /** Who may: a permission of the table in `access`. Leaving it out does not compile. */
  readonly allow: Allow
  /** Set where the same form may be sent again: signing in, which answers with cookies that are not kept. */
  readonly again?: true
  handle(doing: Doing, asked: Asked): Promise<Answer> | Answer
}
