import type { Transaction } from 'kysely'
import type { Id } from '../kernel/brand.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { OpenTransaction } from './database.ts'
import type { Log } from './log.ts'

/** Somebody who asks: a signed-in person, a visitor, or the service itself. */
export type Actor = {
  readonly id: Id<'actor'> | null
  readonly name: string
  /** The person whose own record this is, where the actor is one. */
  readonly person: Id<'person'> | null
  readonly roles: readonly { readonly role: string; readonly organisation: Id<'organisation'> }[]
  /** They work with a budget as somebody's assistant. */
  readonly assistant?: boolean
  /** They have asked for a budget of their own, or were let see somebody else's. */
  readonly follows?: boolean
}

/**
 * What every action and query is handed: who asks, for whom, which day it is, the open transaction, the log.
 */
export type Doing = {
  readonly actor: Actor
  /** Who telephoned or wrote, where staff act on somebody's behalf. */
  readonly onBehalfOf: Id<'person'> | null
  readonly purpose: string | null
  readonly today: PlainDate
  readonly now: Moment
  readonly transaction: OpenTransaction
  readonly log: Log
  /** What must be written although all else is undone: that something was refused. */
  readonly ifUndone?: ((doing: Doing) => Promise<void>)[]
}

/** The same, with the tables a module may see. */
export type Inside<Tables> = Doing & { readonly db: Transaction<Tables> }

/**
 * Narrows the open transaction to a module's own tables and its neighbours' shown views. Each module calls
 * this in one place, `tables.ts`; from there on a neighbour's private table does not compile.
 */
export const inside = <Tables>(doing: Doing): Inside<Tables> => ({
  ...doing,
  db: doing.transaction as unknown as Transaction<Tables>,
})

export const visitor: Actor = { id: null, name: 'A visitor', person: null, roles: [] }
export const theService: Actor = { id: null, name: 'OpenPHB', person: null, roles: [] }
